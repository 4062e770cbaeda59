"""The pointer: which gesture a press begins, what a click selects, what lies below."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from journeymapper.layout.geometry import Point
from journeymapper.ui.canvas.connecting import DrawLink, is_on_port
from journeymapper.ui.canvas.gestures import Gesture, MoveCards, Pan, Preview, RubberBand
from journeymapper.ui.canvas.hits import Hit
from journeymapper.ui.canvas.placing import link_to

if TYPE_CHECKING:
    from journeymapper.ui.canvas.view import CanvasView

THRESHOLD = 4.0
"""Pixels that the pointer moves before a press is more than a click."""

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class _Press(NamedTuple):
    at: Point
    hit: Hit | None
    adds: bool
    """Whether the click adds to the selection, or takes away from it."""
    source: str = ""
    """The card whose port it is on."""


class Pointer:
    """The state of the mouse on one canvas."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._press: _Press | None = None
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton
        self.hovered = ""
        self.on_port = False
        """Whether the pointer is on a port of the selected card."""
        self.space = False
        """Whether the space bar is held, so that dragging pans."""

    @property
    def preview(self) -> Preview:
        """What the gesture at hand shows."""
        return self._gesture.preview if self._gesture else Preview()

    @property
    def is_panning(self) -> bool:
        """Whether the drawing moves with the pointer."""
        return isinstance(self._gesture, Pan)

    def press(self, at: Point, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        """A button went down at a pixel of the view."""
        if self._gesture or self._press:
            return
        self._button = button
        if button == Qt.MouseButton.BackButton:
            self._view.focus.back()
        elif button == Qt.MouseButton.ForwardButton:
            self._view.focus.forward()
        elif button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.space):
            self._gesture = Pan(self._view.camera, at)
        elif button == Qt.MouseButton.LeftButton and self._view.board.folds_at(at):
            self._view.board.toggle_curve()
        elif button == Qt.MouseButton.LeftButton and self._is_on_port(at):
            self._press = _Press(at, None, adds=False, source=next(iter(self._view.focus.selection)))
        elif button == Qt.MouseButton.LeftButton:
            hit = self._view.board.hit(at)
            self._press = _Press(at, hit, bool(modifiers & _ADDING))
            if hit and not self._press.adds and hit.owner not in self._view.focus.selection:
                self._view.focus.select([hit.owner])
        self._view.update_cursor()

    def move(self, at: Point) -> None:
        """The pointer is at a pixel of the view."""
        if self._press and not self._gesture and math.dist(at, self._press.at) >= THRESHOLD:
            self._gesture = self._begin(self._press)
        if self._gesture:
            if not self.is_panning:
                self._follow(at)
            self._gesture.move(at)
            self._view.update()
        elif not self._press:
            self._hover(at)
        self._view.update_cursor()

    def release(self, button: Qt.MouseButton) -> None:
        """A button went up. If it is the one that was pressed first, the gesture makes its edit, or it was a click."""
        if button != self._button:
            return
        gesture, press = self._gesture, self._press
        self._gesture = self._press = None
        if gesture:
            gesture.release()
        elif press:
            self._click(press)
        self._view.update()
        self._view.update_cursor()

    def double_click(self, at: Point, button: Qt.MouseButton) -> None:
        """Twice at a pixel of the view: into a micro journey, to an item's text, or a new card on nothing."""
        self._press = None
        if button != Qt.MouseButton.LeftButton or self._gesture:
            return
        hit = self._view.board.hit(at)
        if hit is None:
            if self._view.board.regions.body.contains(*at):
                self._view.add_at(at)
            return
        self._view.focus.select([hit.owner])
        if not self._view.open_detail():
            self._view.edit_asked.emit("share" if ">" in hit.owner else "title")

    def select_for_menu(self, at: Point) -> None:
        """Select what a menu is asked for at a pixel of the view, unless it is selected already."""
        self.cancel()
        hit = self._view.board.hit(at)
        if hit is None or hit.owner not in self._view.focus.selection:
            self._view.focus.select([hit.owner] if hit else ())

    def hold_space(self, held: bool) -> None:
        """The space bar went down or up."""
        self.space = held
        self._view.update_cursor()

    def cancel(self) -> bool:
        """Leave everything as it was before the gesture; gives whether there was one."""
        gesture, self._gesture, self._press = self._gesture, None, None
        if gesture:
            gesture.cancel()
            self._view.update()
            self._view.update_cursor()
        return gesture is not None

    def drop(self) -> None:
        """Forget the gesture: what it was about is not shown any more."""
        self._gesture = self._press = None
        self.hovered = ""
        self._view.update_cursor()

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = ""
        self._view.update()

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape that says what pressing would do, or what is being done."""
        if self.is_panning:
            return Qt.CursorShape.ClosedHandCursor
        if isinstance(self._gesture, MoveCards):
            return Qt.CursorShape.SizeAllCursor
        if self.space:
            return Qt.CursorShape.OpenHandCursor
        if self.on_port or isinstance(self._gesture, DrawLink):
            return Qt.CursorShape.CrossCursor
        return Qt.CursorShape.PointingHandCursor if self.hovered else Qt.CursorShape.ArrowCursor

    def _begin(self, press: _Press) -> Gesture | None:
        view, scene = self._view, self._view.scene
        if scene is None:
            return None
        if press.source:
            return DrawLink(view.camera, scene, press.source, press.at, partial(self._link, press.source))
        if press.hit is None:
            kept = view.focus.selection if press.adds else frozenset[str]()
            return RubberBand(view.camera, scene, press.at, kept, view.focus.select)
        moved = frozenset(view.focus.selected_interactions)
        if press.hit.owner in moved and press.hit.group.kind == "card":
            return MoveCards(view.camera, scene, press.at, moved, view.shift)
        return None

    def _is_on_port(self, at: Point) -> bool:
        view = self._view
        return view.scene is not None and is_on_port(view.scene, view.camera.viewport, view.focus.selection, at)

    def _link(self, source: str, target: str, at: Point) -> None:
        """Make the link that was drawn; the title of an interaction that it made can be typed."""
        view = self._view
        if view.scene and link_to(view.session, view.focus, view.scene.geometry, source, target, at):
            view.edit_asked.emit("title")

    def _follow(self, at: Point) -> None:
        """Move the drawing along with a gesture that leaves the pane, the faster the further out."""
        pane = self._view.camera.room.pane
        dx = min(max(at[0], pane.x), pane.right) - at[0]
        dy = min(max(at[1], pane.y), pane.bottom) - at[1]
        if dx or dy:
            self._view.begin_motion()
            self._view.camera.pan_by(dx / 4, dy / 4)

    def _click(self, press: _Press) -> None:
        selection = self._view.focus.selection
        owner = press.hit.owner if press.hit else press.source
        if press.adds:
            self._view.focus.select(selection ^ {owner} if owner else selection)
        else:
            self._view.focus.select([owner] if owner else ())

    def _hover(self, at: Point) -> None:
        self.on_port = self._is_on_port(at)
        hit = self._view.board.hit(at)
        owner = hit.owner if hit else ""
        if owner != self.hovered:
            self.hovered = owner
            self._view.update()
