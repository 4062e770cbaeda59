"""Rounded boxes kept as small pictures, since many cards look alike and outlines with soft edges take their time."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from journeymapper.drawing.painter_palette import Palette
from journeymapper.drawing.painter_shapes import Stack

_MARGIN = 2
"""Device pixels around a sprite, for soft edges."""
_LARGEST = 2000
"""Device pixels beyond which a box is painted as it is."""
_MOST = 400
"""How many sprites are kept; heads that grow with the zoom would fill the memory otherwise."""


class Sprites:
    """The pictures of one palette at one zoom.

    Valid for a painter that only scales and moves. Each is put on whole device pixels, so that borders are sharp.
    """

    def __init__(self, palette: Palette, scale: float, ratio: float) -> None:
        self._palette = palette
        self._scale = scale * ratio
        self._ratio = ratio
        self._known: dict[int, QImage] = {}

    def paint(self, painter: QPainter, stack: Stack) -> bool:
        """Paint boxes that lie on each other; False where they are too large for a picture."""
        sprite = self._known.get(stack.kind)
        if sprite is None:
            if max(stack.bounds.width(), stack.bounds.height()) * self._scale > _LARGEST:
                return False
            if len(self._known) >= _MOST:
                self._known.clear()
            sprite = self._known[stack.kind] = self._draw(stack)
        corner = painter.worldTransform().map(stack.bounds.topLeft())
        painter.setWorldMatrixEnabled(False)
        painter.drawImage(QPointF(self._whole(corner.x()), self._whole(corner.y())), sprite)
        painter.setWorldMatrixEnabled(True)
        return True

    def _whole(self, number: float) -> float:
        """The place in a picture's margin that puts the box itself on a whole device pixel."""
        return (round(number * self._ratio) - _MARGIN) / self._ratio

    def _draw(self, stack: Stack) -> QImage:
        bounds = stack.bounds
        width, height = (ceil(side * self._scale) + 2 * _MARGIN + 1 for side in (bounds.width(), bounds.height()))
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_MARGIN, _MARGIN)
            painter.scale(self._scale, self._scale)
            painter.translate(-bounds.topLeft())
            for box in stack.boxes:
                pen, brush = self._palette.of(box.style)
                painter.setPen(pen)
                painter.setBrush(brush)
                painter.drawRoundedRect(box.rect, box.radius, box.radius)
        image.setDevicePixelRatio(self._ratio)
        return image
