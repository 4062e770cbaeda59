"""The heads of stages, the bands of phases, the labels of lanes, and the lines that part them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from journeymapper.drawing.card import process_colour
from journeymapper.drawing.display import Box, Colour, Detail, Group, Path, Primitive, Text, still
from journeymapper.drawing.lettering import centred, lettered
from journeymapper.drawing.roles import baseline
from journeymapper.layout.geometry import Header, JourneyGeometry, Rect
from journeymapper.layout.text import TextRole

MARGIN = 12.0
"""Before a lane's label, and above it "Stage" and "Phase"."""


def draw_heads(geometry: JourneyGeometry, colours: Sequence[Colour]) -> Iterator[Group]:
    """All heads and bands, lane labels, and the ground they part."""
    yield from _ground(geometry)
    for stage in geometry.stages:
        yield _stage(stage)
    for phase in geometry.phases:
        yield _phase(phase)
    for lane in geometry.lanes:
        yield _lane(lane, process_colour(lane.colour, colours))
    if geometry.lanes:
        yield from _names_of_rows(geometry)


def _stage(stage: Header) -> Group:
    return Group("stage", stage.ident or "", "heads", stage.rect.grown(1), partial(_stage_head, stage))


def _stage_head(stage: Header, detail: Detail) -> tuple[Primitive, ...]:
    rect = stage.rect
    left, right = rect.x + 14, rect.right - 14
    role: TextRole = "head" if detail == "full" else "far"
    title = lettered(stage.title, left, right, baseline(rect.center[1], role), role, "ink")
    sheet = Box(rect, 8, fill="panel", stroke="line")
    if not stage.note or detail != "full":
        return (sheet, title)
    return (sheet, title, Text(stage.note, (right, baseline(rect.center[1], "line")), "line", "ink2", "right"))


def _phase(phase: Header) -> Group:
    return Group("phase", phase.ident or "", "heads", phase.rect, partial(_phase_band, phase))


def _phase_band(phase: Header, detail: Detail) -> tuple[Primitive, ...]:
    band = Box(phase.rect, 4, fill="band")
    return (band, centred(phase.title, phase.rect, "small", "ink2")) if detail == "full" else (band,)


def _lane(lane: Header, colour: Colour) -> Group:
    ink = colour if lane.colour >= 0 else "ink2"
    return Group("lane", lane.ident or "", "lanes", lane.rect, partial(_lane_label, lane, ink))


def _lane_label(lane: Header, ink: Colour, detail: Detail) -> tuple[Primitive, ...]:
    rect = lane.rect
    role: TextRole = "head" if detail == "full" else "far"
    left, right = rect.x + MARGIN, rect.right - MARGIN
    return (lettered(lane.title, left, right, baseline(rect.center[1], role), role, ink),)


def _names_of_rows(geometry: JourneyGeometry) -> Iterator[Group]:
    """ "Stage" and "Phase" in the corner above the lanes."""
    left = geometry.lanes[0].rect.x + MARGIN
    for name, rows in (("Stage", geometry.stages), ("Phase", geometry.phases)):
        if not rows or rows[0].rect.x - left < 36:
            continue
        rect = Rect(left, rows[0].rect.y, rows[0].rect.x - left, rows[0].rect.h)
        text = Text(name, (left, baseline(rect.center[1], "line")), "line", "ink2")
        yield Group("stage", "", "heads", rect, still(text))


def _ground(geometry: JourneyGeometry) -> Iterator[Group]:
    lanes = geometry.lanes
    for above in lanes[:-1]:
        yield _line(above.area.x, above.area.bottom, above.area.right, above.area.bottom, ())
    if not lanes:
        return
    top, bottom = lanes[0].area.y, lanes[-1].area.bottom
    stages = [stage for stage in geometry.stages if stage.row == "top"]
    for left, right in pairwise(stages):
        x = (left.rect.right + right.rect.x) / 2
        yield _line(x, top, x, bottom, (1.0, 3.0))


def _line(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...]) -> Group:
    path = Path((("M", (x1, y1)), ("L", (x2, y2))), stroke="line", width=1.5, dash=dash)
    return Group("ground", "", "ground", Rect(x1, y1, x2 - x1, y2 - y1).grown(1), still(path))
