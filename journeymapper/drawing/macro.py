"""What a macro journey draws differently: the cards of events and the wide bands of flow between them."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.drawing.arrows import arrow_head, shortened
from journeymapper.drawing.card import PAD, SIGNS, body, brief, far, folder_at, process_colour
from journeymapper.drawing.display import Box, Colour, Group, Path, Primitive
from journeymapper.drawing.lettering import centred, lettered
from journeymapper.drawing.paths import Commands, cubic, polygon, polyline
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import flag, folder, star
from journeymapper.layout.geometry import Card, Mini, Point, Rect, Route
from journeymapper.layout.text import TextMeasure

TITLE_LINE = 18.0


def draw_event(card: Card, colours: Sequence[Colour], measure: TextMeasure) -> Group:
    """An event's card: title, customers and steps, and its micro journey in small."""
    colour = process_colour(card.process, colours)
    left, right = card.rect.x + PAD, card.rect.right - PAD
    items: list[Primitive] = [*body(card.rect, colour)]
    middle = card.rect.y + 21
    for row in card.title:
        items.append(lettered(row, left, right, baseline(middle, "title"), "title", "ink"))
        middle += TITLE_LINE
    for text in (card.where, card.goal):
        if text:
            items.append(lettered(text, left, right, baseline(middle, "line"), "line", "ink2"))
            middle += TITLE_LINE
    if card.mini:
        items += _mini(card.mini, colours)
    if card.moment_of_truth:
        items.append(star((card.rect.right - SIGNS, card.rect.y + 20)))
    if card.opens:
        items.append(folder(folder_at(card)))
    tip = " ".join(card.title) if card.cut else ""
    return Group(
        "card", card.ident, "cards", card.rect.grown(3), tuple(items), tip,
        brief=brief(card, colour, measure), far=far(card.rect, colour),
    )  # fmt: skip


def draw_tab(card: Card, measure: TextMeasure) -> Group:
    """The tab on an event's upper border that names its milestone; green with a flag for the conversion."""
    indent = 12 if card.is_conversion else 0
    width = measure.width(card.milestone, "pill") + 24 + indent
    rect = Rect(card.rect.right - width - 2, card.rect.y - 10, width, 19)
    fill, ink = ("good", "on-good") if card.is_conversion else ("ink", "canvas")
    text = centred(card.milestone, Rect(rect.x + indent, rect.y, rect.w - indent, rect.h), "pill", ink)
    items: list[Primitive] = [Box(rect, rect.h / 2, fill=fill), text]
    if card.is_conversion:
        items.append(flag((rect.x + 11, rect.center[1] + 4), ink))
    return Group("label", card.ident, "labels", rect, tuple(items), brief=())


def draw_flow(route: Route) -> Group:
    """A band as wide as the customers who take it are many, with an arrow at its end."""
    outline, head = _band(route)
    owner = f"{route.source}>{route.target}"
    dash = (9.0, 6.0) if route.assumed else ()
    band = Path(outline, stroke="flow", width=route.width, dash=dash)
    xs, ys = [x for x, _ in route.points], [y for _, y in route.points]
    bounds = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(route.width / 2 + 6)
    return Group("link", owner, "links", bounds, (band, Path(polygon(head), fill="accent")))


def draw_amount(route: Route) -> Group | None:
    """The number on a band."""
    if route.label is None:
        return None
    text = centred(route.label.text, route.label.rect, "figure", "ink")
    return Group("label", f"{route.source}>{route.target}", "labels", route.label.rect, (text,), brief=())


def _band(route: Route) -> tuple[Commands, tuple[Point, ...]]:
    head = arrow_head(route.points[-2], route.points[-1], 10, 11)
    if route.curved and len(route.points) == 4:
        return cubic(route.points), head
    return polyline(shortened(route.points, 0)), head


def _mini(mini: Mini, colours: Sequence[Colour]) -> list[Primitive]:
    lines = [Path((("M", start), ("L", end)), stroke="link", width=1) for start, end in mini.lines]
    boxes = [Box(rect, 2.5, fill=f"{process_colour(place, colours)}/80") for rect, place in mini.boxes]
    return [*lines, *boxes]
