"""The card of an interaction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from journeymapper.drawing.display import Box, Colour, Detail, Drawer, Group, Primitive, Run
from journeymapper.drawing.lettering import lettered
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import FACE_RADIUS, face, folder, star, target
from journeymapper.layout.geometry import Card, Point, Rect
from journeymapper.layout.text import TextMeasure, TextRole

RADIUS = 8.0
PAD = 14.0
"""From the card's left border to its texts."""
SIGNS = 20.0
"""From the card's right border to the middle of its signs."""
LINE = 17.0
"""From one line to the next."""
_MARGIN = 2.0
"""What the shadow takes."""


def draw_cards(cards: Sequence[Card], colours: Sequence[Colour], measure: TextMeasure) -> Run:
    """Cards with all that they say; with their titles only; as coloured boxes."""
    draw = partial(_group, colours=colours, measure=measure)
    return Run("card", "cards", cards, draw, attrgetter("rect"), attrgetter("ident"), margin=_MARGIN)


def _group(card: Card, colours: Sequence[Colour], measure: TextMeasure) -> Group:
    return card_group(card, partial(_card, card, process_colour(card.process, colours), measure))


def card_group(card: Card, at: Drawer) -> Group:
    """The group of a card that is drawn so."""
    tip = " ".join(card.title) if card.cut else ""
    return Group("card", card.ident, "cards", card.rect.grown(_MARGIN), at, tip)


def _card(card: Card, colour: Colour, measure: TextMeasure, detail: Detail) -> tuple[Primitive, ...]:
    if detail != "full":
        return from_afar(card, colour, measure, detail)
    return (*body(card.rect, colour), *_texts(card), *_signs(card))


def process_colour(place: int, colours: Sequence[Colour]) -> Colour:
    """The colour of a process by its place in the plan; a quiet one where there is none."""
    return colours[place] if 0 <= place < len(colours) else "ink3"


def body(rect: Rect, colour: Colour) -> tuple[Primitive, ...]:
    """The card itself: a soft shadow, the sheet, the bar in its process's colour."""
    bar = Rect(rect.x, rect.y + 10, 4, rect.h - 20)
    return (
        Box(Rect(rect.x, rect.y + 1.5, rect.w, rect.h), RADIUS, fill="shadow"),
        Box(rect, RADIUS, fill="card", stroke="line"),
        Box(bar, 2, fill=colour),
    )


def from_afar(card: Card, colour: Colour, measure: TextMeasure, detail: Detail) -> tuple[Primitive, ...]:
    """What is left of a card: a large title, or only its colour."""
    rect = card.rect
    if detail == "colour":
        return (Box(rect, fill=f"{colour}/80"),)
    left, right = rect.x + 18, rect.right - 10
    height = measure.height("far")
    rows, _ = measure.wrap(" ".join(card.title), "far", right - left, max(1, int((rect.h - 4) / height)))
    top = rect.center[1] - height * (len(rows) - 1) / 2
    texts = [
        lettered(row, left, right, baseline(top + height * place, "far"), "far", "ink")
        for place, row in enumerate(rows)
    ]
    bar = Rect(rect.x, rect.y, 8, rect.h)
    return (Box(rect, RADIUS, fill="card", stroke="line", width=2), Box(bar, 4, fill=colour), *texts)


def _texts(card: Card) -> list[Primitive]:
    """Title, goal and place of meeting, as a block in the middle of the card's height."""
    rows: list[tuple[str, TextRole]] = [(line, "title") for line in card.title]
    rows += [(text, "line") for text in (card.goal, card.where) if text]
    goal_row = len(card.title) if card.goal else -1
    left, right = card.rect.x + PAD, card.rect.right - PAD - SIGNS
    first = card.rect.center[1] - LINE * (len(rows) - 1) / 2
    items: list[Primitive] = []
    for place, (text, role) in enumerate(rows):
        middle = first + LINE * place
        indent = 0
        if place == goal_row:
            indent = 14
            items.append(target((left + 4.6, middle)))
        colour = "ink" if role == "title" else "ink2"
        items.append(lettered(text, left + indent, right, baseline(middle, role), role, colour))
    return items


def _signs(card: Card) -> list[Primitive]:
    x = card.rect.right - SIGNS
    items: list[Primitive] = []
    if card.moment_of_truth:
        items.append(star((x, card.rect.y + 18)))
    at = (x, card.rect.bottom - 17)
    if card.feeling is not None:
        items.append(face(at, card.feeling))
        at = (at[0] - FACE_RADIUS - 16, at[1])
    if card.opens:
        items.append(folder(at))
    return items


def folder_at(card: Card) -> Point:
    """The middle of the card's folder sign."""
    beside_face = FACE_RADIUS + 16 if card.feeling is not None and card.mini is None else 0
    return (card.rect.right - SIGNS - beside_face, card.rect.bottom - 17)
