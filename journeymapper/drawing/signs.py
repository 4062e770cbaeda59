"""The small drawn signs: target, star, face, folder, flag, hand-over, change of medium."""

from __future__ import annotations

from math import cos, pi, sin

from journeymapper.drawing.display import Colour, Path
from journeymapper.drawing.paths import Commands, circle, polygon, polyline
from journeymapper.layout.geometry import Marker, Point

FACE_RADIUS = 9.0
_FEELING_COLOURS = {-2: "error", -1: "error", 0: "ink3", 1: "good", 2: "good"}
_MARKER_COLOURS = {"good": "good", "bad": "error", "unknown": "warning"}


def target(at: Point, colour: Colour) -> Path:
    """Two rings, before a goal."""
    return Path((*circle(at, 4.2), *circle(at, 1.6)), stroke=colour, width=1)


def star(at: Point, radius: float = 6.6) -> Path:
    """A filled star: a moment of truth."""
    tips = [radius if tip % 2 == 0 else radius * 0.42 for tip in range(10)]
    return Path(polygon([_polar(at, tip, place * pi / 5 - pi / 2) for place, tip in enumerate(tips)]), fill="star")


def face(at: Point, feeling: float) -> tuple[Path, ...]:
    """A face whose mouth says the feeling, from -2 (terrible) to +2 (delighted); brows only for -2, teeth for +2."""
    value = max(-2, min(2, round(feeling)))
    colour = _FEELING_COLOURS[value]
    x, y = at
    x, y = at
    eyes = Path((*circle((x - 3.1, y - 2.3), 1.15), *circle((x + 3.1, y - 2.3), 1.15)), fill=colour)
    outline = circle(at, FACE_RADIUS)
    if value == 2:
        corner, chin = (x - 4.6, y + 1.2), (x - 4.0, y + 7.2, x + 4.0, y + 7.2, x + 4.6, y + 1.2)
        laugh = Path((*eyes.commands, ("M", corner), ("C", chin), ("Z", ())), fill=colour)
        return (Path(outline, fill=f"{colour}/14", stroke=colour, width=1.5), laugh)
    tint = f"{colour}/14" if value == -2 else None
    lines = (*outline, *_mouth(at, value), *(_brows(at) if value == -2 else ()))
    return (Path(outline, fill=tint), Path(lines, stroke=colour, width=1.5, round_ends=True), eyes)[0 if tint else 1 :]


def _mouth(at: Point, value: int) -> Commands:
    """Corners up or down; straight for 0."""
    x, y = at
    bend = {-2: -4.4, -1: -3.0, 0: 0.0, 1: 3.0}[value]
    height = y + 3.2 - bend * 0.4
    lips = (x - 2.2, height + bend, x + 2.2, height + bend, x + 4.0, height)
    return (("M", (x - 4.0, height)), ("C", lips))


def _brows(at: Point) -> Commands:
    x, y = at
    left, right = [polyline([(x + side * 5.2, y - 5.6), (x + side * 1.8, y - 4.2)]) for side in (-1, 1)]
    return (*left, *right)


def folder(at: Point, colour: Colour = "ink2") -> Path:
    """A folder, 16 wide, around a point: there is a micro journey inside."""
    x, y = at[0] - 8, at[1] - 6.5
    corners = [(0, 0), (5.5, 0), (7.5, 3), (16, 3), (16, 13), (0, 13)]
    return Path(polygon([(x + dx, y + dy) for dx, dy in corners]), stroke=colour, width=1.4, round_ends=True)


def flag(at: Point, colour: Colour) -> Path:
    """A small filled flag, 8 high, its pole's foot at a point."""
    x, y = at
    corners = [(0, 0), (0, -8), (7, -8), (5.2, -5.5), (7, -3), (1.3, -3), (1.3, 0)]
    return Path(polygon([(x + dx, y + dy) for dx, dy in corners]), fill=colour)


def marker(sign: Marker) -> tuple[Path, ...]:
    """A diamond with two arrows for a hand-over, struck through without criteria; a ring with a wave for a medium.

    The wave is whole where context is carried, broken where none is, with a point below where nothing is known.
    """
    colour = _MARKER_COLOURS[sign.state]
    if sign.kind == "handover":
        outline, inner = _diamond(sign.at, 9.5), _exchange(sign.at, struck=sign.state == "bad")
    else:
        outline, inner = circle(sign.at, 8), _wave(sign.at, sign.state)
    ring = Path(outline, fill="card", stroke=colour, width=1.4, round_ends=True)
    return (ring, Path(inner, stroke=colour, width=1.3, round_ends=True))


def _diamond(at: Point, reach: float) -> Commands:
    x, y = at
    return polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])


def _exchange(at: Point, *, struck: bool) -> Commands:
    """Two arrows, to and fro."""
    x, y = at
    there = polyline([(x + 1.6, y - 3.6), (x + 3.6, y - 1.7), (x - 3.6, y - 1.7)])
    back = polyline([(x - 1.6, y + 3.6), (x - 3.6, y + 1.7), (x + 3.6, y + 1.7)])
    return (*there, *back, *(polyline([(x - 3.4, y + 4.2), (x + 3.4, y - 4.2)]) if struck else ()))


def _wave(at: Point, state: str) -> Commands:
    x, y = at
    gap = 1.2 if state == "bad" else 0.0
    left: Commands = (("M", (x - 4.6, y + 1)), ("C", (x - 3.4, y - 2.4, x - 1.8, y - 2.4, x - gap, y - gap / 2)))
    right: Commands = (("M", (x + gap, y + gap / 2)), ("C", (x + 1.8, y + 2.4, x + 3.4, y + 2.4, x + 4.6, y - 1)))
    return (*left, *right, *(circle((x, y + 4.4), 0.5) if state == "unknown" else ()))


def _polar(at: Point, radius: float, angle: float) -> Point:
    return (at[0] + radius * cos(angle), at[1] + radius * sin(angle))
