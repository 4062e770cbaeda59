"""The title of a drawing and below it the subtitle."""

from __future__ import annotations

from journeymapper.drawing.display import Group, still
from journeymapper.drawing.lettering import lettered
from journeymapper.layout.geometry import Rect
from journeymapper.layout.text import TextMeasure

HEIGHT = 52.0
"""What title and subtitle take."""


def draw_heading(title: str, subtitle: str, place: Rect, measure: TextMeasure) -> Group:
    """Title and subtitle at the top of a rectangle, cut to its width."""
    rows, cut = measure.wrap(title, "page-title", place.w, 1)
    quiet, _ = measure.wrap(subtitle, "line", place.w, 1)
    items = [lettered(rows[0], place.x, place.right, place.y + 19, "page-title", "ink")]
    if subtitle:
        items.append(lettered(quiet[0], place.x, place.right, place.y + 42, "line", "ink2"))
    bounds = Rect(place.x, place.y, place.w, HEIGHT)
    return Group("page", "", "ground", bounds, still(*items), tip=title if cut else "")
