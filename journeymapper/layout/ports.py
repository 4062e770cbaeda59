"""Where on its sides each card is left and entered, ordered so that links do not cross before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from journeymapper.layout.grid import Grid
from journeymapper.layout.metrics import ENTRY, SLOT
from journeymapper.layout.ways import Way

_EDGE = 8.0
"""Least distance of a port from a card's corner."""


class Slots(NamedTuple):
    """The order of the ports; a slot is a link's number, with True where the link comes in."""

    right: dict[int, list[tuple[int, bool]]]
    left: dict[int, list[int]]

    def need(self, card: int) -> float:
        """The least height of a card whose right side has room for its slots."""
        return SLOT * len(self.right.get(card, ()))


def slots_of(grid: Grid, ways: Sequence[Way]) -> Slots:
    """Order the ports of every card by where their links come from or go to, from top to bottom."""
    right: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    left: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, way in enumerate(ways):
        if way.course in ("down", "up"):
            continue
        right[way.source].append((_goes_to(grid, way), number, False))
        if way.course == "round":
            right[way.target].append((2 * grid.rows[way.source] + 1, number, True))
        else:
            left[way.target].append((_comes_from(grid, way), number))
    return Slots(
        {card: [(number, comes) for _, number, comes in sorted(found)] for card, found in right.items()},
        {card: [number for _, number in sorted(found)] for card, found in left.items()},
    )


def _goes_to(grid: Grid, way: Way) -> int:
    """The level at which a link runs after its first turn: odd for rows, even for channels."""
    if way.course == "channel":
        return 2 * way.channel
    row = grid.rows[way.source if way.course in ("straight", "turn-late") else way.target]
    return 2 * row + 1


def _comes_from(grid: Grid, way: Way) -> int:
    """The level at which a link runs before its last turn."""
    if way.course == "channel":
        return 2 * way.channel
    adjacent = grid.columns[way.target] == grid.columns[way.source] + 1
    row = grid.rows[way.source if adjacent or way.course == "turn-late" else way.target]
    return 2 * row + 1


def right_ports(
    slots: Slots, tops: Sequence[float], heights: Sequence[float]
) -> tuple[dict[int, float], dict[int, float]]:
    """Where each link leaves its source and where one that runs round enters its target, from the drawing's top.

    `tops` and `heights` are the cards'. A link between neighbours in a column leaves in the middle and is left out.
    """
    leaving: dict[int, float] = {}
    entering: dict[int, float] = {}
    for card, found in slots.right.items():
        first = tops[card] + (heights[card] - SLOT * (len(found) - 1)) / 2
        for place, (number, comes) in enumerate(found):
            (entering if comes else leaving)[number] = first + place * SLOT
    return leaving, entering


def left_ports(
    slots: Slots, ways: Sequence[Way], tops: Sequence[float], heights: Sequence[float], leaving: dict[int, float]
) -> dict[int, float]:
    """Where each link enters its target at the left, from the top of the drawing; straight links stay straight.

    `tops` are the cards' tops and `leaving` the links' exits, both from the top of the drawing.
    """
    entering: dict[int, float] = {}
    for card, found in slots.left.items():
        least, most = tops[card] + _EDGE, tops[card] + heights[card] - _EDGE
        step = min(ENTRY, (most - least) / max(1, len(found) - 1))
        first = (least + most - step * (len(found) - 1)) / 2
        for place, number in enumerate(found):
            if ways[number].course == "straight" and least <= leaving[number] <= most:
                first = leaving[number] - place * step
        first = min(max(first, least), most - step * (len(found) - 1))
        for place, number in enumerate(found):
            entering[number] = first + place * step
    return entering
