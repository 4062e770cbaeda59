"""The heads of stages, the bands of phases and the labels of lanes."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.layout.geometry import Header, Rect
from journeymapper.layout.grid import Grid
from journeymapper.layout.metrics import (
    HEAD_GAP,
    HEAD_HEIGHT,
    HEAD_TOP,
    LANE_LABEL,
    PHASE_GAP,
    PHASE_HEIGHT,
    WIDEST_LANE_LABEL,
)
from journeymapper.layout.ranks import Order
from journeymapper.layout.spacing import Heights, Widths, extent_of
from journeymapper.layout.text import TextMeasure
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_TEXT_PADDING = 12.0
_LANE_TITLE_TOP = 8.0
_LANE_TITLE_HEIGHT = 24.0


def top_of_lanes(plan: Plan, journey: Journey) -> float:
    """Where the lanes begin, below the heads."""
    phased = any(each.phase in plan.phases for each in journey.interactions.values())
    return HEAD_TOP + HEAD_HEIGHT + PHASE_GAP + (PHASE_HEIGHT + 2 * PHASE_GAP if phased else PHASE_GAP)


def lane_label_width(plan: Plan, grid: Grid, measure: TextMeasure) -> float:
    """The width left of the first column, where the lanes' labels stand."""
    titles = [_lane_title(plan, lane.ident) for lane in grid.lanes]
    widest = max((measure.width(title, "head") for title in titles), default=0.0)
    return min(WIDEST_LANE_LABEL, max(LANE_LABEL, widest + 2 * _TEXT_PADDING))


def headers_of(
    plan: Plan, journey: Journey, grid: Grid, heights: Heights, widths: Widths, order: Order, measure: TextMeasure
) -> tuple[tuple[Header, ...], tuple[Header, ...], tuple[Header, ...]]:
    """Stage heads, phase bands and lane labels."""
    top = top_of_lanes(plan, journey)
    bottom = heights.lanes[-1][1] if heights.lanes else top
    stages = []
    for span in grid.stages:
        left, right = extent_of(span, widths.borders)
        head = Rect(left + HEAD_GAP / 2, HEAD_TOP, right - left - HEAD_GAP, HEAD_HEIGHT)
        title = plan.stages[span.ident].name(span.ident) if span.ident else "No stage"
        stages.append(Header(span.ident, _cut(title, head.w, measure), head, Rect(left, top, right - left, bottom - top)))
    phases = _bands(plan, journey, grid, widths, order, measure, bottom - top)
    return tuple(stages), phases, _lanes(plan, grid, heights, widths, measure)


def _lane_title(plan: Plan, ident: str | None) -> str:
    return plan.processes[ident].name(ident) if ident else "No process"


def _cut(title: str, width: float, measure: TextMeasure) -> str:
    lines, _ = measure.wrap(title, "head", width - 2 * _TEXT_PADDING, 1)
    return lines[0]


def _lanes(
    plan: Plan, grid: Grid, heights: Heights, widths: Widths, measure: TextMeasure
) -> tuple[Header, ...]:
    left, right = widths.borders[0], widths.borders[-1]
    places = {ident: number for number, ident in enumerate(plan.processes)}
    lanes = []
    for span, (top, bottom) in zip(grid.lanes, heights.lanes, strict=True):
        title = _cut(_lane_title(plan, span.ident), left, measure)
        head = Rect(0, top + _LANE_TITLE_TOP, left, _LANE_TITLE_HEIGHT)
        colour = places[span.ident] if span.ident else -1
        lanes.append(Header(span.ident, title, head, Rect(0, top, right, bottom - top), colour))
    return tuple(lanes)


def _bands(
    plan: Plan, journey: Journey, grid: Grid, widths: Widths, order: Order, measure: TextMeasure, depth: float
) -> tuple[Header, ...]:
    """One band for each run of columns that share a phase; a column with several is divided by their cards."""
    interactions = list(journey.interactions.values())
    columns: list[list[str]] = [[] for _ in range(grid.width)]
    for number in sorted(range(len(interactions)), key=lambda each: (order.ranks[each], each)):
        phase = interactions[number].phase
        if phase in plan.phases:
            columns[grid.columns[number]].append(phase)
    y = HEAD_TOP + HEAD_HEIGHT + PHASE_GAP
    bands = []
    for phase, left, right in phase_runs(columns, widths.borders):
        rect = Rect(left + HEAD_GAP / 2, y, right - left - HEAD_GAP, PHASE_HEIGHT)
        lines, _ = measure.wrap(plan.phases[phase].name(phase), "small", rect.w - 8, 1)
        bands.append(Header(phase, lines[0], rect, Rect(left, y, right - left, depth)))
    return tuple(bands)


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
