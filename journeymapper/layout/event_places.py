"""Where a macro journey's events stand: along the cycle, or where a person put them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymapper.layout.bands import Band
from journeymapper.layout.cycle import Cycle
from journeymapper.layout.events import EventFace
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    BETWEEN_ROWS,
    EVENT_GAP,
    EVENT_HEAD_OVERHANG,
    EVENT_PITCH,
    EVENT_WIDTH,
    GRID,
    LABEL_HEIGHT,
    PAGE,
    TAB,
)
from journeymapper.layout.outflow import Figures, pills_of, stubs_of
from journeymapper.layout.sheet import Sheet
from journeymapper.model.plan import Offset

_ROOM = 4.0
"""Left of an event."""


def event_rects(
    figures: Figures, cycle: Cycle, bands: Sequence[Band], faces: Mapping[str, EventFace], top: float
) -> tuple[dict[str, Rect], float]:
    """The rectangle of every event, and where all that stands below the last row ends."""
    columns = dict(zip(cycle.idents, cycle.columns, strict=True))
    interactions, journeys = figures.sheet.journey.interactions, figures.sheet.plan.journeys
    previewed = any(event.opens in journeys for event in interactions.values())
    offsets = _offsets(figures.sheet)
    rects: dict[str, Rect] = {}
    y = top
    for row in sorted(set(cycle.rows)):
        members = cycle.row(row)
        height = max(faces[ident].height(previewed) for ident in members)
        for ident in members:
            x = PAGE + EVENT_HEAD_OVERHANG + columns[ident] * EVENT_PITCH
            rects[ident] = Rect(x, y, EVENT_WIDTH, height)
        below = _below(figures, members, rects, bands)
        if row == cycle.rows[-1]:
            y += height + max(below + 20.0, 48.0)
        else:
            lowered = max(0.0, *(offsets.get(ident, (0, 0))[1] for ident in members)) * GRID
            y += height + max(below + 24.0, BETWEEN_ROWS) + lowered
    moved = _moved(figures.sheet, rects)
    lowest = max((rect.bottom for rect in rects.values()), default=0.0)
    further = max((rect.bottom - lowest for rect in moved.values()), default=0.0)
    return moved, y + max(0.0, further)


def _offsets(sheet: Sheet) -> Mapping[str, Offset]:
    """How far events were moved by hand, in units of the grid."""
    return sheet.plan.layout.get(sheet.ident, {})


def _moved(sheet: Sheet, rects: Mapping[str, Rect]) -> dict[str, Rect]:
    """The events where a person put them, as far as they do not come upon another one."""
    found = dict(rects)
    top = min((rect.y for rect in rects.values()), default=0.0)
    left = min((rect.x for rect in rects.values()), default=0.0)
    for ident, (across, down) in _offsets(sheet).items():
        if ident not in found:
            continue
        rect = found[ident]
        x, y = max(left, rect.x + across * GRID), max(top, rect.y + down * GRID)
        for put in (Rect(x, y, rect.w, rect.h), Rect(rect.x, y, rect.w, rect.h), Rect(x, rect.y, rect.w, rect.h)):
            if not any(_room(put).intersects(_room(other)) for name, other in found.items() if name != ident):
                found[ident] = put
                break
    return found


def _room(rect: Rect) -> Rect:
    """An event with what stands at it: its tab above, those who leave below and at the right."""
    return Rect(rect.x - _ROOM, rect.y - TAB[1], rect.w + _ROOM + EVENT_GAP - GRID, rect.h + TAB[1] + 4 * GRID)


def _below(figures: Figures, members: Sequence[str], rects: Mapping[str, Rect], bands: Sequence[Band]) -> float:
    """The room that stubs, pills and jumps take below the events of a row."""
    found = [0.0]
    for ident in members:
        rect = rects[ident]
        found += [stub.label.rect.bottom - rect.bottom for stub in stubs_of(figures, ident, rect)]
        found += [pill.rect.bottom - rect.bottom for pill in pills_of(figures, ident, rect, EVENT_WIDTH)]
    for band in bands:
        if band.path == "jump" and band.source in members:
            found.append(band.depth + band.width / 2 + LABEL_HEIGHT)
    return max(found)
