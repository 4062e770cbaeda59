"""The heads of arrows, and lines cut back to where a head begins."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from journeymapper.layout.geometry import Point


def arrow_head(before: Point, tip: Point, length: float, width: float) -> tuple[Point, Point, Point]:
    """The triangle of an arrow that comes from `before` and touches `tip`."""
    dx, dy = _direction(before, tip)
    base = (tip[0] - dx * length, tip[1] - dy * length)
    half = width / 2
    return (tip, (base[0] - dy * half, base[1] + dx * half), (base[0] + dy * half, base[1] - dx * half))


def shortened(points: Sequence[Point], by: float) -> tuple[Point, ...]:
    """The line with its last leg shorter by `by`, so that it ends under its arrow head."""
    before, tip = points[-2], points[-1]
    dx, dy = _direction(before, tip)
    by = min(by, hypot(tip[0] - before[0], tip[1] - before[1]))
    return (*points[:-1], (tip[0] - dx * by, tip[1] - dy * by))


def _direction(start: Point, end: Point) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
