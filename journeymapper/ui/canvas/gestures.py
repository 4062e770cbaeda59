"""Gestures: what goes on between pressing the mouse and releasing it, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.camera import Camera
from journeymapper.ui.canvas.reach import GRID, Units, reach_of
from journeymapper.ui.canvas.scene import Scene

Select = Callable[[frozenset[str]], None]
Shift = Callable[[frozenset[str], Units], None]
"""Moves cards by units of the grid."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a gesture shows while it lasts, in points of the drawing."""

    band: Rect | None = None
    chosen: frozenset[str] = frozenset()
    """What would be selected."""
    shifts: Mapping[str, Point] = field(default_factory=dict)
    """How far each moved card is from where it was."""
    line: tuple[Point, Point] | None = None
    """A link on its way."""


class Gesture(Protocol):
    """Begun by pressing; `release` makes at most one edit, `cancel` leaves everything as it was."""

    @property
    def preview(self) -> Preview:
        """What to show now."""

    def move(self, at: Point) -> None:
        """The pointer is at this pixel of the view."""

    def release(self) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """The person thought better of it."""


class Pan:
    """Moves the drawing with the pointer."""

    preview = Preview()

    def __init__(self, camera: Camera, at: Point) -> None:
        self._camera = camera
        self._start = camera.viewport
        self._at = at

    def move(self, at: Point) -> None:
        self._camera.look(self._start.panned(at[0] - self._at[0], at[1] - self._at[1]))

    def release(self) -> None:
        """Nothing is left to do: the drawing is where it was moved to."""

    def cancel(self) -> None:
        self._camera.look(self._start)


class RubberBand:
    """Selects the cards that a rectangle touches, together with what was selected before if that is kept."""

    def __init__(self, camera: Camera, scene: Scene, at: Point, kept: frozenset[str], select: Select) -> None:
        self._camera = camera
        self._scene = scene
        self._corner = camera.viewport.to_drawing(*at)
        self._kept = kept
        self._select = select
        self.preview = Preview()

    def move(self, at: Point) -> None:
        (ax, ay), (bx, by) = self._corner, self._camera.viewport.to_drawing(*at)
        band = Rect(min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay))
        self.preview = Preview(band, self._kept | self._scene.hits.cards_in(band))

    def release(self) -> None:
        self._select(self.preview.chosen)

    def cancel(self) -> None:
        """Nothing was selected yet."""


class MoveCards:
    """Moves cards by hand, in whole units of the grid, no further than their stage and lane let them."""

    def __init__(self, camera: Camera, scene: Scene, at: Point, idents: frozenset[str], shift: Shift) -> None:
        self._camera = camera
        self._from = camera.viewport.to_drawing(*at)
        self._idents = idents
        self._reach = reach_of(scene.geometry, idents)
        self._shift = shift
        self._units: Units = (0, 0)

    @property
    def preview(self) -> Preview:
        shift = (self._units[0] * GRID, self._units[1] * GRID)
        return Preview(chosen=self._idents, shifts=dict.fromkeys(self._idents, shift) if any(shift) else {})

    def move(self, at: Point) -> None:
        x, y = self._camera.viewport.to_drawing(*at)
        self._units = self._reach.held((round((x - self._from[0]) / GRID), round((y - self._from[1]) / GRID)))

    def release(self) -> None:
        if any(self._units):
            self._shift(self._idents, self._units)

    def cancel(self) -> None:
        """Nothing was moved yet."""
