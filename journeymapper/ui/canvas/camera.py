"""The camera: the viewport of the canvas as it moves, held inside the room that it has."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.viewport import LARGEST, SMALLEST, Room, Viewport

STEPS = (SMALLEST, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, LARGEST)
"""Where zooming in and out by key stops."""

_EMPTY = Rect(0, 0, 1, 1)


class Camera(QObject):
    """Where the canvas looks; `moved` whenever it looks elsewhere, `zoom_changed` with the new zoom."""

    moved = Signal()
    zoom_changed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self.room = Room(_EMPTY, _EMPTY, pinned=False)
        self.ratio = 1.0
        """Device pixels a pixel."""
        self.touched = False
        """Whether a person chose this viewport; if not, it follows the size of the window."""

    def look(self, viewport: Viewport, *, touched: bool = True) -> None:
        """Show this viewport, or the nearest one that there is room for."""
        self.touched = touched
        viewport = self.room.held(viewport).on_pixels(self.ratio)
        before, self.viewport = self.viewport, viewport
        if viewport.zoom != before.zoom:
            self.zoom_changed.emit(viewport.zoom)
        if viewport != before:
            self.moved.emit()

    def enter(self, room: Room) -> None:
        """Keep to another room: the window has another size, or the drawing has."""
        self.room = room
        self.look(self.viewport if self.touched else room.first(), touched=self.touched)

    def start(self) -> None:
        """Look at the journey as it is shown first."""
        self.look(self.room.first(), touched=False)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the drawing by pixels to the right and down."""
        self.look(self.viewport.panned(dx, dy))

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom around a pixel of the view, the middle if none is named."""
        self.zoom_to(self.viewport.zoom * factor, at)

    def zoom_to(self, zoom: float, at: Point | None = None) -> None:
        """Zoom to a number of pixels a point, around a pixel of the view, the middle if none is named."""
        self.look(self.viewport.zoomed(zoom, at or self.room.pane.center))

    def zoom_in(self) -> None:
        """To the next larger step."""
        self.zoom_to(next((step for step in STEPS if step > self.viewport.zoom * 1.01), LARGEST))

    def zoom_out(self) -> None:
        """To the next smaller step."""
        self.zoom_to(next((step for step in reversed(STEPS) if step < self.viewport.zoom * 0.99), SMALLEST))

    def fit(self, rect: Rect, largest: float = 1.0) -> None:
        """The whole of a rectangle of the drawing."""
        self.look(self.room.fitting(rect, largest))

    def reveal(self, rect: Rect) -> None:
        """Move as little as needed to have a rectangle of the drawing in view."""
        self.look(self.room.revealing(self.viewport, rect), touched=self.touched)

    def sees(self, rect: Rect) -> bool:
        """Whether some of a rectangle of the drawing is in view."""
        return self.viewport.rect_to_view(rect).intersects(self.room.pane)
