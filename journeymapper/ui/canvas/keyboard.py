"""Keys that act on the canvas alone: from card to card, nudging, panning, and out of whatever is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from journeymapper.ui.canvas.walking import Direction, linked_card, next_card

if TYPE_CHECKING:
    from journeymapper.ui.canvas.view import CanvasView

NUDGE = 1
BIG_NUDGE = 5
"""Units of the grid."""
PAN = 80
"""Pixels."""

_ARROWS: dict[int, tuple[Direction, int, int]] = {
    Qt.Key.Key_Left: ("left", -1, 0),
    Qt.Key.Key_Right: ("right", 1, 0),
    Qt.Key.Key_Up: ("up", 0, -1),
    Qt.Key.Key_Down: ("down", 0, 1),
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def press(view: CanvasView, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Do what the key means on the canvas; gives whether it means something."""
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Escape and modifiers == _PLAIN:
        return _escape(view)
    if key == Qt.Key.Key_Space and modifiers == _PLAIN:
        view.pointer.hold_space(True)
        return True
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == _PLAIN and _single(view):
        view.edit_asked.emit("title")
        return True
    if key in _ARROWS:
        return _arrow(view, *_ARROWS[key], modifiers)
    return False


def release(view: CanvasView, key: int) -> bool:
    """Do what letting the key go means; gives whether it means something."""
    if key == Qt.Key.Key_Space:
        view.pointer.hold_space(False)
    return key == Qt.Key.Key_Space


def walk(view: CanvasView, step: int) -> bool:
    """Select the next or previous card in the order of the flow; gives whether there is one."""
    ident = next_card(view.scene, view.focus.selection, step) if view.scene else ""
    return _go_to(view, ident)


def takes_first(view: CanvasView, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the canvas wants a key before the window's actions get it: along links, while a card is selected."""
    return key in _ARROWS and modifiers & ~Qt.KeyboardModifier.KeypadModifier == _ALT and _single(view) != ""


def _escape(view: CanvasView) -> bool:
    if not view.pointer.cancel():
        view.focus.select(())
    return True


def _arrow(view: CanvasView, direction: Direction, x: int, y: int, modifiers: Qt.KeyboardModifier) -> bool:
    if modifiers == _ALT:
        ident = linked_card(view.scene, _single(view), direction) if view.scene else ""
        return _go_to(view, ident)
    moved = view.focus.selected_interactions
    if modifiers == _CTRL or (modifiers in (_PLAIN, _SHIFT) and not moved):
        view.camera.pan_by(-x * PAN, -y * PAN)
        return True
    if modifiers in (_PLAIN, _SHIFT):
        by = BIG_NUDGE if modifiers == _SHIFT else NUDGE
        view.shift(frozenset(moved), (x * by, y * by), nudge=True)
        return True
    return False


def _single(view: CanvasView) -> str:
    selected = view.focus.selected_interactions
    return selected[0] if len(selected) == 1 else ""


def _go_to(view: CanvasView, ident: str) -> bool:
    if ident:
        view.focus.select([ident])
        view.board.reveal(ident)
    return bool(ident)
