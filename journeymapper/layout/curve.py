"""The curve of feeling: each step's feeling under its card's column, in the order of the likeliest successful way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeymapper.layout.figures import share_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Curve, CurvePoint, Point, Rect
from journeymapper.layout.grid import Grid
from journeymapper.layout.metrics import CARD_WIDTH, CURVE_BOTTOM, CURVE_LEVEL, CURVE_SPREAD, CURVE_TOP
from journeymapper.layout.network import Network
from journeymapper.layout.spacing import Widths
from journeymapper.model.journey import Journey
from journeymapper.model.ways import likeliest_way

_LEVELS = (2, 1, 0, -1, -2)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the curve stands on: the grid above it, and where it begins."""

    network: Network
    grid: Grid
    widths: Widths
    top: float


def curve_of(journey: Journey, ground: Ground, flow: Flow | None, persona: str | None = None) -> Curve | None:
    """The curve of a journey, None where no feeling is known.

    The second line is what `persona` feels, a segment or persona, or without one what the people feel who serve.
    """
    steps = [each.feeling is not None for each in journey.interactions.values()]
    if not any(steps):
        return None
    way = likeliest_way(journey, flow.shares if flow else None)
    spots = _spots(journey, ground, {ident: place for place, ident in enumerate(way)})
    points = []
    for ident, x in spots:
        feeling = journey.interactions[ident].feeling
        if feeling is not None:
            points.append(CurvePoint(ident, (x, level_at(ground.top, feeling)), feeling, ident in way))
    second, name = _second(journey, spots, way, ground.top, persona)
    frame = Rect(0.0, ground.top, ground.widths.borders[-1], CURVE_TOP + 4 * CURVE_LEVEL + CURVE_BOTTOM)
    levels = tuple((float(level), level_at(ground.top, level)) for level in _LEVELS)
    return Curve(frame, levels, tuple(_named(points, journey, flow)), _band(journey, ground, spots), second, name)


def level_at(top: float, feeling: float) -> float:
    """The y of a feeling from -2 to +2."""
    return top + CURVE_TOP + (2 - feeling) * CURVE_LEVEL


def _spots(journey: Journey, ground: Ground, way: Mapping[str, int]) -> list[tuple[str, float]]:
    """The x of every step with a feeling, from left to right; steps of one column stand side by side."""
    columns: dict[int, list[str]] = defaultdict(list)
    rows = dict(zip(ground.network.idents, ground.grid.rows, strict=True))
    for ident, column in zip(ground.network.idents, ground.grid.columns, strict=True):
        if journey.interactions[ident].feeling is not None:
            columns[column].append(ident)
    spots = []
    for column in sorted(columns):
        members = _in_order(columns[column], way, rows)
        middle = ground.widths.columns[column] + CARD_WIDTH / 2
        step = CARD_WIDTH * min(CURVE_SPREAD, 1 / len(members))
        spots += [(ident, middle + (place - (len(members) - 1) / 2) * step) for place, ident in enumerate(members)]
    return spots


def _in_order(members: Sequence[str], way: Mapping[str, int], rows: Mapping[str, int]) -> list[str]:
    """The steps of a column: those on the way in its order, then the others from top to bottom."""
    return sorted(members, key=lambda ident: (ident not in way, way.get(ident, 0), rows[ident]))


def _named(points: Sequence[CurvePoint], journey: Journey, flow: Flow | None) -> list[CurvePoint]:
    """The points with their peak and valley named, on the way and, where they are more extreme, off it."""
    on_way = [point.feeling for point in points if point.on_way]
    named = []
    for point in points:
        others = on_way if point.on_way else [each.feeling for each in points]
        word = ""
        if others.count(point.feeling) == 1 and len(others) > 1:
            word = "peak" if point.feeling == max(others) else "valley" if point.feeling == min(others) else ""
        if word and not point.on_way and flow and point.ident in flow.arrivals:
            word += f" for {share_text(min(1.0, flow.arrivals[point.ident]))}"
        note = f"{word}: {journey.interactions[point.ident].name(point.ident)}" if word else ""
        named.append(replace(point, note=note))
    return named


def _band(journey: Journey, ground: Ground, spots: Sequence[tuple[str, float]]) -> tuple[tuple[float, float, float], ...]:
    """Best and worst feeling among the steps of each column, at every point."""
    column = dict(zip(ground.network.idents, ground.grid.columns, strict=True))
    feelings: dict[int, list[float]] = defaultdict(list)
    for ident, _ in spots:
        feelings[column[ident]].append(journey.interactions[ident].feeling or 0.0)
    return tuple(
        (x, level_at(ground.top, max(feelings[column[ident]])), level_at(ground.top, min(feelings[column[ident]])))
        for ident, x in spots
    )


def _second(
    journey: Journey, spots: Sequence[tuple[str, float]], way: Sequence[str], top: float, persona: str | None
) -> tuple[tuple[Point, ...], str]:
    """The line of a persona or of the people who serve, along the way."""
    points = []
    for ident, x in spots:
        step = journey.interactions[ident]
        feeling = step.feeling_by.get(persona) if persona else step.people.feeling if step.people else None
        if feeling is not None and ident in way:
            points.append((x, level_at(top, feeling)))
    if not points:
        return (), ""
    return tuple(points), persona or "those who serve"
