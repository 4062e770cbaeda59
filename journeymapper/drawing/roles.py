"""The sizes and weights that the roles of text are set in."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.text import TextRole

FAMILY = "Inter"
ASCENT = 0.96875
"""Of the family, in parts of the size."""
CAP_HEIGHT = 0.727
"""Height of a capital letter, in parts of the size."""


class TypeStyle(NamedTuple):
    """Size in points of the drawing, always a multiple of a half, and weight from 400 (regular) to 700 (bold)."""

    size: float
    weight: int


TYPE: dict[TextRole, TypeStyle] = {
    "title": TypeStyle(13, 600),
    "line": TypeStyle(11.5, 400),
    "small": TypeStyle(10, 400),
    "head": TypeStyle(13, 600),
    "label": TypeStyle(10.5, 400),
    "figure": TypeStyle(11.5, 600),
    "page-title": TypeStyle(20, 700),
    "pill": TypeStyle(9.5, 700),
    "far": TypeStyle(24, 600),
}


def baseline(middle: float, role: TextRole) -> float:
    """The y of the baseline that puts capital letters in the middle of a line or box around y `middle`."""
    return middle + TYPE[role].size * CAP_HEIGHT / 2
