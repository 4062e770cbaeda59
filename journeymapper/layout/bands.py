"""The flow between a macro journey's events: straight to the neighbour, curved where it jumps or turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from journeymapper.layout.cycle import Cycle
from journeymapper.layout.geometry import Point, Rect
from journeymapper.layout.metrics import EVENT_PITCH

Path = Literal["level", "level-back", "jump", "across"]
"""To the neighbour in the row; the other way; below the row past others; from row to row."""

_JUMP = 64.0
_LEVEL = 30.0
_PORT = 30.0
_PORTS_FROM, _PORTS_TO = 0.12, 0.72
"""The part of a card's side that bands use; of the lower side the rest is for customers who leave."""
_LINED_UP = 60.0
"""Ports of two rows that are less apart are joined by a straight band."""


class Band(NamedTuple):
    """One link between events: how it runs and, for a jump, how far below the row."""

    source: str
    target: str
    path: Path
    width: float
    depth: float = 0.0


def bands_of(cycle: Cycle, links: Sequence[tuple[str, str]], widths: Sequence[float]) -> list[Band]:
    """How every link runs; jumps over the same events go below each other."""
    place = {ident: number for number, ident in enumerate(cycle.idents)}
    paths = [_path(cycle, place[source], place[target]) for source, target in links]
    depths = _depths(cycle, links, paths, widths)
    return [
        Band(source, target, path, width, depth)
        for (source, target), path, width, depth in zip(links, paths, widths, depths, strict=True)
    ]


def _path(cycle: Cycle, source: int, target: int) -> Path:
    if cycle.rows[source] != cycle.rows[target]:
        return "across"
    if target - source == 1:
        return "level"
    return "level-back" if source - target == 1 else "jump"


def _depths(
    cycle: Cycle, links: Sequence[tuple[str, str]], paths: Sequence[Path], widths: Sequence[float]
) -> list[float]:
    """How far below its row each jump runs: the longer, the deeper."""
    column = dict(zip(cycle.idents, cycle.columns, strict=True))
    row = dict(zip(cycle.idents, cycle.rows, strict=True))
    spans = {
        number: (row[source], *sorted((column[source], column[target])))
        for number, ((source, target), path) in enumerate(zip(links, paths, strict=True))
        if path == "jump"
    }
    depths = [0.0] * len(links)
    done: list[int] = []
    for number in sorted(spans, key=lambda each: (spans[each][2] - spans[each][1], each)):
        line, low, high = spans[number]
        below = [
            depths[other] + (widths[other] + widths[number]) / 2 + _LEVEL
            for other in done
            if spans[other][0] == line and spans[other][1] < high + 0.5 and low < spans[other][2] + 0.5
        ]
        least = _JUMP + 0.04 * EVENT_PITCH * (high - low) + widths[number] / 2
        depths[number] = max([least, *below])
        done.append(number)
    return depths


def drawn(bands: Sequence[Band], rects: Mapping[str, Rect], rows: Mapping[str, int], clear: float) -> list[list[Point]]:
    """The points of every band: two of a straight one, four of a cubic curve.

    `clear` is the part of a card's lower side, at its left, that is kept free.
    """
    ports = _ports(bands, rects, rows, clear)
    return [_points(number, band, rects, rows, ports) for number, band in enumerate(bands)]


def _points(
    number: int, band: Band, rects: Mapping[str, Rect], rows: Mapping[str, int], ports: Mapping[tuple[int, bool], float]
) -> list[Point]:
    source, target = rects[band.source], rects[band.target]
    if band.path.startswith("level"):
        return _level(source, target, 0.5 if band.path == "level" else 0.84)
    start, end = ports[number, False], ports[number, True]
    if band.path == "jump":
        low = max(source.bottom, target.bottom) + band.depth * 4 / 3
        return [(start, source.bottom), (start, low), (end, low), (end, target.bottom)]
    down = rows[band.source] < rows[band.target]
    first, last = (source.bottom, target.y) if down else (source.y, target.bottom)
    if abs(start - end) < _LINED_UP:
        middle = min(max((start + end) / 2, source.x + 20, target.x + 20), source.right - 20, target.right - 20)
        return [(middle, first), (middle, last)]
    middle = (first + last) / 2
    return [(start, first), (start, middle), (end, middle), (end, last)]


def _level(source: Rect, target: Rect, at: float) -> list[Point]:
    """Straight from side to side; a curve where the two do not stand at one height."""
    right = target.x > source.x
    start = (source.right if right else source.x, source.y + source.h * at)
    end = (target.x if right else target.right, target.y + target.h * at)
    if start[1] == end[1]:
        return [start, end]
    middle = (start[0] + end[0]) / 2
    return [start, (middle, start[1]), (middle, end[1]), end]


def _ports(
    bands: Sequence[Band], rects: Mapping[str, Rect], rows: Mapping[str, int], clear: float
) -> dict[tuple[int, bool], float]:
    """The x at which each band leaves and enters the upper or lower side of its cards, ordered so as not to cross."""
    sides: dict[tuple[str, bool], list[tuple[float, int, bool]]] = defaultdict(list)
    for number, band in enumerate(bands):
        if band.path.startswith("level"):
            continue
        for ident, other, comes in ((band.source, band.target, False), (band.target, band.source, True)):
            lower = band.path == "jump" or rows[ident] == 0
            sides[ident, lower].append((rects[other].center[0] + (comes and ident == other), number, comes))
    ports: dict[tuple[int, bool], float] = {}
    for (ident, lower), found in sides.items():
        rect = rects[ident]
        low = rect.w * (max(clear, _PORTS_FROM) if lower else _PORTS_FROM)
        high = rect.w * (_PORTS_TO if lower else 1 - _PORTS_FROM)
        middle = rect.x + (rect.w / 2 if low < rect.w / 2 < high else (low + high) / 2)
        step = min(_PORT, 2 * min(middle - rect.x - low, rect.x + high - middle) / max(1, len(found) - 1))
        for place, (_, number, comes) in enumerate(sorted(found)):
            ports[number, comes] = middle + (place - (len(found) - 1) / 2) * step
    return ports
