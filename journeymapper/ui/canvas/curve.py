"""The strip of the curve of feeling: stretched with the cards above it, always as high as it is at 100 %."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from journeymapper.drawing.curve import draw_curve, draw_scale
from journeymapper.drawing.display import Detail, DisplayList, Run
from journeymapper.drawing.measure import QtMeasure
from journeymapper.layout.geometry import Curve, CurvePoint, Point, Rect
from journeymapper.ui.canvas.regions import FOLDED
from journeymapper.ui.canvas.strips import Strip

MOST = 60
"""Points of the curve that are drawn in the width of a view; of more, every second, third … is."""
_NOTES_FROM = 0.5
"""The zoom from which there is room for the names of peaks and valleys."""
_DOT = 8.0
"""Pixels left of the curve that a point may need."""
_KEY = 18.0
"""Height of the line at the foot of the curve that says what is drawn how."""

T = TypeVar("T")


class _Made(NamedTuple):
    """What a stretched part was made for: two views' widths from a place counted in them."""

    zoom: float
    place: int
    width: float
    ratio: float

    @property
    def start(self) -> float:
        """Where it begins, in pixels of the drawing."""
        return self.place * self.width


class CurveStrip:
    """The curve of one scene in one theme. What is in and right of the view is stretched when the zoom changes or the
    view is left, and kept as a picture when it is painted a second time, so that panning costs nothing."""

    def __init__(self, curve: Curve) -> None:
        self._curve = curve
        self._made: _Made | None = None
        self._zoom = 0.0
        self._points: tuple[CurvePoint, ...] = ()
        self._picture: QPixmap | None = None
        self._scale = self._line = _only(curve, ())
        self._key = _only(curve, [draw_scale(curve)])

    def paint(self, strip: Strip, marked: Collection[str], *, hurried: bool) -> bool:
        """The curve below the cards in view, its scale at the left; the points of `marked` cards stand out.

        Where it is `hurried`, the curve of the last zoom may stand in; gives whether it did not have to.
        """
        regions = strip.regions
        top, height = regions.foot_top, regions.foot
        strip.fill(Rect(0, top, regions.width, height))
        is_open, sharp = height > FOLDED, True
        side = strip.scene.curve_left - _DOT if is_open else regions.gutter
        if is_open:
            shown = Rect(side, top, regions.width - side, height)
            sharp = self._paint_curve(strip, shown, hurried=hurried)
            if sharp:
                self._paint_marks(strip, shown, marked)
        strip.part(Rect(0, top, side, height), (strip.left, top - self._curve.frame.y), self._key, {"curve"})
        _chevron(strip, top + FOLDED / 2, is_open=is_open)
        return sharp

    def _paint_curve(self, strip: Strip, shown: Rect, *, hurried: bool) -> bool:
        """Gives whether it is the curve itself, or the picture of another zoom standing in."""
        zoom, width = strip.viewport.zoom, strip.regions.width
        place = math.floor(-strip.scroll / width)
        wanted = _Made(zoom, place, width, strip.painter.device().devicePixelRatioF())
        zooming, self._zoom = self._zoom != zoom, zoom
        if self._made == wanted:
            self._picture = self._picture or self._pictured(strip, wanted, shown.h)
        elif hurried and zooming and self._picture and self._made:
            _paint_picture(strip, shown, self._picture, self._made)
            return False
        else:
            self._made, self._picture = wanted, None
            self._stretch(wanted)
        if self._picture:
            _paint_picture(strip, shown, self._picture, wanted)
        else:
            self._paint_stretched(strip, shown)
        foot = Rect(shown.x, shown.bottom - _KEY, shown.w, _KEY)
        end = min(self._curve.frame.right * zoom + strip.scroll, shown.right)
        strip.part(foot, (end - self._curve.frame.right, shown.y - self._curve.frame.y), self._key, {"curve"})
        return True

    def _pictured(self, strip: Strip, made: _Made, height: float) -> QPixmap:
        """A picture of what is stretched."""
        picture = QPixmap(math.ceil(2 * made.width * made.ratio), math.ceil(height * made.ratio))
        picture.setDevicePixelRatio(made.ratio)
        picture.fill(QColor(strip.theme.hex("canvas")))
        with QPainter(picture) as painter:
            there = strip._replace(painter=painter, viewport=strip.viewport._replace(x=made.start / made.zoom))
            self._paint_stretched(there, Rect(0, 0, 2 * made.width, height))
        return picture

    def _paint_stretched(self, strip: Strip, shown: Rect) -> None:
        move = (strip.scroll, shown.y - self._curve.frame.y)
        strip.part(shown, move, self._scale, {"curve"}, detail="title")
        detail: Detail = "full" if strip.viewport.zoom >= _NOTES_FROM else "title"
        strip.part(shown, move, self._line, {"curve"}, detail=detail)

    def _paint_marks(self, strip: Strip, shown: Rect, marked: Collection[str]) -> None:
        strip.painter.setPen(QPen(QColor(strip.theme.hex("accent")), 1.5))
        strip.painter.setBrush(Qt.BrushStyle.NoBrush)
        for point in self._points:
            x = point.at[0] + strip.scroll
            if point.ident in marked and shown.x <= x <= shown.right:
                strip.painter.drawEllipse(QPointF(x, point.at[1] - self._curve.frame.y + shown.y), 8, 8)

    def _stretch(self, made: _Made) -> None:
        near = _stretched(self._curve, made.zoom, made.start, made.start + 2 * made.width)
        self._points = near.points
        scale, *line = draw_curve(near)
        self._scale, self._line = _only(near, [scale]), _only(near, line)


