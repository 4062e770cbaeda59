"""Overlays: what the canvas shows above the drawing, such as selection, ports and previews; never in an export."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from journeymapper.drawing.arrows import arrow_head
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.connecting import shown_ports
from journeymapper.ui.canvas.gestures import Preview
from journeymapper.ui.canvas.hits import line_of
from journeymapper.ui.canvas.scene import Scene, detail_at
from journeymapper.ui.canvas.viewport import Viewport

CARD_RADIUS = 8.0
PORT = 4.5
"""Pixels of a port's radius at 100 % and above."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is to be shown above a scene."""

    selection: frozenset[str] = frozenset()
    hovered: str = ""
    preview: Preview = field(default_factory=Preview)
    focused: bool = True
    """Whether keys go to the canvas."""


class OverlayPainter:
    """Paints an overlay; in pixels of the view, so that lines keep their width at every zoom."""

    def __init__(self, painter: QPainter, scene: Scene, viewport: Viewport, theme: Theme) -> None:
        self._painter = painter
        self._scene = scene
        self._viewport = viewport
        self._theme = theme

    def paint(self, overlay: Overlay) -> None:
        """Everything, from the quietest to the loudest."""
        if overlay.hovered and overlay.hovered not in overlay.selection:
            self._outline(overlay.hovered, self._pen("accent", 1.2, 130))
        width = 2.0 if overlay.focused else 1.5
        for owner in sorted((overlay.selection | overlay.preview.chosen) - overlay.preview.shifts.keys()):
            self._outline(owner, self._pen("accent", width, 255 if overlay.focused else 170))
        for owner, shift in overlay.preview.shifts.items():
            self._moved(owner, shift)
        if len(overlay.selection) == 1 and not overlay.preview.shifts:
            self._ports(overlay.selection)
        if overlay.preview.line:
            self._link(*overlay.preview.line)
        if overlay.preview.band:
            self._band(overlay.preview.band)

    def _outline(self, owner: str, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        card = self._scene.geometry.cards.get(owner)
        route = self._scene.route(owner)
        if card is not None:
            radius = CARD_RADIUS * self._viewport.zoom
            self._painter.drawRoundedRect(_qrect(self._viewport.rect_to_view(card.rect)), radius, radius)
        elif route is not None:
            points = [QPointF(*self._viewport.to_view(*point)) for point in line_of(route)]
            self._painter.drawPolyline(QPolygonF(points))
            self._share(owner)
        else:
            for group in self._scene.groups_of(owner):
                self._painter.drawRoundedRect(_qrect(self._viewport.rect_to_view(group.bounds).grown(2)), 4, 4)

    def _share(self, owner: str) -> None:
        """The link's share again, above the line that makes the link stand out."""
        self._painter.save()
        self._painter.scale(self._viewport.zoom, self._viewport.zoom)
        self._painter.translate(-self._viewport.x, -self._viewport.y)
        paint(
            self._scene.alone(owner),
            self._painter,
            self._theme,
            layers={"labels"},
            detail=detail_at(self._viewport.zoom),
        )
        self._painter.restore()

    def _moved(self, owner: str, shift: Point) -> None:
        """A card on its way: an outline where it would come to be."""
        rect = self._scene.geometry.cards[owner].rect
        place = self._viewport.rect_to_view(Rect(rect.x + shift[0], rect.y + shift[1], rect.w, rect.h))
        self._painter.setPen(self._pen("accent", 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(
            _qrect(place), CARD_RADIUS * self._viewport.zoom, CARD_RADIUS * self._viewport.zoom
        )

    def _ports(self, selection: frozenset[str]) -> None:
        radius = PORT * min(self._viewport.zoom, 1.0)
        self._painter.setPen(self._pen("accent", 1.6))
        self._painter.setBrush(self._colour("card"))
        for at in shown_ports(self._scene, self._viewport, selection):
            self._painter.drawEllipse(QPointF(*at), radius, radius)

    def _link(self, start: Point, end: Point) -> None:
        """A link on its way, with its head at the pointer."""
        start, end = self._viewport.to_view(*start), self._viewport.to_view(*end)
        self._painter.setPen(self._pen("accent", 2))
        self._painter.drawLine(QPointF(*start), QPointF(*end))
        if start != end:
            self._painter.setBrush(self._colour("accent"))
            self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in arrow_head(start, end, 10, 8)]))

    def _band(self, band: Rect) -> None:
        self._painter.setPen(self._pen("accent", 1))
        self._painter.setBrush(self._colour("accent", 24))
        self._painter.drawRect(_qrect(self._viewport.rect_to_view(band)))

    def _colour(self, token: str, alpha: int = 255) -> QColor:
        colour = QColor(self._theme.hex(token))
        colour.setAlpha(alpha)
        return colour

    def _pen(self, token: str, width: float, alpha: int = 255) -> QPen:
        pen = QPen(self._colour(token, alpha), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen


def elbow(one: Rect, other: Rect) -> tuple[Point, ...]:
    """A line with right angles between the sides with which two rectangles face each other."""
    (ax, ay), (bx, by) = one.center, other.center
    if other.x > one.right or other.right < one.x:
        start, end = (one.right, other.x) if other.x > one.right else (one.x, other.right)
        middle = (start + end) / 2
        return (start, ay), (middle, ay), (middle, by), (end, by)
    start, end = (one.bottom, other.y) if by > ay else (one.y, other.bottom)
    middle = (start + end) / 2
    return (ax, start), (ax, middle), (bx, middle), (bx, end)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
