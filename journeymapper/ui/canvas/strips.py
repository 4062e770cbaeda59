"""Strips: stage heads, lane labels and the curve of feeling, which stay in view and keep their size at every zoom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from journeymapper.drawing.curve import draw_curve
from journeymapper.drawing.display import DisplayList, Layer
from journeymapper.drawing.heads import draw_heads
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Curve, Header, Rect
from journeymapper.layout.text import TextRole
from journeymapper.ui.canvas.regions import FOLDED, Regions
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

_NOTES_FROM = 0.5
"""The zoom from which there is room for the names of peaks and valleys."""


class Strips:
    """The pinned parts of one scene, stretched with the zoom only in the direction in which they go with the cards."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._zoom = 0.0
        self._heads = self._curve = DisplayList(scene.geometry.bounds, (), "")

    def paint(self, painter: QPainter, regions: Regions, viewport: Viewport, theme: Theme) -> None:
        """Paint what is pinned around the body, in pixels of the view."""
        if not self._scene.pinned:
            return
        self._stretch(viewport.zoom)
        strip = _StripPainter(painter, self._scene, regions, viewport, theme)
        strip.lanes()
        strip.heads(self._heads)
        if self._scene.geometry.curve:
            strip.curve(self._curve)
        strip.edges()

    def _stretch(self, zoom: float) -> None:
        if zoom == self._zoom:
            return
        self._zoom = zoom
        geometry = self._scene.geometry
        stages = tuple(_stretched(head, zoom, "head", 28) for head in geometry.stages)
        phases = tuple(_stretched(head, zoom, "small", 8) for head in geometry.phases)
        heads = draw_heads(replace(geometry, stages=stages, phases=phases, lanes=()), ())
        self._heads = DisplayList(geometry.bounds, tuple(heads), "")
        if geometry.curve:
            groups = draw_curve(_stretched_curve(geometry.curve, zoom))
            self._curve = DisplayList(geometry.bounds, tuple(groups), "")


class _StripPainter:
    def __init__(self, painter: QPainter, scene: Scene, regions: Regions, viewport: Viewport, theme: Theme) -> None:
        self._painter = painter
        self._scene = scene
        self._regions = regions
        self._viewport = viewport
        self._theme = theme
        self._scroll = -viewport.x * viewport.zoom
        self._left = -scene.geometry.bounds.x

    def heads(self, heads: DisplayList) -> None:
        """The stage heads and phase bands, and what they are called in the corner."""
        gutter, height, top = self._regions.gutter, self._regions.head, self._scene.heads_top
        self._part(Rect(gutter, 0, self._regions.width - gutter, height), (self._scroll, -top), heads, "heads")
        self._part(Rect(0, 0, gutter, height), (self._left, -top), self._scene.display, "heads")

    def lanes(self) -> None:
        """The lanes' labels, each in view as long as some of its lane is."""
        body = self._regions.body
        self._fill(Rect(0, body.y, self._regions.gutter, body.h))
        for lane in self._scene.geometry.lanes:
            area = self._viewport.rect_to_view(lane.area)
            offset = lane.rect.y - lane.area.y
            top, bottom = max(area.y, body.y), min(area.bottom, body.bottom)
            y = min(top + offset, area.bottom - lane.rect.h - 2)
            seen = Rect(0, top, self._regions.gutter, bottom - top)
            if seen.h > 0:
                move = (self._left, y - lane.rect.y)
                self._part(seen, move, self._scene.display, "lanes", lane.rect)

    def curve(self, curve: DisplayList) -> None:
        """The curve of feeling; its scale stays at the left."""
        frame = self._scene.geometry.curve.frame if self._scene.geometry.curve else Rect(0, 0, 0, 0)
        width, top, height = self._regions.width, self._regions.foot_top, self._regions.foot
        if height > FOLDED:
            side = self._scene.curve_left
            self._part(Rect(side, top, width - side, height), (self._scroll, top - frame.y), curve, "curve")
        else:
            side = self._regions.gutter
            self._fill(Rect(side, top, width - side, height))
        self._part(Rect(0, top, side, height), (self._left, top - frame.y), self._scene.display, "curve")
        self._chevron(top + FOLDED / 2, is_open=height > FOLDED)

    def edges(self) -> None:
        """Lines where the body disappears below a strip."""
        body = self._regions.body
        x, y = self._viewport.to_view(self._scene.body.x, self._scene.body.y)
        self._painter.setPen(QPen(QColor(self._theme.hex("line")), 1))
        if x < body.x - 1:
            self._painter.drawLine(QPointF(body.x, body.y), QPointF(body.x, body.bottom))
        if y < body.y - 1:
            self._painter.drawLine(QPointF(0, body.y), QPointF(body.right, body.y))
        if self._regions.foot:
            self._painter.drawLine(QPointF(0, body.bottom), QPointF(body.right, body.bottom))

    def _part(
        self, clip: Rect, move: tuple[float, float], display: DisplayList, layer: Layer, exposed: Rect | None = None
    ) -> None:
        self._painter.save()
        self._painter.setClipRect(_qrect(clip))
        self._fill(clip)
        self._painter.translate(*move)
        shown = exposed or Rect(clip.x - move[0], clip.y - move[1], clip.w, clip.h)
        paint(display, self._painter, self._theme, layers=(layer,), exposed=shown)
        self._painter.restore()

    def _fill(self, rect: Rect) -> None:
        self._painter.fillRect(_qrect(rect), QColor(self._theme.hex("canvas")))

    def _chevron(self, y: float, *, is_open: bool) -> None:
        """The sign that the curve can be folded away, or brought back."""
        x = 14 + QtMeasure().width("Feeling", "head") + 12
        tip = 2.2 if is_open else -2.2
        corners = [QPointF(x - 4, y - tip + 1), QPointF(x, y + tip + 1), QPointF(x + 4, y - tip + 1)]
        self._painter.setPen(QPen(QColor(self._theme.hex("ink2")), 1.5))
        self._painter.drawPolyline(QPolygonF(corners))


def _stretched(header: Header, zoom: float, role: TextRole, pad: float) -> Header:
    rect = Rect(header.rect.x * zoom, header.rect.y, header.rect.w * zoom, header.rect.h)
    room = rect.w - pad
    title = QtMeasure().wrap(header.title, role, room, 1)[0][0] if room > 16 else ""
    fits = not header.note or QtMeasure().width(title + header.note, role) < room
    return replace(header, rect=rect, title=title, note=header.note if fits else "")


def _stretched_curve(curve: Curve, zoom: float) -> Curve:
    notes = zoom >= _NOTES_FROM
    return replace(
        curve,
        frame=Rect(curve.frame.x * zoom, curve.frame.y, curve.frame.w * zoom, curve.frame.h),
        points=tuple(
            replace(point, at=(point.at[0] * zoom, point.at[1]), note=point.note if notes else "")
            for point in curve.points
        ),
        band=tuple((x * zoom, best, worst) for x, best, worst in curve.band),
        second=tuple((x * zoom, y) for x, y in curve.second),
    )


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
