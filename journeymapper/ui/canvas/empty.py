"""The empty canvas: what to do first where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from journeymapper.drawing.fonts import ui_font
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Rect


def paint_empty(painter: QPainter, area: Rect, theme: Theme, *, has_journey: bool) -> None:
    """Say in the middle of an area of the view how to begin."""
    first = QCoreApplication.translate("canvas", "Nothing here yet")
    then = QCoreApplication.translate("canvas", "This plan has no journey to show")
    if has_journey:
        then = QCoreApplication.translate("canvas", "Double-click or press N to add the first interaction")
    y = area.center[1]
    _line(painter, first, QRectF(area.x, y - 26, area.w, 24), 15, 600, QColor(theme.hex("ink")))
    _line(painter, then, QRectF(area.x, y + 2, area.w, 22), 13, 400, QColor(theme.hex("ink2")))


def _line(painter: QPainter, text: str, where: QRectF, pixels: int, weight: int, colour: QColor) -> None:
    painter.setFont(ui_font(pixels, weight))
    painter.setPen(colour)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
