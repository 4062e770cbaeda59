"""Hit tests: which group of the display list is at a point, and which cards a rectangle touches."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from journeymapper.drawing.display import DisplayList, Group
from journeymapper.drawing.link import owner as owner_of
from journeymapper.drawing.view import View
from journeymapper.layout.geometry import JourneyGeometry, Point, Rect, Route

NEAR = 6.0
"""Pixels that the pointer may be beside a link."""

_ORDER = {"link": 1, "card": 2, "stub": 3, "pill": 4, "label": 5}
"""What can be pointed at; the higher lies above."""


class Hit(NamedTuple):
    """What is at a point: an item of the journey, and the group that shows it."""

    owner: str
    group: Group


class HitIndex:
    """Finds groups by where they are: links by their line, everything else by its bounds."""

    def __init__(self, display: DisplayList, geometry: JourneyGeometry) -> None:
        self._runs = [run for run in display.runs if run.kind in _ORDER]
        self._geometry = geometry

    def at(self, x: float, y: float, zoom: float) -> Hit | None:
        """The topmost group at a point of the drawing."""
        near = NEAR / zoom
        around = Rect(x - near, y - near, 2 * near, 2 * near)
        groups = (run[place] for run in self._runs for place in run.view.touching(around))
        hits = [group for group in groups if group.owner and self._is_hit(group, x, y, near)]
        group = max(hits, key=lambda group: _ORDER[group.kind], default=None)
        return Hit(group.owner, group) if group else None

    def cards_in(self, rect: Rect) -> frozenset[str]:
        """The cards that a rectangle of the drawing touches."""
        cards, view = self._cards
        return frozenset(cards[place] for place in view.touching(rect))

    def _is_hit(self, group: Group, x: float, y: float, near: float) -> bool:
        route = self._routes.get(group.owner) if group.kind == "link" else None
        return distance_to_line(line_of(route), x, y) <= near if route else group.bounds.contains(x, y)

    @cached_property
    def _cards(self) -> tuple[Sequence[str], View]:
        cards = self._geometry.cards
        return list(cards), View([card.rect for card in cards.values()])

    @cached_property
    def _routes(self) -> Mapping[str, Route]:
        return {owner_of(route): route for route in self._geometry.routes}


def line_of(route: Route) -> Sequence[Point]:
    """The corners of a link's line; of a curved one, points close enough together."""
    if not route.curved or len(route.points) != 4:
        return route.points
    return tuple(_on_curve(route.points, step / 24) for step in range(25))


def _on_curve(points: Sequence[Point], t: float) -> Point:
    """A point of a cubic Bézier curve."""
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y


def distance_to_line(line: Sequence[Point], x: float, y: float) -> float:
    """How far a point is from a line through points."""
    return min(_distances(line, x, y), default=math.inf)


def _distances(line: Sequence[Point], x: float, y: float) -> Iterator[float]:
    for (ax, ay), (bx, by) in pairwise(line):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = min(max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) if length else 0
        yield math.hypot(x - ax - along * dx, y - ay - along * dy)