def _paint_picture(strip: Strip, shown: Rect, picture: QPixmap, made: _Made) -> None:
    """A picture where it belongs, stretched if it was made for another zoom."""
    factor = strip.viewport.zoom / made.zoom
    target = QRectF(made.start * factor + strip.scroll, shown.y, 2 * made.width * factor, shown.h)
    strip.painter.save()
    strip.painter.setClipRect(QRectF(shown.x, shown.y, shown.w, shown.h))
    strip.painter.drawPixmap(target, picture, QRectF(picture.rect()))
    strip.painter.restore()


def _only(curve: Curve, runs: Sequence[Run]) -> DisplayList:
    return DisplayList(curve.frame, tuple(runs))


def _stretched(curve: Curve, zoom: float, start: float, end: float) -> Curve:
    """The part of a curve from `start` to `end` (pixels of the drawing), x in pixels of it."""
    ends = start / zoom, end / zoom
    points = _near(curve.points, ends, _x_of_point)
    return curve._replace(
        frame=Rect(curve.frame.x * zoom, curve.frame.y, curve.frame.w * zoom, curve.frame.h),
        points=tuple(point._replace(at=(point.at[0] * zoom, point.at[1])) for point in points),
        band=tuple((x * zoom, best, worst) for x, best, worst in _near(curve.band, ends, _first)),
        second=tuple((x * zoom, y) for x, y in _near(curve.second, ends, _first)),
    )


def _near(row: Sequence[T], ends: Point, x_of: Callable[[T], float]) -> Sequence[T]:
    """What of a row, sorted by x, is between two ends, with two more on each side, thinned out where it is too much."""
    first = max(bisect_left(row, ends[0], key=x_of) - 2, 0)
    last = bisect_right(row, ends[1], key=x_of) + 2
    return row[first : last : max(1, math.ceil((last - first) / (2 * MOST)))]


def _x_of_point(point: CurvePoint) -> float:
    return point.at[0]


def _first(numbers: tuple[float, ...]) -> float:
    return numbers[0]


def _chevron(strip: Strip, y: float, *, is_open: bool) -> None:
    """The sign that the curve can be folded away, or brought back."""
    x = 12 + QtMeasure().width("Feeling", "head") + 14
    tip = 2.2 if is_open else -2.2
    corners = [QPointF(x - 4, y - tip + 2), QPointF(x, y + tip + 2), QPointF(x + 4, y - tip + 2)]
    strip.painter.setPen(QPen(QColor(strip.theme.hex("ink2")), 1.5))
    strip.painter.drawPolyline(QPolygonF(corners))
