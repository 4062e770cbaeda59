"""From rows and columns to points: how high rows, how wide gutters are, and where they and their tracks begin."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymapper.layout.grid import Grid, Span
from journeymapper.layout.metrics import (
    ARROW,
    CARD_WIDTH,
    EMPTY_ROW,
    GRID,
    GUTTER_STEP,
    LANE_BOTTOM,
    LANE_TOP,
    MARGIN,
    TRACK,
)


class Body(NamedTuple):
    """What a card takes: its height, the room for what stands at it, and how far it was moved in its cell."""

    height: float
    above: float
    below: float
    right: float
    """From its right side to the end of the labels there."""
    across: float = 0.0
    down: float = 0.0


class Heights(NamedTuple):
    """Where rows, lanes and channels are, from top to bottom."""

    rows: list[float]
    """The top of the cards of each row."""
    lanes: list[tuple[float, float]]
    channels: list[float]
    """The first track of the channel above each row, and of the one below the last row."""


class Widths(NamedTuple):
    """Where columns and gutters are, from left to right."""

    columns: list[float]
    """The left side of the unmoved cards of each column."""
    borders: list[float]
    """The left border of each column's half of its gutters, and the right end of the last one."""
    tracks: dict[int, float]
    """The first track of each gutter; gutter -1 lies left of the first column."""


def heights_of(grid: Grid, bodies: Sequence[Body], tracks: Mapping[int, int], top: float) -> Heights:
    """Stack the rows from `top` on; `tracks` is the number of tracks in each channel."""
    above, extent = [0.0] * grid.height, [0.0] * grid.height
    spilling: dict[int, float] = {}
    for column, row, body in zip(grid.columns, grid.rows, bodies, strict=True):
        above[row] = max(above[row], body.above - body.down)
        bottom = body.down + body.height + body.below
        if (column, row + 1) in grid.spilled:
            spilling[row] = max(spilling.get(row, 0.0), bottom)
        else:
            extent[row] = max(extent[row], bottom)
    for row in set(range(grid.height)).difference(grid.rows):
        extent[row] = EMPTY_ROW
    rows: list[float] = []
    lanes: list[tuple[float, float]] = []
    channels: list[float] = []
    y = top
    for lane in grid.lanes:
        lane_top = y
        for row in range(lane.first, lane.last + 1):
            channels.append(y + TRACK / 2)
            y += channel_height(tracks.get(row, 0))
            y += max(above[row], LANE_TOP) if row == lane.first else above[row]
            rows.append(y)
            spilt = rows[row - 1] + spilling[row - 1] - y if row - 1 in spilling else 0.0
            y += max(extent[row], spilt)
        if lane is grid.lanes[-1]:
            channels.append(y + TRACK / 2)
            y += channel_height(tracks.get(grid.height, 0))
        y += LANE_BOTTOM
        lanes.append((lane_top, y))
    return Heights(rows, lanes, channels)


def channel_height(tracks: int) -> float:
    """Room for tracks, in steps of the grid so that one link more seldom moves a card."""
    return math.ceil(tracks * TRACK / GRID) * GRID


def widths_of(grid: Grid, bodies: Sequence[Body], tracks: Mapping[int, int], left: float, least: float) -> Widths:
    """Set the columns beside each other from `left` on, at least `least` apart.

    `tracks` is the number of tracks in each gutter.
    """
    before, over, after = [0.0] * (grid.width + 1), [0.0] * grid.width, [0.0] * grid.width
    for column, body in zip(grid.columns, bodies, strict=True):
        before[column] = max(before[column], -body.across)
        over[column] = max(over[column], body.across)
        after[column] = max(after[column], body.across + body.right)
    first = max(MARGIN, tracks.get(-1, 0) * TRACK + ARROW) + before[0] if grid.width else 0.0
    columns: list[float] = []
    borders, firsts = [left], {-1: left + TRACK / 2}
    x = left + first
    for column in range(grid.width):
        columns.append(x)
        x += CARD_WIDTH
        count = tracks.get(column, 0)
        last = column == grid.width - 1
        need = after[column] + count * TRACK
        if last:
            width = max(MARGIN, need + TRACK / 2 + (2 * TRACK if count and after[column] else 0))
            free = width - need - TRACK / 2
        else:
            free = GUTTER_STEP * math.ceil(max(0.0, need + ARROW - least) / GUTTER_STEP) + least - need - ARROW
            width = need + free + ARROW + before[column + 1]
        firsts[column] = x + after[column] + min(free / 2, TRACK) + TRACK / 2
        borders.append(x + (width if last else min(max(width / 2, over[column]), width - before[column + 1])))
        x += width
    return Widths(columns, borders, firsts)


def extent_of(span: Span, borders: Sequence[float]) -> tuple[float, float]:
    """Left and right border of the columns of a stage."""
    return borders[span.first], borders[span.last + 1]
