"""The heads of stages and the bands of phases of a macro journey: above the row out, below the row back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from journeymapper.layout.cycle import Cycle, stage_of
from journeymapper.layout.figures import people_text
from journeymapper.layout.geometry import Header, Rect
from journeymapper.layout.metrics import (
    EVENT_GAP,
    EVENT_HEAD_HEIGHT,
    EVENT_HEAD_OVERHANG,
    EVENT_PITCH,
    HEAD_GAP,
    HEAD_TO_EVENT,
    PAGE,
    PAGE_HEADING,
    PHASE_HEIGHT,
)
from journeymapper.layout.outflow import Figures
from journeymapper.layout.sheet import Sheet

_TEXT_PADDING = 14.0
_HEAD_TO_PHASE = 6.0
_HEAD_GAP = 16.0


class Page(NamedTuple):
    """Where the page's title, the upper heads and the first row of events are."""

    heading: Rect
    staged: bool
    heads: float
    first_row: float


def page_of(sheet: Sheet, cycle: Cycle) -> Page:
    """Where the title, the heads and the first row are."""
    events, plan = sheet.journey.interactions.values(), sheet.plan
    staged = any(event.stage in plan.stages for event in events)
    phased = any(event.phase in plan.phases for event in events)
    heads = (EVENT_HEAD_HEIGHT + _HEAD_TO_PHASE if staged else 0.0) + (PHASE_HEIGHT if phased else 0.0)
    width = max(2, cycle.width) * EVENT_PITCH - EVENT_GAP + 2 * EVENT_HEAD_OVERHANG
    top = PAGE + PAGE_HEADING
    return Page(Rect(PAGE, PAGE, width, PAGE_HEADING - 12), staged, top, top + heads + HEAD_TO_EVENT)


def heads_of(figures: Figures, cycle: Cycle, rects: Mapping[str, Rect], page: Page, below: float) -> tuple[Header, ...]:
    """The heads of the stages, those of the row back from `below` on; the last says how many come round again."""
    if not page.staged:
        return ()
    sheet = figures.sheet
    last = stage_of(sheet, cycle.idents[-1])
    heads = []
    for row, side in _sides(cycle):
        y = page.heads if side == "top" else below
        for stage, members in _runs(cycle, rects, row, lambda ident: stage_of(sheet, ident)):
            left, right = _extent(cycle.row(row), rects, members, _HEAD_GAP)
            rect = Rect(left, y, right - left, EVENT_HEAD_HEIGHT)
            title = sheet.plan.stages[stage].name(stage) if stage else "No stage"
            title = sheet.cut(title, "head", rect.w - 2 * _TEXT_PADDING)
            room = rect.w - sheet.measure.width(title, "head") - 4 * _TEXT_PADDING
            note = _round_again(figures, cycle, members, room) if stage == last else ""
            heads.append(Header(stage, title, rect, _area(rect, page, below, side), row=side, note=note))
    return tuple(heads)


def phases_of(sheet: Sheet, cycle: Cycle, rects: Mapping[str, Rect], page: Page, below: float) -> tuple[Header, ...]:
    """The bands of the phases, each from half-way to the event before it to half-way to the one after it."""
    interactions, titles = sheet.journey.interactions, sheet.plan.phases
    offset = EVENT_HEAD_HEIGHT + _HEAD_TO_PHASE if page.staged else 0.0
    bands = []
    for row, side in _sides(cycle):
        y = (page.heads if side == "top" else below) + offset
        for phase, members in _runs(cycle, rects, row, lambda ident: interactions[ident].phase):
            if phase is None or phase not in titles:
                continue
            left, right = _extent(cycle.row(row), rects, members, HEAD_GAP)
            rect = Rect(left, y, right - left, PHASE_HEIGHT)
            title = sheet.cut(titles[phase].name(phase), "small", rect.w - 8)
            bands.append(Header(phase, title, rect, _area(rect, page, below, side), row=side))
    return tuple(bands)


def _sides(cycle: Cycle) -> tuple[tuple[int, Literal["top", "bottom"]], ...]:
    return ((0, "top"), (1, "bottom")) if 1 in cycle.rows else ((0, "top"),)


def _runs(
    cycle: Cycle, rects: Mapping[str, Rect], row: int, key: Callable[[str], str | None]
) -> list[tuple[str | None, list[str]]]:
    """The events of a row from left to right, in runs that have the same key."""
    order = sorted(cycle.row(row), key=lambda ident: rects[ident].x)
    return [(name, list(members)) for name, members in groupby(order, key)]


def _extent(row: Sequence[str], rects: Mapping[str, Rect], members: Sequence[str], gap: float) -> tuple[float, float]:
    """Left and right end of what stands over some neighbours, `gap` from what stands over the events beside them."""
    order = sorted(row, key=lambda ident: rects[ident].x)
    first, last = order.index(members[0]), order.index(members[-1])
    left, right = rects[members[0]].x - EVENT_HEAD_OVERHANG, rects[members[-1]].right + EVENT_HEAD_OVERHANG
    if first:
        left = (rects[order[first - 1]].right + rects[order[first]].x + gap) / 2
    if last < len(order) - 1:
        right = (rects[order[last]].right + rects[order[last + 1]].x - gap) / 2
    return left, right


def _area(rect: Rect, page: Page, below: float, side: str) -> Rect:
    """The part of the drawing that a head stands over."""
    middle = (page.first_row + below) / 2
    return (
        Rect(rect.x, page.heads, rect.w, middle - page.heads)
        if side == "top"
        else Rect(rect.x, middle, rect.w, rect.bottom - middle)
    )


def _round_again(figures: Figures, cycle: Cycle, members: list[str], room: float) -> str:
    """How many customers come from these events back to an earlier stage, as long as there is room for it."""
    sheet = figures.sheet
    if sheet.flow is None:
        return ""
    earlier = set(cycle.idents[: min(cycle.idents.index(ident) for ident in members)])
    again = sum(
        sheet.flow.links.get((ident, target), 0.0)
        for ident in members
        for target in sheet.journey.interactions[ident].next
        if target in earlier
    )
    if again <= 0:
        return ""
    volume = sheet.plan.volume
    count = people_text(again, volume)
    of = f" of {people_text(1.0, volume)}" if volume is not None else ""
    texts = (f"… and round again: {count}{of} come back", f"{count} come back")
    return next((text for text in texts if sheet.measure.width(text, "line") <= room), "")
