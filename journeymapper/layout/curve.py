"""The curve of feeling: each step's feeling under its card's column, in the order of the likeliest successful way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from journeymapper.layout.draft import Draft
from journeymapper.layout.figures import share_text
from journeymapper.layout.geometry import Curve, CurvePoint, Point, Rect
from journeymapper.layout.metrics import CARD_WIDTH, CURVE_BOTTOM, CURVE_LEVEL, CURVE_SPREAD, CURVE_TOP
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.spacing import Widths
from journeymapper.model.ways import likeliest_way

_LEVELS = (2.0, 1.0, 0.0, -1.0, -2.0)
_SERVING = "those who serve"
_LONGEST = 260.0
"""Width that a note takes at most."""
_NOTE = 190.0
"""Two notes on one side of the curve are at least so far apart."""

Audience = tuple[str, str]
"""The id and the title of a persona or segment."""


def curve_of(draft: Draft, widths: Widths, top: float, audience: Audience | None = None) -> Curve | None:
    """The curve of a journey, from `top` on; None where no feeling is known.

    The second line is what `audience` feels, or without one what the people feel who serve.
    """
    sheet = draft.sheet
    felt = {ident: step.feeling for ident, step in sheet.journey.interactions.items() if step.feeling is not None}
    if not felt:
        return None
    way = likeliest_way(sheet.journey, sheet.flow.shares if sheet.flow else None)
    columns = _columns(draft, felt, way)
    spots = _spots(columns, widths)
    on_way = frozenset(way)
    points = [CurvePoint(ident, (x, _y(top, felt[ident])), felt[ident], ident in on_way) for ident, x in spots.items()]
    band = []
    for members in columns.values():
        feelings = [felt[ident] for ident in members]
        band += [(spots[ident], _y(top, max(feelings)), _y(top, min(feelings))) for ident in members]
    frame = Rect(0.0, top, widths.borders[-1], CURVE_TOP + 4 * CURVE_LEVEL + CURVE_BOTTOM)
    second, name = _second(sheet, spots, on_way, top, audience)
    levels = tuple((level, _y(top, level)) for level in _LEVELS)
    return Curve(frame, levels, tuple(_named(sheet, points)), tuple(band), second, name)


def _y(top: float, feeling: float) -> float:
    return top + CURVE_TOP + (2 - feeling) * CURVE_LEVEL


def _columns(draft: Draft, felt: Mapping[str, float], way: Sequence[str]) -> dict[int, list[str]]:
    """The steps with a feeling by column, in the order of the flow; those on the way keep its order."""
    place = {ident: number for number, ident in enumerate(way)}
    columns: dict[int, list[str]] = {column: [] for column in sorted(set(draft.grid.columns))}
    numbers = range(draft.network.size)
    for number in sorted(numbers, key=lambda each: (draft.order.ranks[each], draft.grid.rows[each])):
        ident = draft.network.idents[number]
        if ident in felt:
            columns[draft.grid.columns[number]].append(ident)
    for column, members in columns.items():
        on_way = iter(sorted((ident for ident in members if ident in place), key=place.__getitem__))
        columns[column] = [next(on_way) if ident in place else ident for ident in members]
    return columns


def _spots(columns: Mapping[int, Sequence[str]], widths: Widths) -> dict[str, float]:
    """The x of every step, from left to right; steps of one column stand side by side."""
    spots = {}
    for column, members in columns.items():
        middle = widths.columns[column] + CARD_WIDTH / 2
        step = CARD_WIDTH * min(CURVE_SPREAD, 1 / max(1, len(members)))
        for place, ident in enumerate(members):
            spots[ident] = middle + (place - (len(members) - 1) / 2) * step
    return spots


def _named(sheet: Sheet, points: Sequence[CurvePoint]) -> list[CurvePoint]:
    """The points with their peak and valley named: on the way and, where they are more extreme and apart, off it."""
    on_way = _extremes([point for point in points if point.on_way])
    everywhere = _extremes(points)
    arrivals = sheet.flow.arrivals if sheet.flow else {}
    notes = {}
    for word, point in on_way.items():
        notes[point.ident] = word
    for word, point in everywhere.items():
        rival = on_way.get(word)
        if not point.on_way and (rival is None or abs(rival.at[0] - point.at[0]) > _NOTE):
            known = arrivals.get(point.ident, 0.0) > 0
            notes[point.ident] = f"{word} for {share_text(min(1.0, arrivals[point.ident]))}" if known else word
    steps = sheet.journey.interactions
    named = {
        ident: sheet.cut(f"{word}: {steps[ident].name(ident)}", "label", _LONGEST) for ident, word in notes.items()
    }
    return [
        point._replace(note=named[point.ident], note_width=sheet.measure.width(named[point.ident], "label"))
        if point.ident in named else point
        for point in points
    ]  # fmt: skip


def _extremes(points: Sequence[CurvePoint]) -> dict[str, CurvePoint]:
    """The good peak and the bad valley among points, each where it is the only one so high or so low."""
    count = Counter(point.feeling for point in points)
    ends = {"peak": max([0.0, *count]), "valley": min([0.0, *count])}
    return {
        word: point for word, feeling in ends.items() if feeling and count[feeling] == 1
        for point in points if point.feeling == feeling
    }  # fmt: skip


def _second(
    sheet: Sheet, spots: Mapping[str, float], on_way: Collection[str], top: float, audience: Audience | None
) -> tuple[tuple[Point, ...], str]:
    """The line of an audience or of the people who serve, along the way."""
    points = []
    for ident, x in spots.items():
        step = sheet.journey.interactions[ident]
        served = step.people.feeling if step.people else None
        feeling = step.feeling_by.get(audience[0]) if audience else served
        if feeling is not None and ident in on_way:
            points.append((x, _y(top, feeling)))
    name = audience[1] if audience else _SERVING
    return tuple(points), name if points else ""
