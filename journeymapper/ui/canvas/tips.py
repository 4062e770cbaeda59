"""Tooltips of the canvas: what was cut on a card, and what is wrong with it."""

from __future__ import annotations

import html
import math

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from journeymapper.layout.geometry import Point
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.board import Board
from journeymapper.ui.canvas.marks import mark_at, mark_size
from journeymapper.ui.canvas.scene import detail_at


def tip_at(plan: Plan, board: Board, at: Point) -> str:
    """The plain text to show at a pixel of the view: what is wrong, else what was cut or is too small; maybe empty."""
    scene, viewport, hit = board.scene, board.camera.viewport, board.hit(at)
    if scene is None:
        return ""
    for owner, mark in board.marks.items():
        centre = mark_at(scene, viewport, owner)
        if centre is not None and math.dist(centre, at) <= mark_size(viewport.zoom) + 2:
            return "\n".join(mark.messages)
    card = scene.geometry.cards.get(hit.owner) if hit else None
    if hit is None or card is None:
        return hit.group.tip if hit else ""
    if hit.owner in scene.unread:
        return hit.group.tip
    far = hit.group.kind == "curve" or detail_at(viewport.zoom) != "full"
    return _whole(plan, plan.journeys[scene.journey].interactions[card.ident], card.ident) if card.cut or far else ""


def _whole(plan: Plan, interaction: Interaction, ident: str) -> str:
    """All that a card says: title, goal, channel and interaction point."""
    goal, channel, point = (
        library[ident].name(ident) if ident in library else ""
        for library, ident in (
            (plan.goals, interaction.goal or ""),
            (plan.channels, interaction.channel or ""),
            (plan.points, interaction.point or ""),
        )
    )
    where = " · ".join(filter(None, (channel, point)))
    return "\n".join(filter(None, (interaction.name(ident), goal, where)))


def show_tip(widget: QWidget | None, where: QPoint, text: str) -> None:
    """Show a tooltip, or none for an empty text; nothing in the text is taken for markup."""
    lines = "<br>".join(html.escape(line) for line in text.split("\n"))
    QToolTip.showText(where, f"<qt>{lines}</qt>" if text else "", widget)
