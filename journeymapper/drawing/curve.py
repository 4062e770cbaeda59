"""The curve of feeling below the lanes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter

from journeymapper.drawing.display import Detail, Group, Path, Primitive, Run, Text, runs_of, still
from journeymapper.drawing.heads import MARGIN
from journeymapper.drawing.lettering import printable
from journeymapper.drawing.paths import area, circle, monotone, polyline
from journeymapper.drawing.roles import baseline
from journeymapper.layout.geometry import Curve, CurvePoint, Rect

DOT = 4.5
_BEFORE = 56.0
"""How far before the first point the levels may be written over."""
_ABOVE, _BELOW = -11.0, 17.0
"""How far from a point its name's line of text is."""


def draw_curve(curve: Curve) -> Iterator[Run]:
    """The scale; the band between best and worst way; the line of the likeliest way with its peaks and valleys."""
    yield draw_scale(curve)
    yield from runs_of([Group("curve", "", "curve", curve.frame, partial(_lines, curve))])
    named = (point for point in curve.points if point.note)
    yield from runs_of(
        Group("curve", point.ident, "curve", curve.frame, still(_note(point, curve)), near=True) for point in named
    )
    yield Run("curve", "curve", curve.points, draw_dot, _dot_place, attrgetter("ident"), margin=DOT + 1)


def draw_scale(curve: Curve) -> Run:
    """The levels of feeling, with what they mean and what is drawn how."""
    (scale,) = runs_of([Group("curve", "scale", "curve", curve.frame, partial(_scale, curve))])
    return scale


def _scale(curve: Curve, detail: Detail) -> tuple[Primitive, ...]:
    """The border above, a line for every level, and, near enough to be read, what they mean."""
    frame = curve.frame
    left = min((point.at[0] for point in curve.points), default=frame.x + 120) - 60
    levels = [Path(polyline([(left, y), (frame.right - 14, y)]), stroke="line", width=1) for _, y in curve.levels]
    border = Path(polyline([(frame.x, frame.y), (frame.right, frame.y)]), stroke="line", width=1.5)
    name = Text("Feeling", (frame.x + MARGIN, frame.y + 20), "head", "ink2")
    if detail != "full":
        return (border, *levels)
    numbers = [
        Text(
            f"{feeling:+.0f}".replace("-", "−") if feeling else "0",
            (left - 10, baseline(y, "small")),
            "small",
            "ink2",
            "right",
        )
        for feeling, y in curve.levels
    ]
    note = Text(_note_on(curve), (frame.right - 14, frame.bottom - 8), "small", "ink2", "right")
    return (border, *levels, name, *numbers, note)


def _note_on(curve: Curve) -> str:
    parts = ["line: likeliest way"]
    if curve.band:
        parts.append("band: best to worst way")
    if any(not point.on_way for point in curve.points):
        parts.append("dashed: other steps")
    return " · ".join(parts)


def _band(curve: Curve) -> list[Path]:
    if len(curve.band) < 2:
        return []
    best = [(x, top) for x, top, _ in curve.band]
    worst = [(x, bottom) for x, _, bottom in curve.band]
    return [Path(area(best, worst), fill="accent/10")]


def _second(curve: Curve) -> list[Primitive]:
    if len(curve.second) < 2:
        return []
    line = Path(monotone(curve.second), stroke="ink2", width=1.5, dash=(1, 2), round_ends=True)
    x, y = curve.second[-1]
    return [line, Text(printable(curve.second_name), (x + 8, baseline(y, "small")), "small", "ink2")]


def _way(points: tuple[CurvePoint, ...]) -> list[Path]:
    way = [point.at for point in points if point.on_way]
    return [Path(monotone(way), stroke="accent", width=2)] if len(way) > 1 else []


def _off_way(points: tuple[CurvePoint, ...]) -> list[Path]:
    """A dashed line through each run of steps off the way, from the step before it to the step after it."""
    paths = []
    for on_way, run in groupby(range(len(points)), key=lambda place: points[place].on_way):
        if on_way:
            continue
        places = list(run)
        reach = range(max(0, places[0] - 1), min(len(points), places[-1] + 2))
        through = [points[place].at for place in reach]
        if len(through) > 1:
            paths.append(Path(monotone(through), stroke="ink3", width=1.3, dash=(3, 2.5)))
    return paths


def _lines(curve: Curve, _detail: Detail) -> tuple[Primitive, ...]:
    return (*_band(curve), *_second(curve), *_off_way(curve.points), *_way(curve.points))


def draw_dot(point: CurvePoint) -> Group:
    """A point on the curve."""
    return Group("curve", point.ident, "curve", _dot_place(point).grown(DOT + 1), partial(_dot, point))


def _dot_place(point: CurvePoint) -> Rect:
    return Rect(*point.at, 0, 0)


def _dot(point: CurvePoint, _detail: Detail) -> tuple[Primitive, ...]:
    colour = "error" if point.feeling < 0 else "accent" if point.on_way else "ink3"
    return (Path(circle(point.at, DOT), fill="card", stroke=colour, width=2),)


def _note(point: CurvePoint, curve: Curve) -> Text:
    """Below a valley, above a peak, or on the other side where another point is in the way; right of the scale."""
    half = point.note_width / 2
    left = min(other.at[0] for other in curve.points) - _BEFORE
    x = max(min(point.at[0], curve.frame.right - 14 - half), left + half)
    sides = (_BELOW, _ABOVE) if point.feeling < 0 else (_ABOVE, _BELOW)
    places = [Rect(x - half, point.at[1] + side - 10, 2 * half, 13).grown(DOT) for side in sides]
    crossed = [sum(place.contains(*other.at) for other in curve.points if other != point) for place in places]
    y = point.at[1] + sides[crossed.index(min(crossed))]
    colour = "error" if point.feeling < 0 else "ink2"
    return Text(printable(point.note), (x, y), "label", colour, "centre", "canvas/80")
