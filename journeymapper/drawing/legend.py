"""The line below a drawing that says what its colours and signs mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from journeymapper.drawing.display import Box, Colour, Group, Path, Primitive, still
from journeymapper.drawing.lettering import lettered
from journeymapper.drawing.paths import polyline
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import folder, marker, star
from journeymapper.layout.geometry import JourneyGeometry, Marker, Point, Rect
from journeymapper.layout.text import TextMeasure

LINE = 22.0
"""Height of a line."""
_GAP = 20.0
"""Between two entries."""

_MEANINGS = {
    ("handover", "good"): "hand-over with criteria",
    ("handover", "bad"): "hand-over without criteria",
    ("handover", "unknown"): "hand-over, criteria unknown",
    ("medium", "good"): "medium changes, context kept",
    ("medium", "bad"): "medium changes, context lost",
    ("medium", "unknown"): "medium changes, context unknown",
}


class Entry(NamedTuple):
    """A sign to be drawn around a point, how wide it is, and what it means."""

    draw: Callable[[Point], tuple[Primitive, ...]]
    width: float
    text: str
    colour: Colour = "ink2"


def draw_legend(
    geometry: JourneyGeometry, processes: Sequence[tuple[str, Colour]], place: Rect, measure: TextMeasure
) -> Group:
    """The processes (title and colour) and the signs that occur, in as many lines as the width of `place` asks for."""
    items: list[Primitive] = []
    x, y = place.x, place.y + LINE / 2
    for entry in (*_processes(processes), *_signs(geometry)):
        width = entry.width + 6 + measure.width(entry.text, "small")
        if x > place.x and x + width > place.right:
            x, y = place.x, y + LINE
        left = x + entry.width + 6
        items += entry.draw((x + entry.width / 2, y))
        items.append(lettered(entry.text, left, x + width, baseline(y, "small"), "small", entry.colour))
        x += width + _GAP
    return Group("page", "legend", "page", Rect(place.x, place.y, place.w, y + LINE / 2 - place.y), still(*items))


def _processes(processes: Sequence[tuple[str, Colour]]) -> Iterator[Entry]:
    for title, colour in processes:
        yield Entry(partial(_chip, colour), 14, title, colour)


def _signs(geometry: JourneyGeometry) -> Iterator[Entry]:
    cards = geometry.cards.values()
    if any(card.moment_of_truth for card in cards):
        yield Entry(lambda at: (star(at),), 14, "moment of truth")
    if any(card.opens for card in cards):
        yield Entry(lambda at: (folder(at),), 16, "opens a micro journey")
    found = {(sign.kind, sign.state): sign for route in geometry.routes for sign in route.markers}
    for known, meaning in _MEANINGS.items():
        if known in found:
            yield Entry(partial(_sign, found[known]), 20, meaning)
    if any(route.assumed for route in geometry.routes):
        yield Entry(lambda at: (_dashes(at),), 22, "share assumed")


def _chip(colour: Colour, at: Point) -> tuple[Primitive, ...]:
    return (Box(Rect(at[0] - 7, at[1] - 5, 14, 10), 3, fill=colour),)


def _sign(like: Marker, at: Point) -> tuple[Primitive, ...]:
    return (marker(like._replace(at=at)),)


def _dashes(at: Point) -> Path:
    return Path(polyline([(at[0] - 11, at[1]), (at[0] + 11, at[1])]), stroke="arrow", width=1.4, dash=(4, 3))
