from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import ALT, CTRL, LEFT, MIDDLE, NONE, SHIFT, wheel

KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
)


class Hand:
    """Does one thing after another without knowing what it does."""

    def __init__(self, view: CanvasView, seed: int) -> None:
        self._view = view
        self._random = Random(seed)

    def act(self) -> None:
        self._random.choice((self._press, self._move, self._move, self._release, self._key, self._turn, self._go))()

    def _press(self) -> None:
        QTest.mousePress(self._view, self._button(), self._modifier(), self._point())

    def _move(self) -> None:
        QTest.mouseMove(self._view, self._point())

    def _release(self) -> None:
        QTest.mouseRelease(self._view, self._button(), self._modifier(), self._point())

    def _key(self) -> None:
        QTest.keyClick(self._view, self._random.choice(KEYS), self._modifier())

    def _turn(self) -> None:
        wheel(self._view, self._point(), self._random.choice((-2, -1, 1, 3)), self._modifier())

    def _go(self) -> None:
        session, focus = self._view.session, self._view.focus
        self._random.choice((session.undo, session.redo, focus.go_out, self._view.open_detail, self._view.fit_all))()

    def _button(self) -> Qt.MouseButton:
        return self._random.choice((LEFT, LEFT, LEFT, MIDDLE))

    def _modifier(self) -> Qt.KeyboardModifier:
        return self._random.choice((NONE, NONE, SHIFT, CTRL, ALT))

    def _point(self) -> QPoint:
        return QPoint(self._random.randrange(self._view.width()), self._random.randrange(self._view.height()))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_hand_does_undo_brings_the_plan_back(
    open_canvas: Callable[..., CanvasView], plan: Plan, seed: int
) -> None:
    view = open_canvas(plan, "box")
    hand = Hand(view, seed)
    for step in range(400):
        hand.act()
        if step % 20 == 0:
            view.repaint()
    view.pointer.cancel()
    while view.session.history.can_undo:
        view.session.undo()
    assert view.session.plan is plan
