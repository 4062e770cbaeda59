"""The minimap: the whole journey as coloured boxes, and the part of it that the canvas shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.drawing.painter import paint
from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.guard import guarded

HEIGHT = 116
MARGIN = 8
"""Pixels around the journey."""
LARGEST = 0.16
"""Pixels that a point of the drawing takes at most."""


class Minimap(QWidget):
    """Shows where the canvas looks; pressing and dragging looks elsewhere."""

    def __init__(self, canvas: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._picture: QPixmap | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Minimap"))
        canvas.scene_changed.connect(self.forget)
        canvas.camera.moved.connect(self.update)

    def forget(self) -> None:
        """Paint the journey anew."""
        self._picture = None
        self.update()

    @property
    def drawing(self) -> Rect:
        """The part of the drawing that the minimap stands for."""
        scene = self._canvas.scene
        return scene.body if scene else Rect(0, 0, 1, 1)

    @property
    def scale(self) -> float:
        """Pixels that a point of the drawing takes."""
        room_w, room_h = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        drawing = self.drawing
        return max(min(room_w / max(drawing.w, 1), room_h / max(drawing.h, 1), LARGEST), 1e-6)

    @property
    def origin(self) -> Point:
        """The pixel at which the drawing begins: it stands in the middle."""
        drawing, scale = self.drawing, self.scale
        return (self.width() - drawing.w * scale) / 2, (self.height() - drawing.h * scale) / 2

    @property
    def seen(self) -> Rect:
        """Where the rectangle stands that shows what the canvas shows, in pixels."""
        drawing, scale, (x, y) = self.drawing, self.scale, self.origin
        shown = self._canvas.camera.viewport.rect_to_drawing(self._canvas.board.regions.body)
        left, top = max(shown.x, drawing.x), max(shown.y, drawing.y)
        right, bottom = min(shown.right, drawing.right), min(shown.bottom, drawing.bottom)
        return Rect(
            x + (left - drawing.x) * scale, y + (top - drawing.y) * scale,
            max(right - left, 0) * scale, max(bottom - top, 0) * scale,
        )  # fmt: skip

    def look_at(self, at: Point) -> None:
        """Have the canvas show what is at a pixel of the minimap in its middle."""
        drawing, scale, (x, y) = self.drawing, self.scale, self.origin
        camera = self._canvas.camera
        to_x, to_y = camera.viewport.to_view(drawing.x + (at[0] - x) / scale, drawing.y + (at[1] - y) / scale)
        middle_x, middle_y = self._canvas.board.regions.body.center
        self._canvas.begin_motion()
        camera.pan_by(middle_x - to_x, middle_y - to_y)

    def paint(self, painter: QPainter) -> None:
        """Paint the boxes and the rectangle around what is seen."""
        theme = self._canvas.board.theme
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.hex("line")), 1))
        painter.setBrush(QColor(theme.hex("canvas")))
        painter.drawRoundedRect(frame, 4, 4)
        if self._canvas.scene is None:
            return
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)
        seen = self.seen
        painter.setPen(QPen(QColor(theme.hex("accent")), 1.5))
        fill = QColor(theme.hex("accent"))
        fill.setAlpha(14)
        painter.setBrush(fill)
        around = QRectF(seen.x, seen.y, seen.w, seen.h).adjusted(-3, -3, 3, 3).intersected(frame)
        painter.drawRoundedRect(around, 3, 3)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        scene = self._canvas.scene
        if scene is None:
            return picture
        with QPainter(picture) as painter:
            painter.translate(*self.origin)
            painter.scale(self.scale, self.scale)
            painter.translate(-self.drawing.x, -self.drawing.y)
            paint(scene.display, painter, self._canvas.board.theme, layers={"cards"}, detail="colour")
        return picture

    @guarded(instead=QSize(180, HEIGHT))
    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.look_at((event.position().x(), event.position().y()))

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.look_at((event.position().x(), event.position().y()))
