"""The small drawn signs: target, star, face, folder, flag, hand-over, change of medium."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from journeymapper.drawing.display import Colour, Path, Sign
from journeymapper.drawing.paths import Commands, circle, polygon, polyline
from journeymapper.layout.geometry import Marker, Point

FACE_RADIUS = 9.0
_CENTRE = (0.0, 0.0)
_FEELING_COLOURS = {-2: "error", -1: "error", 0: "ink3", 1: "good", 2: "good"}
_MARKER_COLOURS = {"good": "good", "bad": "error", "unknown": "warning"}


def target(at: Point) -> Sign:
    """Two rings, before a goal."""
    return Sign("target", at, _target())


@cache
def _target() -> tuple[Path, ...]:
    return (Path((*circle(_CENTRE, 4.2), *circle(_CENTRE, 1.6)), stroke="ink3", width=1),)


def star(at: Point) -> Sign:
    """A filled star: a moment of truth."""
    return Sign("star", at, _star())


@cache
def _star() -> tuple[Path, ...]:
    outer, inner = 6.6, 2.8
    angles = [place * pi / 5 - pi / 2 for place in range(10)]
    reach = [outer if place % 2 == 0 else inner for place in range(10)]
    return (Path(polygon([(r * cos(a), r * sin(a)) for r, a in zip(reach, angles, strict=True)]), fill="star"),)


def face(at: Point, feeling: float) -> Sign:
    """A face whose mouth says the feeling, from -2 (terrible) to +2 (delighted); brows only for -2, teeth for +2."""
    value = max(-2, min(2, round(feeling)))
    return Sign(f"face {value}", at, _face(value))


@cache
def _face(value: int) -> tuple[Path, ...]:
    colour = _FEELING_COLOURS[value]
    eyes = (*circle((-3.1, -2.3), 1.15), *circle((3.1, -2.3), 1.15))
    outline = circle(_CENTRE, FACE_RADIUS)
    tint = Path(outline, fill=f"{colour}/14" if abs(value) == 2 else None)
    if value == 2:
        laugh: Commands = (("M", (-4.6, 1.2)), ("C", (-4.0, 7.2, 4.0, 7.2, 4.6, 1.2)), ("Z", ()))
        return (tint, Path(outline, stroke=colour, width=1.5), Path((*eyes, *laugh), fill=colour))
    lines = (*outline, *_mouth(value), *(_brows() if value == -2 else ()))
    return (tint, Path(lines, stroke=colour, width=1.5, round_ends=True), Path(eyes, fill=colour))


def _mouth(value: int) -> Commands:
    """Corners up or down; straight for 0."""
    bend = {-2: -4.4, -1: -3.0, 0: 0.0, 1: 3.0}[value]
    height = 3.2 - bend * 0.4
    return (("M", (-4.0, height)), ("C", (-2.2, height + bend, 2.2, height + bend, 4.0, height)))


def _brows() -> Commands:
    return (*polyline([(-5.2, -5.6), (-1.8, -4.2)]), *polyline([(5.2, -5.6), (1.8, -4.2)]))


def folder(at: Point) -> Sign:
    """A folder, 16 wide: there is a micro journey inside."""
    return Sign("folder", at, _folder())


@cache
def _folder() -> tuple[Path, ...]:
    corners = [(-8, -6.5), (-2.5, -6.5), (-0.5, -3.5), (8, -3.5), (8, 6.5), (-8, 6.5)]
    return (Path(polygon(corners), stroke="ink2", width=1.4, round_ends=True),)


def flag(at: Point, colour: Colour) -> Sign:
    """A small filled flag, 8 high, its pole's foot at the point."""
    return Sign(f"flag {colour}", at, _flag(colour))


@cache
def _flag(colour: Colour) -> tuple[Path, ...]:
    return (Path(polygon([(0, 0), (0, -8), (7, -8), (5.2, -5.5), (7, -3), (1.3, -3), (1.3, 0)]), fill=colour),)


def marker(like: Marker) -> Sign:
    """A diamond with two arrows for a hand-over, struck through without criteria; a ring with a wave for a medium.

    The wave is whole where context is carried, broken where none is, with a point below where nothing is known.
    """
    return Sign(f"{like.kind} {like.state}", like.at, _marker(like.kind, like.state))


@cache
def _marker(kind: str, state: str) -> tuple[Path, ...]:
    if kind == "handover":
        outline, inner = polygon([(0, -9.5), (9.5, 0), (0, 9.5), (-9.5, 0)]), _exchange(struck=state == "bad")
    else:
        outline, inner = circle(_CENTRE, 8), _wave(state)
    colour = _MARKER_COLOURS[state]
    ring = Path(outline, fill="card", stroke=colour, width=1.4, round_ends=True)
    return (ring, Path(inner, stroke=colour, width=1.3, round_ends=True))


def _exchange(*, struck: bool) -> Commands:
    """Two arrows, to and fro."""
    there = polyline([(1.6, -3.6), (3.6, -1.7), (-3.6, -1.7)])
    back = polyline([(-1.6, 3.6), (-3.6, 1.7), (3.6, 1.7)])
    return (*there, *back, *(polyline([(-3.4, 4.2), (3.4, -4.2)]) if struck else ()))


def _wave(state: str) -> Commands:
    gap = 1.2 if state == "bad" else 0.0
    left: Commands = (("M", (-4.6, 1)), ("C", (-3.4, -2.4, -1.8, -2.4, -gap, -gap / 2)))
    right: Commands = (("M", (gap, gap / 2)), ("C", (1.8, 2.4, 3.4, 2.4, 4.6, -1)))
    return (*left, *right, *(circle((0, 4.4), 0.5) if state == "unknown" else ()))
