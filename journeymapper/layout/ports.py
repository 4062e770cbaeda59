"""Where on its sides each card is left and entered, ordered so that links do not cross before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journeymapper.layout.grid import Grid
from journeymapper.layout.metrics import ENTRY, SLOT
from journeymapper.layout.ways import Way

_EDGE = 8.0
"""Least distance of a port from a card's corner."""


class Slots(NamedTuple):
    """The ports of each card, in order; with each the link's number, at the right also whether the link comes in."""

    right: Mapping[int, Sequence[tuple[int, int, bool]]]
    left: Mapping[int, Sequence[tuple[int, int]]]

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
    for comers in left.values():
        comers.sort()
    for goers in right.values():
        goers.sort()
    return Slots(right, left)


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


def ports_of(
    slots: Slots, ways: Sequence[Way], tops: Sequence[float], heights: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Where each link leaves its source and enters its target, from the top of the drawing; straight links stay so.

    `tops` and `heights` are the cards'. Links between neighbours in a column, which run through the middle, have 0.
    """
    leaving, entering = [0.0] * len(ways), [0.0] * len(ways)
    for card, goers in slots.right.items():
        y = tops[card] + (heights[card] - SLOT * (len(goers) - 1)) / 2
        for place, (_, number, comes) in enumerate(goers):
            (entering if comes else leaving)[number] = y + place * SLOT
    for card, comers in slots.left.items():
        numbers = [number for _, number in comers]
        straight = {number: leaving[number] for number in numbers if ways[number].course == "straight"}
        for number, y in zip(numbers, _beside(numbers, tops[card], heights[card], straight), strict=True):
            entering[number] = y
    return leaving, entering


def _beside(numbers: Sequence[int], top: float, height: float, straight: Mapping[int, float]) -> Iterator[float]:
    """The ports at the left of a card; those of `straight` links are best where these leave."""
    least, most = top + _EDGE, top + height - _EDGE
    step = min(ENTRY, (most - least) / max(1, len(numbers) - 1))
    first = (least + most - step * (len(numbers) - 1)) / 2
    for place, number in enumerate(numbers):
        if number in straight and least <= straight[number] <= most:
            first = straight[number] - place * step
    first = min(max(first, least), most - step * (len(numbers) - 1))
    return (first + place * step for place in range(len(numbers)))
