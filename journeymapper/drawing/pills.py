"""The pills at which a journey begins and ends."""

from __future__ import annotations

from journeymapper.drawing.display import Box, Group, Primitive
from journeymapper.drawing.lettering import centred
from journeymapper.drawing.signs import flag
from journeymapper.layout.geometry import Pill, Rect

FLAG = 12.0
"""What a success's flag takes of its pill's width."""


def draw_pill(pill: Pill) -> Group:
    """Black for a start, green with a flag for a success, an outline for a neutral end."""
    rect, radius = pill.rect, pill.rect.h / 2
    items: list[Primitive]
    if pill.kind == "success":
        beside = Rect(rect.x + FLAG, rect.y, rect.w - FLAG, rect.h)
        text = centred(pill.text, beside, "pill", "on-good")
        items = [Box(rect, radius, fill="good"), flag((rect.x + 8, rect.center[1] + 4), "on-good"), text]
    elif pill.kind == "start":
        items = [Box(rect, radius, fill="ink"), centred(pill.text, rect, "pill", "canvas")]
    else:
        items = [Box(rect, radius, fill="card", stroke="ink3"), centred(pill.text, rect, "pill", "ink2")]
    return Group("pill", pill.ident, "labels", rect.grown(1), tuple(items), brief=(items[0],))
