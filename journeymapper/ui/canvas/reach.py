"""The reach of cards moved by hand: how far they may go inside their stage and lane."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

from journeymapper.layout.geometry import Header, JourneyGeometry, Rect

GRID = 20
"""Points of the drawing between the places that a card moved by hand snaps to."""
GROWTH = 6
"""Units by which a stage or lane may be made larger with one move."""

Units = tuple[int, int]


class Reach(NamedTuple):
    """The least and the most units to the right and down."""

    left: int
    right: int
    up: int
    down: int

    def held(self, units: Units) -> Units:
        """The nearest place within reach."""
        return min(max(units[0], self.left), self.right), min(max(units[1], self.up), self.down)

    def shared(self, other: Reach) -> Reach:
        """What two cards that move together may do."""
        return Reach(
            max(self.left, other.left), min(self.right, other.right), max(self.up, other.up), min(self.down, other.down)
        )


_FAR = Reach(-500, 500, -500, 500)


def reach_of(geometry: JourneyGeometry, idents: Iterable[str]) -> Reach:
    """How far these cards may be moved together."""
    reach = _FAR
    for ident in idents:
        card = geometry.cards.get(ident)
        if card is not None:
            reach = reach.shared(_inside(_cell(geometry, card.rect), card.rect))
    return reach


def _cell(geometry: JourneyGeometry, card: Rect) -> Rect:
    """The card's stage and lane, whole where the journey has none."""
    x, y = card.center
    everything = geometry.bounds
    columns = [] if geometry.level == "macro" else geometry.stages
    column = _around(columns, lambda area: area.x <= x <= area.right) or everything
    lane = _around(geometry.lanes, lambda area: area.y <= y <= area.bottom) or everything
    return Rect(column.x, lane.y, column.w, lane.h)


def _around(headers: Iterable[Header], holds: Callable[[Rect], bool]) -> Rect | None:
    return next((header.area for header in headers if holds(header.area)), None)


def _inside(cell: Rect, card: Rect) -> Reach:
    return Reach(
        min(math.ceil((cell.x - card.x) / GRID), 0),
        max(math.floor((cell.right - card.right) / GRID), 0) + GROWTH,
        min(math.ceil((cell.y - card.y) / GRID), 0),
        max(math.floor((cell.bottom - card.bottom) / GRID), 0) + GROWTH,
    )
