"""The one painter of display lists: on the canvas, in pictures and in documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPen

from journeymapper.drawing.display import LAYERS, Colour, Detail, DisplayList, Layer
from journeymapper.drawing.fonts import UNITS, font
from journeymapper.drawing.painter_prepared import Lettering, Ready, Style, prepared
from journeymapper.drawing.theme import Theme, opacity
from journeymapper.layout.geometry import Rect

_NOTHING = QBrush(Qt.BrushStyle.NoBrush)
_NO_LINE = QPen(Qt.PenStyle.NoPen)
_THIN = 1.6
"""Device pixels under which a line is drawn as Qt's thinnest, which is several times faster."""


def paint(
    display: DisplayList,
    painter: QPainter,
    theme: Theme,
    *,
    layers: Collection[Layer] | None = None,
    exposed: Rect | None = None,
    detail: Detail = "full",
) -> None:
    """Paint a display list, in its own points, with the painter as it is transformed.

    Only the given layers (all), and only what touches `exposed` (everything). The painter's pen, brush and font are
    left changed.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail != "colour")
    brushes = _Brushes(theme, _thin_below(painter, detail))
    for layer in LAYERS:
        if layers is not None and layer not in layers:
            continue
        ready = prepared(display).in_view(layer, detail, exposed)
        for group in ready:
            _paint_shapes(painter, group, brushes)
        _paint_texts(painter, ready, brushes)


def is_document(painter: QPainter) -> bool:
    """Whether the painter writes a document that keeps text as text, such as a PDF."""
    return painter.paintEngine().type() not in {QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2}


class _Brushes:
    """The pens and brushes of a theme at one zoom."""

    def __init__(self, theme: Theme, thin_below: float) -> None:
        self._theme = theme
        self._thin_below = thin_below
        self._known: dict[Style, tuple[QPen, QBrush]] = {}
        self._colours: dict[Colour, QColor] = {}

    def colour(self, token: Colour) -> QColor:
        known = self._colours.get(token)
        if known is None:
            known = self._colours[token] = colour(self._theme, token)
        return known

    def of(self, style: Style) -> tuple[QPen, QBrush]:
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = (self._pen(style), self._brush(style))
        return known

    def _brush(self, style: Style) -> QBrush:
        return QBrush(self.colour(style.fill)) if style.fill else _NOTHING

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


def colour(theme: Theme, token: Colour) -> QColor:
    """A token's colour as Qt's."""
    made = QColor(theme.hex(token))
    made.setAlphaF(opacity(token))
    return made


def _thin_below(painter: QPainter, detail: Detail) -> float:
    """The width in points under which lines are drawn as Qt's thinnest: never in documents nor in full detail."""
    if detail == "full" or is_document(painter):
        return 0
    scale = abs(painter.combinedTransform().m11()) or 1
    return _THIN / scale


def _paint_shapes(painter: QPainter, group: Ready, brushes: _Brushes) -> None:
    for style, rect, radius, path in group.shapes:
        pen, brush = brushes.of(style)
        if path is None and not radius and style.stroke is None:
            painter.fillRect(rect, brush)
            continue
        painter.setPen(pen)
        painter.setBrush(brush)
        if path is None:
            painter.drawRoundedRect(rect, radius, radius)
        else:
            painter.drawPath(path)
    for rect, image in group.images:
        painter.drawImage(rect, image)


def _paint_texts(painter: QPainter, groups: Iterable[Ready], brushes: _Brushes) -> None:
    """All texts of a layer, scaled from the units that their fonts are made in."""
    texts = [text for group in groups for text in group.texts]
    if not texts:
        return
    painter.save()
    painter.scale(1 / UNITS, 1 / UNITS)
    write = _write_text if is_document(painter) else _write_glyphs
    last: Colour | None = None
    for text in texts:
        if text.colour != last:
            last = text.colour
            painter.setPen(brushes.colour(last))
        write(painter, text)
    painter.restore()


def _write_glyphs(painter: QPainter, text: Lettering) -> None:
    for run in text.glyphs:
        painter.drawGlyphRun(text.corner, run)


def _write_text(painter: QPainter, text: Lettering) -> None:
    painter.setFont(font(text.role))
    painter.drawText(text.at, text.text)
