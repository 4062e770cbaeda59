"""The canvas: the widget that shows one journey and lets a person work on it."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSinglePointEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from journeymapper.drawing.theme import Theme
from journeymapper.layout.geometry import Point
from journeymapper.ui.canvas import keyboard, speech, wheel
from journeymapper.ui.canvas.board import Board
from journeymapper.ui.canvas.menu import CanvasMenu
from journeymapper.ui.canvas.overlays import Overlay
from journeymapper.ui.canvas.placing import add_at, shift_cards
from journeymapper.ui.canvas.pointer import Pointer
from journeymapper.ui.canvas.reach import Units
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.tips import show_tip, tip_at
from journeymapper.ui.focus import Focus
from journeymapper.ui.guard import guarded
from journeymapper.ui.session import Session

REST = 0.25
"""Seconds after the last movement from which a frame may take the time it needs."""
BUDGET = 0.005
"""Seconds that a frame may spend on painting anew while something moves."""


class CanvasView(QWidget):
    """Shows the journey of the focus; every finished gesture is one edit of the session."""

    zoom_changed = Signal(float)
    opened = Signal(str)
    """The micro journey that a person went into."""
    edit_asked = Signal(str)
    """The field of the selected item that a person wants to edit."""
    scene_changed = Signal()
    """Another journey is shown, the same one is drawn anew, or in other colours."""

    def __init__(self, session: Session, focus: Focus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.focus = focus
        self.board = Board(session, focus, theme, self)
        self.camera = self.board.camera
        self.pointer = Pointer(self)
        self._moved_at = -math.inf
        self._sharp = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.camera.moved.connect(self.update)
        self.camera.zoom_changed.connect(self.zoom_changed)
        self.board.changed.connect(self._tell)
        self.board.scene_changed.connect(self.pointer.drop)
        self.board.scene_changed.connect(self._tell)
        self.board.scene_changed.connect(self.scene_changed)
        focus.selection_changed.connect(self._tell)
        self._tell()

    @property
    def scene(self) -> Scene | None:
        """The journey shown; None where the plan has none."""
        return self.board.scene

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self.board.set_theme(theme)

    def zoom_in(self) -> None:
        """To the next larger step."""
        self.camera.zoom_in()

    def zoom_out(self) -> None:
        """To the next smaller step."""
        self.camera.zoom_out()

    def zoom_reset(self) -> None:
        """To 100 %."""
        self.camera.zoom_to(1.0)

    def fit_all(self) -> None:
        """The whole journey in view, at 100 % at most."""
        if self.scene:
            self.camera.fit(self.scene.body)

    def fit_selection(self) -> None:
        """What is selected as large as there is room, at 150 % at most."""
        rect = self.scene.rect_of_all(self.focus.selection) if self.scene else None
        if rect:
            self.camera.fit(rect, 1.5)

    def open_detail(self) -> bool:
        """Go into the micro journey of the selected event; gives whether it has one."""
        detail = self.focus.detail
        if detail:
            self.focus.show_journey(detail)
            self.opened.emit(detail)
        return bool(detail)

    def add_at(self, at: Point) -> None:
        """Add an interaction to the stage and lane at a pixel of the view, and ask for its title."""
        if self.scene and add_at(self.session, self.focus, self.scene.geometry, self.camera.viewport.to_drawing(*at)):
            self.edit_asked.emit("title")

    def shift(self, idents: frozenset[str], units: Units, *, nudge: bool = False) -> None:
        """Move cards by hand by units of the grid."""
        if shift_cards(self.session, self.focus.journey, idents, units, nudge=nudge):
            self.board.reveal(min(idents))

    def begin_motion(self) -> None:
        """Something moves: until it rests, frames come in time rather than sharp at once."""
        self._moved_at = time.perf_counter()

    def update_cursor(self) -> None:
        """Show the pointer's shape."""
        self.setCursor(self.pointer.cursor)

    def paint(self, painter: QPainter) -> None:
        """Paint the whole view; while something moves, what takes long follows in the next frames."""
        now = time.perf_counter()
        moves = self.pointer.is_panning or now - self._moved_at < REST
        painter.fillRect(self.rect(), self.board.ground)
        overlay = Overlay(self.focus.selection, self.pointer.hovered, self.pointer.preview, focused=self.hasFocus())
        self._sharp = self.board.paint(painter, overlay, now + BUDGET if moves else math.inf)
        if not self._sharp:
            self.update()

    def is_sharp(self) -> bool:
        """Whether the last frame had time for everything."""
        return self._sharp

    def _tell(self) -> None:
        """Show what is new, and say it to screen readers."""
        plan, journey = self.session.plan, self.focus.journey
        self.setAccessibleName(speech.name_of(plan, journey))
        self.setAccessibleDescription(speech.describe(plan, journey, self.focus.selection, self.board.marks))
        self.update()

    def _show_tip(self, event: QHelpEvent) -> None:
        show_tip(self, event.globalPos(), tip_at(self.session.plan, self.board, _point(event.pos())))

    @guarded(instead=QSize(640, 480))
    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    @guarded(instead=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.board.resize(self.width(), self.height(), self.devicePixelRatioF())
        if isinstance(event, QNativeGestureEvent):
            self.begin_motion()
            return wheel.pinch(self.camera, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(keyboard.takes_first(self, event.key(), event.modifiers()))
            if event.isAccepted():
                return True
        return super().event(event)

    @guarded(instead=True)
    def focusNextPrevChild(self, forward: bool) -> bool:
        return keyboard.walk(self, 1 if forward else -1) or super().focusNextPrevChild(forward)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.board.resize(self.width(), self.height(), self.devicePixelRatioF())

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(_at(event), event.button(), event.modifiers())

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(_at(event))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event.button())

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(_at(event), event.button())

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.leave()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.begin_motion()
        wheel.turn(self.camera, event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keyboard.press(self, event.key(), event.modifiers()):
            super().keyPressEvent(event)

    @guarded
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not keyboard.release(self, event.key()) or event.isAutoRepeat():
            super().keyReleaseEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.board.middle_of(self.focus.selection) if by_key else _point(event.pos())
        if not by_key:
            self.pointer.select_for_menu(at)
        CanvasMenu(self, at).popup(self.mapToGlobal(QPointF(*at)).toPoint())

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointer.space = False
        self.update()


def _point(pos: QPoint) -> Point:
    return float(pos.x()), float(pos.y())


def _at(event: QSinglePointEvent) -> Point:
    return event.position().x(), event.position().y()
