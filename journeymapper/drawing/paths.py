"""Outlines as commands: circles, polygons, lines with rounded corners, smooth curves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from journeymapper.drawing.display import Command
from journeymapper.layout.geometry import Point

Commands = tuple[Command, ...]

_ROUND = 0.5523
"""How far the handles of a quarter circle reach, in parts of its radius."""


def polyline(points: Sequence[Point]) -> Commands:
    """Straight lines through the points."""
    return (("M", points[0]), *(("L", point) for point in points[1:]))


def polygon(points: Sequence[Point]) -> Commands:
    """A closed outline through the points."""
    return (*polyline(points), ("Z", ()))


def circle(at: Point, radius: float) -> Commands:
    """A circle around a point."""
    x, y = at
    r, k = radius, radius * _ROUND
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def cubic(points: Sequence[Point]) -> Commands:
    """One cubic curve from its four points."""
    start, first, second, end = points
    return (("M", start), ("C", (*first, *second, *end)))


def rounded(points: Sequence[Point], radius: float) -> Commands:
    """An orthogonal line through the points, each corner rounded as far as its two legs allow."""
    commands: list[Command] = [("M", points[0])]
    for before, (x, y), after in zip(points, points[1:], points[2:], strict=False):
        back, on = (before[0] - x, before[1] - y), (after[0] - x, after[1] - y)
        back_length, on_length = hypot(*back), hypot(*on)
        reach = min(radius, back_length / 2, on_length / 2)
        if reach < 0.5:
            commands.append(("L", (x, y)))
            continue
        (bx, by), (ax, ay) = _scaled(back, reach / back_length), _scaled(on, reach / on_length)
        bend = 1 - _ROUND
        commands.append(("L", (x + bx, y + by)))
        commands.append(("C", (x + bx * bend, y + by * bend, x + ax * bend, y + ay * bend, x + ax, y + ay)))
    commands.append(("L", points[-1]))
    return tuple(commands)


def monotone(points: Sequence[Point], *, joined: bool = False) -> Commands:
    """A smooth curve through points of rising x that never swings above or below them.

    Tangents after Fritsch and Carlson (1980) in Steffen's form (1990). With `joined` the curve goes on from where the
    outline is (a line to its first point) instead of beginning anew.
    """
    tangents = _tangents(points)
    commands: list[Command] = [("L" if joined else "M", points[0])]
    for (start, end), (rise, fall) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (end[0] - start[0]) / 3
        first = (start[0] + third, start[1] + rise * third)
        second = (end[0] - third, end[1] - fall * third)
        commands.append(("C", (*first, *second, *end)))
    return tuple(commands)


def area(upper: Sequence[Point], lower: Sequence[Point]) -> Commands:
    """The area between two smooth curves over the same x."""
    mirrored = [(-x, y) for x, y in reversed(lower)]
    back = [(name, _mirror(numbers)) for name, numbers in monotone(mirrored, joined=True)]
    return (*monotone(upper), *back, ("Z", ()))


def _tangents(points: Sequence[Point]) -> list[float]:
    steps = [b[0] - a[0] or 1e-9 for a, b in pairwise(points)]
    slopes = [(b[1] - a[1]) / step for (a, b), step in zip(pairwise(points), steps, strict=True)]
    inner = []
    for (left, right), (before, after) in zip(pairwise(slopes), pairwise(steps), strict=True):
        mean = (left * after + right * before) / (before + after)
        smallest = min(abs(left), abs(right), abs(mean) / 2)
        inner.append(0.0 if left * right <= 0 else 2 * smallest * (1 if mean > 0 else -1))
    return [0.0, *inner, 0.0]


def _mirror(numbers: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(-number if place % 2 == 0 else number for place, number in enumerate(numbers))


def _scaled(vector: Point, by: float) -> Point:
    return (vector[0] * by, vector[1] * by)
