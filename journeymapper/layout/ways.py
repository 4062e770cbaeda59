"""The way that each link takes through the grid: which sides it uses, which gutters and which channel it runs in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from journeymapper.layout.grid import Grid
from journeymapper.layout.network import Network

Course = Literal["down", "up", "round", "straight", "turn-late", "turn-early", "channel"]
"""How a link runs.

``down`` and ``up``: straight between two cards, one right below the other. ``round``: out at the right and in again at
the right of a card of the same column. ``straight``: along one row. ``turn-late``, ``turn-early``: along the source's
or the target's row with one turn in the gutter before the target or after the source. ``channel``: between two rows.
"""


class Way(NamedTuple):
    """The way of one link; gutter `g` lies right of column `g`, channel `k` above row `k`."""

    source: int
    target: int
    course: Course
    kind: Literal["forward", "within", "back"]
    leaves: int = 0
    """The gutter that the link turns in first."""
    enters: int = 0
    """The gutter that it turns in last."""
    channel: int = -1


def ways_through(grid: Grid, network: Network, across: Sequence[float]) -> list[Way]:
    """The way of every link, in the network's order; none of them passes a card.

    `across` is how far each card is moved in its cell; only cards moved alike are joined from top to bottom.
    Links along a row choose first.
    """
    finder = _Finder(grid, across)
    links, rows = network.links, grid.rows
    ways: dict[int, Way] = {}
    for number in sorted(range(len(links)), key=lambda each: rows[links[each][0]] != rows[links[each][1]]):
        ways[number] = finder.way(*links[number])
    return [ways[number] for number in range(len(links))]


class _Finder:
    """Finds ways one after the other, remembering what is taken."""

    def __init__(self, grid: Grid, across: Sequence[float]) -> None:
        self.grid = grid
        self.taken = [0] * (grid.height + 1)
        """Each row's columns that hold a card or are passed by a link, as bits."""
        self.load = [0] * (grid.height + 1)
        self.borders = {span.first for span in grid.lanes} | {grid.height}
        self.below = _neighbours_below(grid, across)
        self.joined: set[tuple[int, int]] = set()
        self.blocked = [0] * (grid.height + 1)
        """The columns, as bits, in which something stands in the way of each channel."""
        for column, row in zip(grid.columns, grid.rows, strict=True):
            self.taken[row] |= 1 << column
        for column, row in grid.spilled:
            self.taken[row] |= 1 << column
            self.blocked[row] |= 1 << column

    def way(self, source: int, target: int) -> Way:
        """The way of one link."""
        columns, rows = self.grid.columns, self.grid.rows
        start, goal = columns[source], columns[target]
        if start == goal:
            return self._within(source, target)
        if start > goal:
            channel = self._channel(rows[source], rows[target], _bits(goal, start + 1))
            return Way(source, target, "channel", "back", start, goal - 1, channel)
        course: Course | None = None
        if rows[source] == rows[target]:
            course = "straight" if self._pass(rows[source], start, goal) else None
        elif goal == start + 1 or self._pass(rows[target], start, goal):
            course = "turn-early"
        elif self._pass(rows[source], start, goal):
            course = "turn-late"
        if course is not None:
            gutter = goal - 1 if course == "turn-late" else start
            return Way(source, target, course, "forward", gutter, gutter)
        channel = self._channel(rows[source], rows[target], _bits(start + 1, goal))
        return Way(source, target, "channel", "forward", start, goal - 1, channel)

    def _within(self, source: int, target: int) -> Way:
        """Down or up to a neighbour, unless another link joins the two already; else round at the right."""
        upper, lower = (source, target) if self.grid.rows[source] < self.grid.rows[target] else (target, source)
        column = self.grid.columns[source]
        if source != target and self.below.get(upper) == lower and (upper, lower) not in self.joined:
            self.joined.add((upper, lower))
            return Way(source, target, "down" if upper == source else "up", "within", column, column)
        return Way(source, target, "round", "within", column, column)

    def _pass(self, row: int, start: int, goal: int) -> bool:
        """Take the row between two columns if nothing stands there."""
        between = _bits(start + 1, goal)
        if self.taken[row] & between:
            return False
        self.taken[row] |= between
        return True

    def _channel(self, start: int, goal: int, columns: int) -> int:
        """The least used channel between two rows free in all `columns`; best between lanes, near the target."""
        near = range(min(start, goal) + 1, max(start, goal) + 1) if start != goal else (start, start + 1)
        free = [k for k in near if not self.blocked[k] & columns]
        free = free or [k for k in range(self.grid.height + 1) if not self.blocked[k] & columns]
        best = min(free, key=lambda k: (self.load[k] // 3, k not in self.borders, abs(2 * k - 2 * goal - 1), -k))
        self.load[best] += 1
        return best


def _bits(first: int, end: int) -> int:
    """The columns from `first` to before `end`, as bits."""
    return (1 << end) - (1 << first)


def _neighbours_below(grid: Grid, across: Sequence[float]) -> dict[int, int]:
    """The next interaction below each one in its column."""
    order: Sequence[int] = sorted(range(len(grid.columns)), key=lambda each: (grid.columns[each], grid.rows[each]))
    return {
        upper: lower
        for upper, lower in pairwise(order)
        if grid.columns[upper] == grid.columns[lower] and across[upper] == across[lower]
    }
