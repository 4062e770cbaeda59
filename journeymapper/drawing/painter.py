"""The one painter of display lists: on the canvas, in pictures and in documents."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from PySide6.QtGui import QFont, QPaintEngine, QPainter

from journeymapper.drawing.display import LAYERS, Detail, DisplayList, Layer
from journeymapper.drawing.fonts import font
from journeymapper.drawing.painter_palette import Palette, paint_shapes
from journeymapper.drawing.painter_prepared import Level, Ready, prepared
from journeymapper.drawing.painter_shapes import Stamp
from journeymapper.drawing.painter_sprites import Sprites
from journeymapper.drawing.painter_texts import glyphs_of
from journeymapper.drawing.roles import TYPE
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Rect
from journeymapper.layout.text import TextRole

_PLAIN_FROM_AFAR = {"links", "cards"}
"""Layers without any text at the detail "colour"."""

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
    """Paint a display list in its own points, with the painter as it is transformed (moved and scaled).

    Only the given layers (all), and only what touches `exposed` (everything). The painter's pen, brush and font are
    left changed.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail != "colour")
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    brush = _Document(painter, theme) if is_document(painter) else _Picture(painter, theme, detail)
    known = prepared(display)
    for layer in LAYERS:
        if layers is not None and layer not in layers:
            continue
        level = known.level(layer, detail)
        if detail == "colour" and layer in _PLAIN_FROM_AFAR and level.is_mostly_in(exposed):
            _paint_crowds(painter, level, brush.palette)
            continue
        for group in level.touching(exposed):
            brush.paint(group)


def is_document(painter: QPainter) -> bool:
    """Whether the painter writes a document that keeps text as text, such as a PDF."""
    return painter.paintEngine().type() not in {QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2}


class _Picture:
    """Paints pixels: boxes as sprites, texts as glyphs, far lines thin."""

    def __init__(self, painter: QPainter, theme: Theme, detail: Detail) -> None:
        scale = abs(painter.worldTransform().m11()) or 1.0
        self._painter = painter
        self.palette, self._sprites = _picture_tools(theme, detail, scale, painter.device().devicePixelRatio())
        self._as_sprites = detail != "colour"

    def paint(self, group: Ready) -> None:
        painter = self._painter
        for stamp in group.stamps:
            if not (self._as_sprites and self._sprites.paint(painter, stamp)):
                _paint_stamp(painter, stamp, self.palette)
        paint_shapes(painter, group.shapes, self.palette)
        for rect, image in group.images:
            painter.drawImage(rect, image)
        last = ""
        for text in group.texts:
            if text.colour != last:
                last = text.colour
                painter.setPen(self.palette.colour(last))
            for run in glyphs_of(text.text, text.role):
                painter.drawGlyphRun(text.at, run)


@lru_cache(maxsize=12)
def _picture_tools(theme: Theme, detail: Detail, scale: float, ratio: float) -> tuple[Palette, Sprites]:
    """What is kept from one frame to the next, for the zooms that were used last."""
    palette = Palette(theme, thin_below=0 if detail == "full" else _THIN / (scale * ratio))
    return palette, Sprites(palette, scale, ratio)


class _Document:
    """Writes outlines, and texts that can be searched."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self.palette = Palette(theme)
        self._fonts: dict[TextRole, QFont] = {}

    def paint(self, group: Ready) -> None:
        painter = self._painter
        for stamp in group.stamps:
            _paint_stamp(painter, stamp, self.palette)
        paint_shapes(painter, group.shapes, self.palette)
        for rect, image in group.images:
            painter.drawImage(rect, image)
        for text in group.texts:
            painter.setPen(self.palette.colour(text.colour))
            painter.setFont(self._font(text.role))
            painter.drawText(text.at, text.text)

    def _font(self, role: TextRole) -> QFont:
        """The role's font in points of the drawing, whatever the document's resolution."""
        known = self._fonts.get(role)
        if known is None:
            known = self._fonts[role] = QFont(font(role))
            known.setPointSizeF(TYPE[role].size * 72 / self._painter.device().logicalDpiY())
        return known


def _paint_stamp(painter: QPainter, stamp: Stamp, palette: Palette) -> None:
    painter.translate(stamp.at)
    paint_shapes(painter, stamp.shapes, palette)
    painter.translate(-stamp.at)


def _paint_crowds(painter: QPainter, level: Level, palette: Palette) -> None:
    for style, rects, outlines in level.crowds():
        pen, brush = palette.of(style)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRects(rects)
        painter.drawPath(outlines)
