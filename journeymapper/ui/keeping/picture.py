"""A small picture of a plan, by which a person knows it again."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from journeymapper.drawing.composing import compose
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import Theme
from journeymapper.model.plan import Plan

MOST = 400
"""Interactions of a journey up to which its picture is worth the time it takes, and shows anything at all."""
MARGIN = 12.0


def picture_of(plan: Plan, journey: str, size: QSize, theme: Theme, ratio: float = 1.0) -> QPixmap | None:
    """A journey of the plan in a picture of that size in points; None where there is none to be seen."""
    shown = journey if journey in plan.journeys else next(iter(plan.journeys), "")
    if not shown or not 0 < len(plan.journeys[shown].interactions) <= MOST:
        return None
    display = compose(plan, shown, QtMeasure()).display
    bounds = display.bounds
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.hex("canvas")))
    scale = min((size.width() - MARGIN) / bounds.w, (size.height() - MARGIN) / bounds.h)
    with QPainter(picture) as painter:
        painter.translate((size.width() - bounds.w * scale) / 2, (size.height() - bounds.h * scale) / 2)
        painter.scale(scale, scale)
        painter.translate(-bounds.x, -bounds.y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(display, painter, theme)
    return picture
