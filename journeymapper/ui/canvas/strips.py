"""Strips: stage heads, lane labels and the curve of feeling, which stay in view and keep their size at every zoom."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.drawing.display import Detail, DisplayList, Layer
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.regions import Regions
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

LANE_LINE = 1.5
"""Points of the line between two lanes."""


class Strip(NamedTuple):
    """What a strip is painted with: the view's parts just now, in pixels of the view."""

    painter: QPainter
    scene: Scene
    regions: Regions
    viewport: Viewport
    theme: Theme

    @property
    def scroll(self) -> float:
        """Where the drawing's left edge is in the view."""
        return -self.viewport.x * self.viewport.zoom

    @property
    def left(self) -> float:
        """How far the drawing is moved to have its left edge at the view's."""
        return -self.scene.geometry.bounds.x

    def fill(self, rect: Rect) -> None:
        """Cover a rectangle of the view."""
        self.painter.fillRect(QRectF(rect.x, rect.y, rect.w, rect.h), QColor(self.theme.hex("canvas")))

    def part(
        self, clip: Rect, move: Point, display: DisplayList, layers: Collection[Layer], *, detail: Detail = "full"
    ) -> None:
        """Paint what of a display list, moved by pixels but not scaled, is inside a rectangle of the view."""
        self.painter.save()
        self.painter.setClipRect(QRectF(clip.x, clip.y, clip.w, clip.h))
        self.painter.translate(*move)
        shown = Rect(clip.x - move[0], clip.y - move[1], clip.w, clip.h)
        paint(display, self.painter, self.theme, layers=layers, exposed=shown, detail=detail)
        self.painter.restore()


def paint_lanes(strip: Strip) -> None:
    """The lanes' labels at the left, each in view as long as some of its lane is."""
    body = strip.regions.body
    strip.fill(Rect(0, body.y, strip.regions.gutter, body.h))
    for lane in strip.scene.geometry.lanes:
        area = strip.viewport.rect_to_view(lane.area)
        top, bottom = max(area.y, body.y), min(area.bottom, body.bottom)
        y = min(top + lane.rect.y - lane.area.y, area.bottom - lane.rect.h - 2)
        seen = Rect(0, max(top, y), strip.regions.gutter, min(bottom, y + lane.rect.h) - max(top, y))
        if seen.h > 0:
            strip.part(seen, (strip.left, y - lane.rect.y), strip.scene.display, {"lanes"})


def paint_edges(strip: Strip) -> None:
    """Lines where the body disappears below a strip, and between the lanes beside the drawing."""
    body = strip.regions.body
    x, y = strip.viewport.to_view(strip.scene.body.x, strip.scene.body.y)
    line = QColor(strip.theme.hex("line"))
    strip.painter.setPen(QPen(line, 1))
    if x < body.x - 1:
        strip.painter.drawLine(QPointF(body.x, body.y), QPointF(body.x, body.bottom))
    if y < body.y - 1:
        strip.painter.drawLine(QPointF(0, body.y), QPointF(body.right, body.y))
    if strip.regions.foot:
        strip.painter.drawLine(QPointF(0, body.bottom), QPointF(body.right, body.bottom))
    strip.painter.setPen(QPen(line, LANE_LINE * strip.viewport.zoom))
    for lane in strip.scene.geometry.lanes[:-1]:
        right, bottom = strip.viewport.to_view(lane.area.right, lane.area.bottom)
        if body.y < bottom < body.bottom:
            strip.painter.drawLine(QPointF(0, bottom), QPointF(body.x, bottom))
            if right < body.right:
                strip.painter.drawLine(QPointF(max(right, body.x), bottom), QPointF(body.right, bottom))
