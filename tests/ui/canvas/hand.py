"""What a hand does to a canvas: real events of mouse and wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.ui.canvas.view import CanvasView

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def middle_of(view: CanvasView, owner: str) -> QPoint:
    assert view.scene is not None
    rect = view.scene.rect_of(owner)
    assert rect is not None
    return QPointF(*view.camera.viewport.to_view(*rect.center)).toPoint()


def drag(view: CanvasView, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    pull(view, start, by, button)
    QTest.mouseRelease(view, button, NONE, start + by)


def pull(view: CanvasView, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press and move, without releasing."""
    QTest.mousePress(view, button, NONE, start)
    QTest.mouseMove(view, start + by / 2)
    QTest.mouseMove(view, start + by)


def wheel(view: CanvasView, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
