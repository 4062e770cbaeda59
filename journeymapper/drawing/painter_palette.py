"""The pens and brushes of a theme, and the painting of shapes with them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from journeymapper.drawing.display import Colour
from journeymapper.drawing.painter_shapes import Shape, Style
from journeymapper.drawing.theme import Theme, opacity

_NO_FILL = QBrush(Qt.BrushStyle.NoBrush)
_NO_LINE = QPen(Qt.PenStyle.NoPen)


def qt_colour(theme: Theme, token: Colour) -> QColor:
    """A token's colour as Qt's."""
    made = QColor(theme.hex(token))
    made.setAlphaF(opacity(token))
    return made


class Palette:
    """Pens and brushes, each made once. Lines narrower than `thin_below` points become Qt's thinnest."""

    def __init__(self, theme: Theme, thin_below: float = 0) -> None:
        self._theme = theme
        self._thin_below = thin_below
        self._styles: dict[Style, tuple[QPen, QBrush]] = {}
        self._colours: dict[Colour, QColor] = {}

    def colour(self, token: Colour) -> QColor:
        """A token's colour."""
        known = self._colours.get(token)
        if known is None:
            known = self._colours[token] = qt_colour(self._theme, token)
        return known

    def of(self, style: Style) -> tuple[QPen, QBrush]:
        """The pen and the brush of a style."""
        known = self._styles.get(style)
        if known is None:
            brush = QBrush(self.colour(style.fill)) if style.fill else _NO_FILL
            known = self._styles[style] = (self._pen(style), brush)
        return known

    def _pen(self, style: Style) -> QPen:
        if style.stroke is None:
            return _NO_LINE
        pen = QPen(self.colour(style.stroke), style.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if style.round_ends else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if style.round_ends else Qt.PenJoinStyle.MiterJoin)
        if style.dash:
            pen.setDashPattern([length / style.width for length in style.dash])
        if style.width < self._thin_below:
            pen.setWidthF(1)
            pen.setCosmetic(True)
        return pen


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], palette: Palette) -> None:
    """Paint boxes and outlines in their order."""
    for style, rect, radius, path in shapes:
        pen, brush = palette.of(style)
        if path is None and not radius and style.stroke is None:
            painter.fillRect(rect, brush)
            continue
        painter.setPen(pen)
        painter.setBrush(brush)
        if path is None:
            painter.drawRoundedRect(rect, radius, radius)
        else:
            painter.drawPath(path)
