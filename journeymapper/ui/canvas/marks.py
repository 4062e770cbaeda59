"""Problem marks on the drawing: a sign at the corner of each card or end that something is wrong with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.problems import Mark
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

RADIUS = 7.0
"""Pixels of a mark's radius at 100 %."""
SMALLEST, LARGEST = 0.65, 1.2
"""How much smaller and larger it gets with the zoom."""


def mark_at(scene: Scene, viewport: Viewport, owner: str) -> Point | None:
    """The middle of an item's mark in the view; None where the item is not drawn."""
    rect = scene.rect_of(owner)
    if rect is None:
        return None
    x, y = viewport.to_view(rect.x, rect.y)
    return x + 1, y + 1


def mark_size(zoom: float) -> float:
    """Pixels of a mark's radius."""
    return RADIUS * min(max(zoom, SMALLEST), LARGEST)


def marks_in(scene: Scene, marks: Mapping[str, Mark], area: Rect, zoom: float) -> Iterator[str]:
    """The items whose marks an area of the drawing may touch."""
    if not marks:
        return
    around = area.grown(mark_size(zoom) * 2 / zoom)
    cards = scene.geometry.cards
    yield from sorted(scene.hits.cards_in(around) & marks.keys())
    for owner in marks:
        rect = None if owner in cards else scene.rect_of(owner)
        if rect and rect.intersects(around):
            yield owner


def paint_marks(painter: QPainter, scene: Scene, viewport: Viewport, theme: Theme, marks: Mapping[str, Mark]) -> None:
    """Paint marks in pixels of the view."""
    for owner, mark in marks.items():
        at = mark_at(scene, viewport, owner)
        if at:
            _paint(painter, theme, at, mark_size(viewport.zoom), mark)


def _paint(painter: QPainter, theme: Theme, at: Point, size: float, mark: Mark) -> None:
    """A disc with a cross for an error, a triangle for a warning, a ring for a remark."""
    x, y = at
    card = QColor(theme.hex("card"))
    painter.setPen(QPen(card, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if mark.severity == "warning":
        painter.setBrush(QColor(theme.hex("warning")))
        corners = [QPointF(x, y - size), QPointF(x + size, y + 0.8 * size), QPointF(x - size, y + 0.8 * size)]
        painter.drawPolygon(QPolygonF(corners))
    elif mark.severity == "error":
        painter.setBrush(QColor(theme.hex("error")))
        painter.drawEllipse(QPointF(x, y), size, size)
        arm = size * 0.38
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))
    else:
        painter.setPen(QPen(QColor(theme.hex("ink2")), 1.6))
        painter.setBrush(card)
        painter.drawEllipse(QPointF(x, y), size * 0.7, size * 0.7)
