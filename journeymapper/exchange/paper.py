"""The sizes of pages, and how a drawing is fitted on one."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.errors import ExportFailed
from journeymapper.exchange.job import PAGES, ExportJob
from journeymapper.layout.geometry import Rect

POINTS_PER_PIXEL = 0.75
"""A drawing's points are those of a screen, 96 to the inch; a document's are 72."""
LARGEST = 14_400.0
"""Points: the largest side of a page that readers of PDF are bound to show (PDF 32000-1, Annex C)."""
_SIZES = {
    "a5": (420, 595), "a4": (595, 842), "a3": (842, 1191), "a2": (1191, 1684), "a1": (1684, 2384), "a0": (2384, 3370),
    "letter": (612, 792), "tabloid": (792, 1224),
}  # fmt: skip
_POINTS_PER_MM = 72 / 25.4


class Sheet(NamedTuple):
    """A page in points, and where on it the drawing's upper left corner goes and how large a point of it is."""

    width: float
    height: float
    left: float
    top: float
    scale: float


def sheet_for(bounds: Rect, job: ExportJob) -> Sheet:
    """The page for a drawing. Raises ExportFailed for an unknown size."""
    if job.page == "fit":
        scale = min(POINTS_PER_PIXEL, LARGEST / max(bounds.w, bounds.h))
        return Sheet(bounds.w * scale, bounds.h * scale, 0, 0, scale)
    if job.page not in _SIZES:
        raise ExportFailed(f"'{job.page}' is no page size; there are {', '.join(PAGES)}")
    short, long = _SIZES[job.page]
    landscape = bounds.w > bounds.h if job.landscape is None else job.landscape
    width, height = (long, short) if landscape else (short, long)
    margin = job.margin * _POINTS_PER_MM
    scale = min(POINTS_PER_PIXEL * 2, (width - 2 * margin) / bounds.w, (height - 2 * margin) / bounds.h)
    if scale <= 0:
        raise ExportFailed(f"A margin of {job.margin:g} mm leaves no room on a page of size {job.page}")
    return Sheet(width, height, (width - bounds.w * scale) / 2, margin, scale)
