"""Tooltips of the canvas: what was cut on a card, and what is wrong with it."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from journeymapper.layout.geometry import Point
from journeymapper.ui.canvas.hits import Hit
from journeymapper.ui.canvas.overlays import mark_at, mark_size
from journeymapper.ui.canvas.problems import Mark
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport


def tip_at(scene: Scene, viewport: Viewport, marks: Mapping[str, Mark], hit: Hit | None, at: Point) -> str:
    """The plain text to show at a pixel of the view, empty if none: what is wrong, else what was cut."""
    for owner, mark in marks.items():
        centre = mark_at(scene, viewport, owner)
        if centre is not None and math.dist(centre, at) <= mark_size(viewport) + 2:
            return "\n".join(mark.messages)
    if hit and hit.group.kind == "curve":
        return " ".join(scene.geometry.cards[hit.owner].title)
    return hit.group.tip if hit else ""


def show_tip(widget: QWidget, where: QPoint, text: str) -> None:
    """Show a tooltip, or none for an empty text; nothing in the text is taken for markup."""
    lines = "<br>".join(html.escape(line) for line in text.split("\n"))
    QToolTip.showText(where, f"<qt>{lines}</qt>" if text else "", widget)
