from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.edits.fields import set_field
from journeymapper.edits.interactions import append_interaction
from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.model.values import FrozenMap
from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.plans import long_plan

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


def test_a_click_selects_a_card_and_a_click_on_nothing_selects_nothing(canvas: CanvasView) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, middle_of(canvas, "form"))
    assert canvas.focus.selection == {"form"}
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(canvas.width() - 10, canvas.height() // 2))
    assert canvas.focus.selection == frozenset()


def test_ctrl_and_shift_add_to_the_selection_and_take_away_from_it(canvas: CanvasView) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, middle_of(canvas, "form"))
    QTest.mouseClick(canvas, LEFT, CTRL, middle_of(canvas, "ad"))
    QTest.mouseClick(canvas, LEFT, SHIFT, middle_of(canvas, "offer"))
    assert canvas.focus.selection == {"form", "ad", "offer"}
    QTest.mouseClick(canvas, LEFT, CTRL, middle_of(canvas, "form"))
    assert canvas.focus.selection == {"ad", "offer"}


def test_links_stubs_and_pills_can_be_selected(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    route = canvas.scene.route("ad>form")
    assert route is not None
    (ax, ay), (bx, by) = route.points[-2:]
    on_link = QPointF(*canvas.camera.viewport.to_view((ax + bx) / 2, (ay + by) / 2)).toPoint()
    QTest.mouseClick(canvas, LEFT, NONE, on_link)
    assert canvas.focus.selection == {"ad>form"}
    QTest.mouseClick(canvas, LEFT, NONE, middle_of(canvas, "ad>lost"))
    assert canvas.focus.selection == {"ad>lost"}
    QTest.mouseClick(canvas, LEFT, NONE, middle_of(canvas, "done"))
    assert canvas.focus.selection == {"done"}


def test_a_rubber_band_selects_what_it_touches(canvas: CanvasView) -> None:
    corner = middle_of(canvas, "form") + QPoint(-140, 60)
    drag(canvas, corner, middle_of(canvas, "ad") - corner)
    assert canvas.focus.selection == {"ad", "form"}


def test_escape_gives_a_gesture_up_and_then_the_selection(canvas: CanvasView) -> None:
    canvas.focus.select(["pay"])
    before = canvas.session.plan
    pull(canvas, middle_of(canvas, "pay"), QPoint(0, 60))
    assert canvas.pointer.preview.shifts
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT)
    assert canvas.session.plan is before
    assert canvas.focus.selection == {"pay"}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.focus.selection == frozenset()


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


def test_tab_goes_through_the_cards_in_the_order_of_the_flow(canvas: CanvasView) -> None:
    seen: list[str] = []
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        seen += canvas.focus.selection
    assert seen == ["ad", "form", "offer", "pay", "ad"]
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert canvas.focus.selection == {"pay"}
    assert canvas.hasFocus()


def test_alt_and_arrows_follow_links(canvas: CanvasView) -> None:
    canvas.focus.select(["ad"])
    QTest.keyClick(canvas, Qt.Key.Key_Down, ALT)
    assert canvas.focus.selection == {"form"}
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert canvas.focus.selection == {"offer"}
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.focus.selection == {"form"}


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


def test_a_click_is_no_pan_and_no_edit(canvas: CanvasView) -> None:
    before = canvas.session.plan
    drag(canvas, middle_of(canvas, "pay"), QPoint(2, 1))
    assert canvas.session.plan is before
    assert canvas.focus.selection == {"pay"}


def test_a_double_click_opens_a_micro_journey_and_going_out_selects_its_event(
    open_canvas: Callable[..., CanvasView], plan: Plan
) -> None:
    view = open_canvas(plan, "life")
    QTest.mouseDClick(view, LEFT, NONE, middle_of(view, "try"))
    assert view.focus.journey == "box"
    view.focus.go_out()
    assert view.focus.journey == "life"
    assert view.focus.selection == {"try"}


def test_a_double_click_on_another_card_asks_for_its_title(canvas: CanvasView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.edit_asked) as asked:
        QTest.mouseDClick(canvas, LEFT, NONE, middle_of(canvas, "offer"))
    assert asked.args == ["title"]
    assert canvas.focus.selection == {"offer"}


def test_a_double_click_on_nothing_adds_a_card_to_the_stage_and_lane_below_it(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    sales = next(lane for lane in canvas.scene.geometry.lanes if lane.ident == "sales")
    engagement = next(stage for stage in canvas.scene.geometry.stages if stage.ident == "engagement")
    at = canvas.camera.viewport.to_view(engagement.area.center[0], sales.area.bottom - 6)
    QTest.mouseDClick(canvas, LEFT, NONE, QPointF(*at).toPoint())
    (made,) = canvas.focus.selection
    added = canvas.session.plan.journeys["box"].interactions[made]
    assert (added.stage, added.process) == ("engagement", "sales")


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


def test_findings_become_marks_with_their_sentences(canvas: CanvasView) -> None:
    items = (("journeys", "box", "interactions", "offer"),)
    found = Finding("JM201", "x", "warning", "a", items), Finding("JM101", "y", "error", "b", items)
    canvas.session.checked.emit(found)
    assert canvas.board.marks["offer"].severity == "error"
    assert canvas.board.marks["offer"].messages == ("a", "b")
    canvas.focus.select(["offer"])
    assert canvas.accessibleDescription() == "Offer a box, Transaction, feeling +2, a, b"


def test_another_theme_repaints_everything(canvas: CanvasView) -> None:
    light = canvas.grab().toImage().pixelColor(canvas.width() - 5, 300)
    canvas.set_theme(DARK)
    dark = canvas.grab().toImage().pixelColor(canvas.width() - 5, 300)
    assert (light.name().upper(), dark.name().upper()) == ("#FAFBFC", "#171A20")


def test_an_empty_journey_says_what_to_do_first_and_a_double_click_does_it(
    open_canvas: Callable[..., CanvasView], plan: Plan
) -> None:
    empty = plan.journeys["box"].model_copy(update={"interactions": FrozenMap(), "ends": FrozenMap()})
    journeys = FrozenMap({"box": empty.model_copy(update={"starts": FrozenMap()})})
    view = open_canvas(plan.model_copy(update={"journeys": journeys}), "box")
    asked: list[str] = []
    view.edit_asked.connect(asked.append)
    QTest.mouseDClick(view, LEFT, NONE, view.rect().center())
    (made,) = view.session.plan.journeys["box"].interactions
    assert view.focus.selection == {made}
    assert asked == ["title"]
    added = view.session.plan.journeys["box"].interactions[made]
    assert (added.stage, added.process) == ("engagement", "sales")


def test_a_plan_without_journeys_is_shown_without_complaint(open_canvas: Callable[..., CanvasView]) -> None:
    view = open_canvas(Plan(title="Nothing"))
    QTest.mouseClick(view, LEFT, NONE, view.rect().center())
    QTest.mouseDClick(view, LEFT, NONE, view.rect().center())
    wheel(view, view.rect().center(), 1, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    view.fit_all()
    assert view.focus.selection == frozenset()
    assert not view.grab().isNull()


def test_undo_of_the_only_card_and_of_a_whole_journey_is_followed(canvas: CanvasView) -> None:
    before = canvas.session.plan
    canvas.session.do("drop", lambda plan: plan.model_copy(update={"journeys": plan.journeys.drop("box")}))
    assert canvas.focus.journey == "life"
    assert canvas.scene is not None
    assert canvas.scene.journey == "life"
    canvas.session.undo()
    assert canvas.session.plan is before


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
