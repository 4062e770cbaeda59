"""The pills at which a journey begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from journeymapper.drawing.display import Box, Detail, Group, Primitive, Run
from journeymapper.drawing.lettering import centred
from journeymapper.drawing.signs import flag
from journeymapper.layout.geometry import Pill, Rect

_LOOKS = {
    "start": ("ink", None, "canvas"),
    "success": ("good", None, "on-good"),
    "neutral": ("card", "ink3", "ink2"),
}
"""Fill, outline and text by kind."""

_MARGIN = 1.0
"""What the outline takes."""
FLAG = 12.0
"""What a success's flag takes of its pill's width."""


def draw_pills(pills: Sequence[Pill]) -> Run:
    """Black for a start, green with a flag for a success, an outline for a neutral end."""
    return Run("pill", "labels", pills, _group, attrgetter("rect"), attrgetter("ident"), margin=_MARGIN)


def _group(pill: Pill) -> Group:
    return Group("pill", pill.ident, "labels", pill.rect.grown(_MARGIN), partial(_pill, pill))


def _pill(pill: Pill, detail: Detail) -> tuple[Primitive, ...]:
    rect = pill.rect
    fill, stroke, ink = _LOOKS[pill.kind]
    sheet = Box(rect, rect.h / 2, fill=fill, stroke=stroke)
    if detail != "full":
        return (sheet,)
    if pill.kind != "success":
        return (sheet, centred(pill.text, rect, "pill", ink))
    beside = Rect(rect.x + FLAG, rect.y, rect.w - FLAG, rect.h)
    return (sheet, flag((rect.x + 8, rect.center[1] + 4), ink), centred(pill.text, beside, "pill", ink))
