"""The strip of the curve of feeling: stretched with the cards above it, always as high as it is at 100 %."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from journeymapper.drawing.curve import draw_curve
from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.measure import QtMeasure
from journeymapper.layout.geometry import Curve, Rect
from journeymapper.ui.canvas.regions import FOLDED
from journeymapper.ui.canvas.strips import Strip

_NOTES_FROM = 0.5
"""The zoom from which there is room for the names of peaks and valleys."""
_KEY = 18.0
"""Height of the line at the foot of the curve that says what is drawn how."""


class CurveStrip:
    """The curve of one scene; stretched anew only when the zoom changes."""

    def __init__(self, curve: Curve) -> None:
        self._curve = curve
        self._zoom = 0.0
        self._scale = self._line = self._key = DisplayList(curve.frame, (), "")

    def paint(self, strip: Strip, marked: Collection[str]) -> None:
        """The curve below the cards in view, its scale at the left; the points of `marked` cards stand out."""
        regions = strip.regions
        top, height, side = regions.foot_top, regions.foot, strip.scene.curve_left
        strip.fill(Rect(0, top, regions.width, height))
        is_open = height > FOLDED
        move = (strip.left, top - self._curve.frame.y)
        if is_open:
            self._stretch(strip.viewport.zoom)
            shown = Rect(side, top, regions.width - side, height)
            self._paint_stretched(strip, shown)
            self._paint_marks(strip, shown, marked)
        else:
            side = regions.gutter
        strip.part(Rect(0, top, side, height), move, strip.scene.display, {"curve"})
        _chevron(strip, top + FOLDED / 2, is_open=is_open)

    def _paint_stretched(self, strip: Strip, shown: Rect) -> None:
        move = (strip.scroll, shown.y - self._curve.frame.y)
        strip.part(shown, move, self._scale, {"curve"}, detail="title")
        strip.part(shown, move, self._line, {"curve"}, detail="full" if self._zoom >= _NOTES_FROM else "title")
        foot = Rect(shown.x, shown.bottom - _KEY, shown.w, _KEY)
        end = min(self._curve.frame.right * self._zoom + strip.scroll, shown.right)
        strip.part(foot, (end - self._curve.frame.right, move[1]), self._key, {"curve"})

    def _paint_marks(self, strip: Strip, shown: Rect, marked: Collection[str]) -> None:
        painter = strip.painter
        painter.setPen(QPen(QColor(strip.theme.hex("accent")), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for point in self._curve.points if marked else ():
            x = point.at[0] * self._zoom + strip.scroll
            if point.ident in marked and shown.x <= x <= shown.right:
                painter.drawEllipse(QPointF(x, point.at[1] - self._curve.frame.y + shown.y), 8, 8)

    def _stretch(self, zoom: float) -> None:
        if zoom == self._zoom:
            return
        self._zoom = zoom
        groups = tuple(draw_curve(_stretched(self._curve, zoom)))
        frame = self._curve.frame
        self._scale = DisplayList(frame, tuple(group for group in groups if group.owner == "scale"), "")
        self._line = DisplayList(frame, tuple(group for group in groups if group.owner != "scale"), "")
        self._key = DisplayList(frame, tuple(group for group in draw_curve(self._curve) if group.owner == "scale"), "")


def _stretched(curve: Curve, zoom: float) -> Curve:
    return replace(
        curve,
        frame=Rect(curve.frame.x * zoom, curve.frame.y, curve.frame.w * zoom, curve.frame.h),
        points=tuple(replace(point, at=(point.at[0] * zoom, point.at[1])) for point in curve.points),
        band=tuple((x * zoom, best, worst) for x, best, worst in curve.band),
        second=tuple((x * zoom, y) for x, y in curve.second),
    )


def _chevron(strip: Strip, y: float, *, is_open: bool) -> None:
    """The sign that the curve can be folded away, or brought back."""
    x = 12 + QtMeasure().width("Feeling", "head") + 14
    tip = 2.2 if is_open else -2.2
    corners = [QPointF(x - 4, y - tip + 2), QPointF(x, y + tip + 2), QPointF(x + 4, y - tip + 2)]
    strip.painter.setPen(QPen(QColor(strip.theme.hex("ink2")), 1.5))
    strip.painter.drawPolyline(QPolygonF(corners))
