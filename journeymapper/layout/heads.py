"""The heads of stages, the bands of phases and the labels of lanes."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.layout.draft import Draft
from journeymapper.layout.geometry import Header, Rect
from journeymapper.layout.grid import Grid
from journeymapper.layout.metrics import (
    HEAD_GAP,
    HEAD_HEIGHT,
    HEAD_TOP,
    LANE_LABEL,
    PHASE_GAP,
    PHASE_HEIGHT,
    UNLABELLED,
    WIDEST_LANE_LABEL,
)
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.spacing import Heights, Widths, extent_of

_TEXT_PADDING = 12.0
_LANE_TITLE_TOP = 8.0
_LANE_TITLE_HEIGHT = 24.0


def top_of_lanes(sheet: Sheet) -> float:
    """Where the lanes begin, below the heads, which a plan without stages has not."""
    if not sheet.plan.stages:
        return HEAD_TOP
    phases = sheet.plan.phases
    phased = bool(phases) and any(each.phase in phases for each in sheet.journey.interactions.values())
    return HEAD_TOP + HEAD_HEIGHT + PHASE_GAP + (PHASE_HEIGHT + 2 * PHASE_GAP if phased else PHASE_GAP)


def lane_label_width(sheet: Sheet, grid: Grid) -> float:
    """The width left of the first column, where the lanes' labels stand, or where only the scale of the curve does."""
    titles = [_lane_title(sheet, lane.ident) for lane in grid.lanes if sheet.plan.processes]
    widest = max((sheet.measure.width(title, "head") for title in titles), default=0.0)
    return min(WIDEST_LANE_LABEL, max(LANE_LABEL, widest + 2 * _TEXT_PADDING)) if titles else UNLABELLED


def stages_of(sheet: Sheet, grid: Grid, widths: Widths, bottom: float) -> tuple[Header, ...]:
    """The head of every stage, over its columns down to `bottom`; none in a plan without stages."""
    if not sheet.plan.stages:
        return ()
    top = top_of_lanes(sheet)
    stages = []
    for span in grid.stages:
        left, right = extent_of(span, widths.borders)
        rect = Rect(left + HEAD_GAP / 2, HEAD_TOP, right - left - HEAD_GAP, HEAD_HEIGHT)
        title = sheet.plan.stages[span.ident].name(span.ident) if span.ident else "No stage"
        area = Rect(left, top, right - left, bottom - top)
        stages.append(Header(span.ident, sheet.cut(title, "head", rect.w - 2 * _TEXT_PADDING), rect, area))
    return tuple(stages)


def lanes_of(sheet: Sheet, grid: Grid, heights: Heights, widths: Widths) -> tuple[Header, ...]:
    """The label of every lane; none in a plan without processes."""
    if not sheet.plan.processes:
        return ()
    left, right = widths.borders[0], widths.borders[-1]
    places = {ident: number for number, ident in enumerate(sheet.plan.processes)}
    lanes = []
    for span, (top, bottom) in zip(grid.lanes, heights.lanes, strict=True):
        title = sheet.cut(_lane_title(sheet, span.ident), "head", left - 2 * _TEXT_PADDING)
        rect = Rect(0, top + _LANE_TITLE_TOP, left, _LANE_TITLE_HEIGHT)
        colour = places[span.ident] if span.ident else -1
        lanes.append(Header(span.ident, title, rect, Rect(0, top, right, bottom - top), colour))
    return tuple(lanes)


def phases_of(draft: Draft, widths: Widths, bottom: float) -> tuple[Header, ...]:
    """One band for each run of columns that share a phase; a column with several is divided by its cards."""
    plan, grid = draft.sheet.plan, draft.grid
    if not plan.stages or not plan.phases:
        return ()
    steps = list(draft.sheet.journey.interactions.values())
    columns: list[list[str]] = [[] for _ in range(grid.width)]
    for number in sorted(range(len(steps)), key=lambda each: (draft.order.ranks[each], each)):
        phase = steps[number].phase
        if phase is not None and phase in plan.phases:
            columns[grid.columns[number]].append(phase)
    y = HEAD_TOP + HEAD_HEIGHT + PHASE_GAP
    bands = []
    for phase, left, right in phase_runs(columns, widths.borders):
        rect = Rect(left + HEAD_GAP / 2, y, right - left - HEAD_GAP, PHASE_HEIGHT)
        title = draft.sheet.cut(plan.phases[phase].name(phase), "small", rect.w - 8)
        bands.append(Header(phase, title, rect, Rect(left, y, right - left, bottom - y)))
    return tuple(bands)


def _lane_title(sheet: Sheet, ident: str | None) -> str:
    return sheet.plan.processes[ident].name(ident) if ident else "No process"


def phase_runs(columns: Sequence[Sequence[str]], borders: Sequence[float]) -> list[tuple[str, float, float]]:
    """Runs of phases with their left and right ends; `columns` are the phases met in each column, in order."""
    runs: list[tuple[str, float, float]] = []
    for column, met in enumerate(columns):
        left, right = borders[column], borders[column + 1]
        order = list(dict.fromkeys(met))
        if runs and runs[-1][0] in order and runs[-1][2] == left:
            order.sort(key=lambda phase: phase != runs[-1][0])
        x = left
        for phase in order:
            end = right if phase == order[-1] else x + (right - left) * met.count(phase) / len(met)
            if runs and runs[-1][0] == phase and runs[-1][2] == x:
                runs[-1] = (phase, runs[-1][1], end)
            else:
                runs.append((phase, x, end))
            x = end
    return runs
