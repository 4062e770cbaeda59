"""The small pictures of the window, drawn in the colours of the theme."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPen, QPixmap

from journeymapper.drawing.theme import LIGHT, Theme
from journeymapper.model.words import Severity

SIZES = (16, 24, 32, 48)


def severity_icon(severity: Severity, theme: Theme) -> QIcon:
    """The mark of a severity: a disc with a cross, a triangle, or a ring, so that colour is not alone."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(severity, theme, size))
    return icon


def program_icon() -> QIcon:
    """The program's icon."""
    return QIcon(_resource("icon.png"))


def mark(theme: Theme, size: int, ratio: float) -> QPixmap:
    """The curve that stands at the left of the top bar, in the accent colour, `size` pixels wide at that ratio."""
    drawing = (resources.files("journeymapper.resources") / "mark.svg").read_text(encoding="utf-8")
    coloured = drawing.replace(LIGHT.hex("accent"), theme.hex("accent"))
    made = QPixmap.fromImage(QImage.fromData(coloured.encode()).scaledToWidth(
        round(size * ratio), Qt.TransformationMode.SmoothTransformation))  # fmt: skip
    made.setDevicePixelRatio(ratio)
    return made


def _resource(name: str) -> str:
    return str(Path(str(resources.files("journeymapper.resources"))) / name)


def _drawn(severity: Severity, theme: Theme, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / 16, size / 16)
        painter.setPen(Qt.PenStyle.NoPen)
        _MARKS[severity](painter, theme)
    return pixmap


def _pen(theme: Theme, token: str, width: float) -> QPen:
    pen = QPen(QColor(theme.hex(token)), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _error(painter: QPainter, theme: Theme) -> None:
    painter.setBrush(QColor(theme.hex("error")))
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.setPen(_pen(theme, "panel", 1.6))
    painter.drawLine(QPointF(6, 6), QPointF(10, 10))
    painter.drawLine(QPointF(10, 6), QPointF(6, 10))


def _warning(painter: QPainter, theme: Theme) -> None:
    path = QPainterPath(QPointF(8, 2.4))
    path.lineTo(14.4, 13.4)
    path.lineTo(1.6, 13.4)
    path.closeSubpath()
    painter.setPen(_pen(theme, "warning", 1.2))
    painter.setBrush(QColor(theme.hex("warning")))
    painter.drawPath(path)
    painter.setPen(_pen(theme, "panel", 1.5))
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.2))
    painter.drawPoint(QPointF(8, 11.4))


def _info(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme, "ink2", 1.3))
    painter.drawEllipse(QRectF(2.4, 2.4, 11.2, 11.2))
    painter.setPen(_pen(theme, "ink2", 1.5))
    painter.drawLine(QPointF(8, 7.4), QPointF(8, 10.8))
    painter.drawPoint(QPointF(8, 5.2))


_MARKS = {"error": _error, "warning": _warning, "info": _info}
