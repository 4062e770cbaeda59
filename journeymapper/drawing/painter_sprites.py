"""Stamps kept as small pictures, since many look alike and outlines with soft edges take their time."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from journeymapper.drawing.painter_palette import Palette, paint_shapes
from journeymapper.drawing.painter_shapes import Stamp

_MARGIN = 2
"""Device pixels around a sprite, for soft edges."""
_LARGEST = 2000
"""Device pixels beyond which a stamp is painted as it is."""
_MOST = 400
"""How many sprites are kept; heads that grow with the zoom would fill the memory otherwise."""


class Sprite(NamedTuple):
    """A picture, and where in it, in its device pixels, the stamp's point is."""

    image: QImage
    left: int
    top: int


class Sprites:
    """The pictures of one palette at one zoom.

    Valid for a painter that only scales and moves. Each is put on whole device pixels, so that borders are sharp.
    """

    def __init__(self, palette: Palette, scale: float, ratio: float) -> None:
        self._palette = palette
        self._scale = scale * ratio
        self._ratio = ratio
        self._known: dict[str | int, Sprite] = {}

    def paint(self, painter: QPainter, stamp: Stamp) -> bool:
        """Paint a stamp; False where it is too large for a picture."""
        sprite = self._known.get(stamp.kind)
        if sprite is None:
            if max(stamp.bounds.width(), stamp.bounds.height()) * self._scale > _LARGEST:
                return False
            if len(self._known) >= _MOST:
                self._known.clear()
            sprite = self._known[stamp.kind] = self._draw(stamp)
        at, ratio = painter.worldTransform().map(stamp.at), self._ratio
        painter.setWorldMatrixEnabled(False)
        x, y = round(at.x() * ratio) - sprite.left, round(at.y() * ratio) - sprite.top
        painter.drawImage(QPointF(x / ratio, y / ratio), sprite.image)
        painter.setWorldMatrixEnabled(True)
        return True

    def _draw(self, stamp: Stamp) -> Sprite:
        bounds, scale = stamp.bounds, self._scale
        left, top = _MARGIN + ceil(-bounds.left() * scale), _MARGIN + ceil(-bounds.top() * scale)
        width, height = left + ceil(bounds.right() * scale), top + ceil(bounds.bottom() * scale)
        image = QImage(width + _MARGIN, height + _MARGIN, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(left, top)
            painter.scale(scale, scale)
            paint_shapes(painter, stamp.shapes, self._palette)
        image.setDevicePixelRatio(self._ratio)
        return Sprite(image, left, top)
