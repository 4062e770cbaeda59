"""Wheel and touchpad: scrolling, scrolling sideways, zooming at the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from journeymapper.ui.canvas.camera import Camera

NOTCH = 120
"""What a wheel reports for one notch, in eighths of a degree."""
SCROLL = 64
"""Pixels that a notch scrolls."""
FACTOR = 1.2
"""What a notch zooms by."""


def turn(camera: Camera, event: QWheelEvent) -> None:
    """Scroll or zoom as the wheel was turned."""
    at = (event.position().x(), event.position().y())
    angle = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        camera.zoom_by(FACTOR ** ((angle.y() or angle.x()) / NOTCH), at)
        return
    pixels = event.pixelDelta()
    dx, dy = (angle.x() * SCROLL / NOTCH, angle.y() * SCROLL / NOTCH)
    if not pixels.isNull():
        dx, dy = pixels.x(), pixels.y()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
        dx, dy = dy, 0
    camera.pan_by(dx, dy)


def pinch(camera: Camera, event: QNativeGestureEvent) -> bool:
    """Zoom as two fingers say; gives whether they said so."""
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    camera.zoom_by(1 + event.value(), (event.position().x(), event.position().y()))
    return True
