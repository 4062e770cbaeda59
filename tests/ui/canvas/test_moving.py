from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import LEFT, MIDDLE, NONE, SHIFT, drag, middle_of, pull


def test_dragging_a_card_is_one_edit_that_undo_takes_back(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    before, place = canvas.session.plan, canvas.scene.rect_of("pay")
    step = round(20 * canvas.camera.viewport.zoom)
    drag(canvas, middle_of(canvas, "pay"), QPoint(2 * step, 3 * step))
    assert canvas.session.plan.layout["box"]["pay"] == (2, 3)
    assert len(canvas.session.history.steps) == 2
    assert canvas.scene.rect_of("pay") != place
    canvas.session.undo()
    assert canvas.session.plan is before
    assert canvas.scene.rect_of("pay") == place


def test_a_second_drag_goes_on_from_where_the_first_ended(canvas: CanvasView) -> None:
    step = round(20 * canvas.camera.viewport.zoom)
    drag(canvas, middle_of(canvas, "pay"), QPoint(0, 2 * step))
    drag(canvas, middle_of(canvas, "pay"), QPoint(0, -step))
    assert canvas.session.plan.layout["box"]["pay"] == (0, 1)


def test_arrows_nudge_and_nudges_become_one_step_of_undo(canvas: CanvasView) -> None:
    before = canvas.session.plan
    canvas.focus.select(["pay"])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert canvas.session.plan.layout["box"]["pay"] == (0, 7)
    canvas.session.undo()
    assert canvas.session.plan is before


def test_a_gesture_that_leaves_the_pane_takes_the_drawing_along(long_canvas: CanvasView) -> None:
    start = long_canvas.camera.viewport
    nothing = QPoint(round(long_canvas.board.regions.body.x) + 6, round(long_canvas.board.regions.body.bottom) - 6)
    pull(long_canvas, nothing, QPoint(-60, -20))
    assert long_canvas.camera.viewport.x < start.x
    assert long_canvas.pointer.preview.band is not None
    QTest.mouseRelease(long_canvas, LEFT, NONE, nothing)


def test_a_click_is_no_pan_and_no_edit(canvas: CanvasView) -> None:
    before = canvas.session.plan
    drag(canvas, middle_of(canvas, "pay"), QPoint(2, 1))
    assert canvas.session.plan is before
    assert canvas.focus.selection == {"pay"}


def test_undo_in_the_middle_of_a_drag_ends_it_without_an_edit(canvas: CanvasView) -> None:
    before = canvas.session.plan
    canvas.shift(frozenset({"ad"}), (0, 1))
    pull(canvas, middle_of(canvas, "pay"), QPoint(0, 60))
    assert canvas.pointer.preview.shifts
    canvas.session.undo()
    assert not canvas.pointer.preview.shifts
    QTest.mouseRelease(canvas, LEFT, NONE, middle_of(canvas, "pay"))
    assert canvas.session.plan is before


def test_another_button_does_not_end_a_drag(canvas: CanvasView) -> None:
    before = canvas.session.plan
    start, by = middle_of(canvas, "pay"), QPoint(0, 60)
    pull(canvas, start, by)
    QTest.mousePress(canvas, MIDDLE, NONE, start + by)
    QTest.mouseRelease(canvas, MIDDLE, NONE, start + by)
    assert canvas.session.plan is before
    QTest.mouseRelease(canvas, LEFT, NONE, start + by)
    assert canvas.session.plan is not before
