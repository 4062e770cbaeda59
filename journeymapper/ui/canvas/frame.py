"""The frame: everything that the canvas shows at one moment, painted from the ground up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from journeymapper.drawing.display import Layer
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.curve import CurveStrip
from journeymapper.ui.canvas.heads import paint_heads
from journeymapper.ui.canvas.marks import marks_in, paint_marks
from journeymapper.ui.canvas.overlays import Overlay, OverlayPainter, elbow
from journeymapper.ui.canvas.problems import Mark
from journeymapper.ui.canvas.regions import Regions
from journeymapper.ui.canvas.scene import Scene, detail_at
from journeymapper.ui.canvas.strips import Strip, paint_edges, paint_lanes
from journeymapper.ui.canvas.tiles import Tiles
from journeymapper.ui.canvas.viewport import Viewport

MANY = 100
"""Changed marks from which on everything is painted anew."""
REACH = 70.0
"""Points around the corner of a card that its mark may take at the smallest zoom."""
DOTS = 20
"""Points between the dots of the ground."""

DOT = 1.6
"""Points of a dot."""

_BODY: tuple[Layer, ...] = ("ground", "links", "cards", "labels")
_EVERYTHING: tuple[Layer, ...] = ("page", "ground", "lanes", "links", "cards", "labels", "heads", "curve")


class Frame:
    """Paints a scene in a theme; what was painted once is kept in tiles."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene = scene
        self._theme = theme
        self._marks: Mapping[str, Mark] = {}
        self._curve = _curve_of(scene)
        self._tiles = Tiles(self._render, QColor(theme.hex("canvas")))

    def show(self, scene: Scene, areas: Sequence[Rect] | None) -> None:
        """Show another drawing; only these areas of it differ, or everything."""
        self.scene = scene
        self._curve = _curve_of(scene)
        self._tiles.forget(areas)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show other problem marks."""
        before, self._marks = self._marks, marks
        changed = [owner for owner in before.keys() | marks.keys() if before.get(owner) != marks.get(owner)]
        rects = map(self.scene.rect_of, changed)
        self._tiles.forget(None if len(changed) > MANY else [rect.grown(REACH) for rect in rects if rect])

    def paint(
        self, painter: QPainter, regions: Regions, viewport: Viewport, overlay: Overlay, deadline: float = math.inf
    ) -> bool:
        """Paint in pixels of the view; gives whether all of it is sharp, or something ran out of time."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = regions.body
        sharp = self._tiles.paint(painter, body, viewport, deadline)
        painter.save()
        painter.setClipRect(QRectF(body.x, body.y, body.w, body.h))
        self._paint_moved(painter, viewport, overlay)
        OverlayPainter(painter, self.scene, viewport, self._theme).paint(overlay)
        painter.restore()
        if self.scene.pinned:
            strip = Strip(painter, self.scene, regions, viewport, self._theme)
            sharp = self._paint_pinned(strip, overlay, hurried=deadline < math.inf) and sharp
        return sharp

    def _paint_pinned(self, strip: Strip, overlay: Overlay, *, hurried: bool) -> bool:
        sharp = True
        paint_lanes(strip)
        paint_heads(strip)
        if self._curve:
            sharp = self._curve.paint(strip, overlay.selection | {overlay.hovered}, hurried=hurried)
        paint_edges(strip)
        return sharp

    def _render(self, painter: QPainter, area: Rect, zoom: float) -> None:
        if zoom >= 0.5:
            self._dots(painter, area)
        layers = _BODY if self.scene.pinned else _EVERYTHING
        detail = detail_at(zoom)
        paint(self.scene.display, painter, self._theme, layers=layers, exposed=area, detail=detail)
        marks = {owner: self._marks[owner] for owner in marks_in(self.scene, self._marks, area, zoom)}
        if marks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(area.x, area.y)
            painter.scale(1 / zoom, 1 / zoom)
            paint_marks(painter, self.scene, Viewport(area.x, area.y, zoom), self._theme, marks)

    def _dots(self, painter: QPainter, area: Rect) -> None:
        left, top = math.ceil(area.x / DOTS), math.ceil(area.y / DOTS)
        columns, rows = math.floor(area.right / DOTS) - left, math.floor(area.bottom / DOTS) - top
        pen = QPen(QColor(self._theme.hex("dots")), max(1, round(DOT * painter.combinedTransform().m11())))
        pen.setCosmetic(True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.translate(left * DOTS, top * DOTS)
        painter.drawPoints(_dots(columns + 1, rows + 1))
        painter.restore()

    def _paint_moved(self, painter: QPainter, viewport: Viewport, overlay: Overlay) -> None:
        """The cards that are being moved, where they would come to be; their old places fade."""
        shifts = overlay.preview.shifts
        if not shifts:
            return
        veil = QColor(self._theme.hex("canvas"))
        veil.setAlphaF(0.65)
        painter.save()
        painter.scale(viewport.zoom, viewport.zoom)
        painter.translate(-viewport.x, -viewport.y)
        for ident in shifts:
            rect = self.scene.geometry.cards[ident].rect.grown(1)
            painter.fillRect(QRectF(rect.x, rect.y, rect.w, rect.h), veil)
        _paint_ties(painter, self.scene, shifts, QColor(self._theme.hex("accent")))
        for ident, (dx, dy) in shifts.items():
            painter.save()
            painter.translate(dx, dy)
            paint(self.scene.alone(ident), painter, self._theme, detail=detail_at(viewport.zoom))
            painter.restore()
        painter.restore()


def _paint_ties(painter: QPainter, scene: Scene, shifts: Mapping[str, Point], colour: QColor) -> None:
    """Lines from cards on their way to the cards that they are linked with."""
    colour.setAlphaF(0.5)
    pen = QPen(colour, 1.2)
    pen.setCosmetic(True)
    painter.setPen(pen)
    cards = scene.geometry.cards
    for ident, (dx, dy) in shifts.items():
        rect = cards[ident].rect
        place = Rect(rect.x + dx, rect.y + dy, rect.w, rect.h)
        for other in scene.neighbours(ident):
            if other in cards and other not in shifts:
                painter.drawPolyline(QPolygonF([QPointF(*point) for point in elbow(place, cards[other].rect)]))


@lru_cache(maxsize=64)
def _dots(columns: int, rows: int) -> QPolygonF:
    return QPolygonF([QPointF(x * DOTS, y * DOTS) for y in range(rows) for x in range(columns)])


def _curve_of(scene: Scene) -> CurveStrip | None:
    return CurveStrip(scene.geometry.curve) if scene.geometry.curve else None
