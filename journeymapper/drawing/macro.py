"""What a macro journey draws differently: the cards of events and the wide bands of flow between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from journeymapper.drawing.arrows import arrow_head, shortened
from journeymapper.drawing.card import LINE, PAD, SIGNS, body, card_group, folder_at, from_afar, process_colour
from journeymapper.drawing.display import Box, Colour, Detail, Group, Path, Primitive, Text, still
from journeymapper.drawing.lettering import centred, lettered
from journeymapper.drawing.link import around, owner_of
from journeymapper.drawing.paths import Commands, cubic, polygon, polyline
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import flag, folder, star
from journeymapper.layout.geometry import Card, Mini, Point, Rect, Route
from journeymapper.layout.text import TextMeasure


def draw_event(card: Card, colours: Sequence[Colour], measure: TextMeasure) -> Group:
    """An event's card: title, customers and steps, and its micro journey in small."""
    return card_group(card, partial(_event, card, colours, measure))


def _event(card: Card, colours: Sequence[Colour], measure: TextMeasure, detail: Detail) -> tuple[Primitive, ...]:
    colour = process_colour(card.process, colours)
    if detail != "full":
        return from_afar(card, colour, measure, detail)
    items: list[Primitive] = [*body(card.rect, colour), *_lines(card)]
    if card.mini:
        items += _mini(card.mini, colours)
    if card.moment_of_truth:
        items.append(star((card.rect.right - SIGNS, card.rect.y + 20)))
    if card.opens:
        items.append(folder(folder_at(card)))
    return tuple(items)


def _lines(card: Card) -> Iterator[Text]:
    left, right = card.rect.x + PAD, card.rect.right - PAD
    middle = card.rect.y + 21
    for row in card.title:
        yield lettered(row, left, right, baseline(middle, "title"), "title", "ink")
        middle += LINE + 1
    for text in filter(None, (card.where, card.goal)):
        yield lettered(text, left, right, baseline(middle, "line"), "line", "ink2")
        middle += LINE + 1


def draw_tab(card: Card, measure: TextMeasure) -> Group:
    """The tab on an event's upper border that names its milestone; green with a flag for the conversion."""
    width = measure.width(card.milestone, "pill") + (36 if card.is_conversion else 24)
    rect = Rect(card.rect.right - width - 2, card.rect.y - 10, width, 19)
    return Group("label", card.ident, "labels", rect, partial(_tab, card, rect), near=True)


def _tab(card: Card, rect: Rect, _detail: Detail) -> tuple[Primitive, ...]:
    fill, ink = ("good", "on-good") if card.is_conversion else ("ink", "canvas")
    sheet = Box(rect, rect.h / 2, fill=fill)
    if not card.is_conversion:
        return (sheet, centred(card.milestone, rect, "pill", ink))
    beside = Rect(rect.x + 12, rect.y, rect.w - 12, rect.h)
    return (sheet, flag((rect.x + 11, rect.center[1] + 4), ink), centred(card.milestone, beside, "pill", ink))


def draw_flow(route: Route) -> Group:
    """A band as wide as the customers who take it are many, with an arrow at its end."""
    bounds = around(route.points, route.width / 2 + 6)
    return Group("link", owner_of(route.source, route.target), "links", bounds, partial(_flow, route))


def _flow(route: Route, _detail: Detail) -> tuple[Primitive, ...]:
    outline, head = _band(route)
    band = Path(outline, stroke="flow", width=route.width, dash=(9.0, 6.0) if route.assumed else ())
    return (band, Path(polygon(head), fill="accent"))


def draw_amount(route: Route) -> Group | None:
    """The number on a band."""
    if route.label is None:
        return None
    owner, rect = owner_of(route.source, route.target), route.label.rect
    return Group(
        "label", owner, "labels", rect, still(centred(route.label.text, rect, "figure", "ink", "canvas/80")), near=True
    )


def _band(route: Route) -> tuple[Commands, tuple[Point, ...]]:
    head = arrow_head(route.points[-2], route.points[-1], 10, 11)
    if route.curved and len(route.points) == 4:
        return cubic(route.points), head
    return polyline(shortened(route.points, 0)), head


def _mini(mini: Mini, colours: Sequence[Colour]) -> list[Primitive]:
    lines = [Path((("M", start), ("L", end)), stroke="link", width=1) for start, end in mini.lines]
    sheets = [Box(rect, 2.5, fill="card") for rect, _ in mini.boxes]
    boxes = [Box(rect, 2.5, fill=f"{process_colour(place, colours)}/80") for rect, place in mini.boxes]
    return [*lines, *sheets, *boxes]
