"""The strip of stage heads: as wide as their columns are in the view, always as high as they are at 100 %."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.heads import draw_heads
from journeymapper.drawing.measure import QtMeasure
from journeymapper.layout.geometry import Header, Rect
from journeymapper.layout.text import TextRole
from journeymapper.ui.canvas.strips import Strip

GAP = 3.0
"""Pixels between the lane labels and a head of which only the end is in view."""
_SHORTEST = 34.0
"""Pixels from which a title is worth being cut to."""


def paint_heads(strip: Strip) -> None:
    """The heads of the stages and the bands of the phases in view, and what they are called in the corner."""
    regions, geometry, top = strip.regions, strip.scene.geometry, strip.scene.heads_top
    shown = Rect(regions.gutter, 0, regions.width - regions.gutter, regions.head)
    stages = tuple(_in_view(geometry.stages, strip, "head", 28))
    phases = tuple(_in_view(geometry.phases, strip, "small", 8))
    heads = draw_heads(replace(geometry, stages=stages, phases=phases, lanes=()), ())
    strip.fill(Rect(0, 0, regions.width, regions.head))
    strip.part(shown, (0, -top), DisplayList.of(geometry.bounds, heads), {"heads"})
    strip.part(Rect(0, 0, regions.gutter, regions.head), (strip.left, -top), strip.scene.display, {"heads"})


def _in_view(headers: Iterable[Header], strip: Strip, role: TextRole, pad: float) -> Iterator[Header]:
    """The headers in view, x in pixels of it; of one that begins further left, what is left of it."""
    zoom, start = strip.viewport.zoom, strip.regions.gutter + GAP
    for header in headers:
        right = header.rect.right * zoom + strip.scroll
        left = max(header.rect.x * zoom + strip.scroll, start)
        if left < min(right - 4, strip.regions.width):
            rect = Rect(left, header.rect.y, right - left, header.rect.h)
            yield _cut(header._replace(rect=rect), role, rect.w - pad)


def _cut(header: Header, role: TextRole, room: float) -> Header:
    """The header with texts that fit."""
    measure = QtMeasure()
    fits = measure.width(header.title, role) <= room
    title = header.title
    if not fits:
        title = measure.wrap(title, role, room, 1)[0][0] if room >= _SHORTEST else ""
    note = header.note if fits and measure.width(title, role) + measure.width(header.note, "line") + 24 < room else ""
    return header._replace(title=title, note=note)
