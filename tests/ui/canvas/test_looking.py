from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.edits.fields import set_field
from journeymapper.edits.interactions import append_interaction
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import CTRL, MIDDLE, SHIFT, drag, middle_of, wheel
from tests.ui.canvas.plans import long_plan


def test_the_wheel_zooms_at_the_pointer(long_canvas: CanvasView) -> None:
    long_canvas.camera.pan_by(-300, -200)
    at = QPoint(500, 320)
    there = long_canvas.camera.viewport.to_drawing(500, 320)
    wheel(long_canvas, at, 2, CTRL)
    assert long_canvas.camera.viewport.zoom == pytest.approx(1.44)
    assert long_canvas.camera.viewport.to_view(*there) == pytest.approx((500, 320), abs=1)


def test_the_wheel_scrolls_and_with_shift_sideways(long_canvas: CanvasView) -> None:
    start = long_canvas.camera.viewport
    wheel(long_canvas, QPoint(500, 320), -2)
    down = long_canvas.camera.viewport
    assert (down.x, down.y) == pytest.approx((start.x, start.y + 128))
    wheel(long_canvas, QPoint(500, 320), -1, SHIFT)
    assert (long_canvas.camera.viewport.x, long_canvas.camera.viewport.y) == pytest.approx((down.x + 64, down.y))


def test_the_middle_button_and_space_pan(long_canvas: CanvasView) -> None:
    start = long_canvas.camera.viewport
    drag(long_canvas, QPoint(500, 300), QPoint(-120, -80), MIDDLE)
    moved = long_canvas.camera.viewport
    assert (moved.x - start.x, moved.y - start.y) == pytest.approx((120, 80))
    QTest.keyPress(long_canvas, Qt.Key.Key_Space)
    drag(long_canvas, QPoint(500, 300), QPoint(-60, 0))
    QTest.keyRelease(long_canvas, Qt.Key.Key_Space)
    assert long_canvas.camera.viewport.x - moved.x == pytest.approx(60)
    assert long_canvas.focus.selection == frozenset()


def test_each_journey_is_found_again_where_it_was_left(open_canvas: Callable[..., CanvasView], plan: Plan) -> None:
    view = open_canvas(plan, "box")
    view.camera.zoom_to(1.5)
    left = view.camera.viewport
    view.focus.show_journey("life")
    assert view.camera.viewport != left
    view.focus.show_journey("box")
    assert view.camera.viewport == left


def test_an_edit_further_left_leaves_the_selected_card_where_it_is(long_canvas: CanvasView) -> None:
    view = long_canvas
    view.focus.select(["c40"])
    view.board.reveal("c40")
    before = middle_of(view, "c40").x()
    view.session.do("retitle", lambda plan: set_field(plan, ("journeys", "long"), "title", "Other"))
    view.session.do("add", _with_card_before)
    assert middle_of(view, "c40").x() == before


def _with_card_before(plan: Plan) -> Plan:
    plan, ident = append_interaction(plan, "long", "c3", "Something in between")
    return append_interaction(plan, "long", ident, "And more")[0]


def test_revealing_brings_an_item_into_view(long_canvas: CanvasView) -> None:
    assert long_canvas.scene is not None
    rect = long_canvas.scene.rect_of("c59")
    assert rect is not None
    assert not long_canvas.camera.sees(rect)
    long_canvas.focus.reveal(("journeys", "long", "interactions", "c59"))
    assert long_canvas.camera.sees(rect)


def test_fitting_shows_every_card(open_canvas: Callable[..., CanvasView]) -> None:
    view = open_canvas(long_plan(30))
    assert view.scene is not None
    view.zoom_reset()
    view.fit_all()
    pane = view.camera.room.pane
    for card in view.scene.geometry.cards.values():
        seen = view.camera.viewport.rect_to_view(card.rect)
        assert pane.contains(seen.x, seen.y)
        assert pane.contains(seen.right, seen.bottom)


def test_while_the_wheel_zooms_a_sharp_picture_follows(long_canvas: CanvasView, qtbot: QtBot) -> None:
    for _ in range(4):
        wheel(long_canvas, QPoint(400, 200), 1, CTRL)
        long_canvas.repaint()
    qtbot.waitUntil(long_canvas.is_sharp)
    shown = long_canvas.grab().toImage()
    long_canvas.set_theme(DARK)
    long_canvas.set_theme(LIGHT)
    long_canvas.repaint()
    qtbot.waitUntil(long_canvas.is_sharp)
    assert long_canvas.grab().toImage() == shown
