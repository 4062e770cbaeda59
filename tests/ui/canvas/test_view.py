from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import DARK
from journeymapper.model.finding import Finding
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import CTRL, LEFT, NONE, middle_of, wheel


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
    assert view.scene
    stage, lane = view.scene.geometry.stages[1], view.scene.geometry.lanes[1]
    x, y = view.camera.viewport.to_view(stage.area.center[0], lane.area.center[1])
    QTest.mouseDClick(view, LEFT, NONE, QPointF(x, y).toPoint())
    (made,) = view.session.plan.journeys["box"].interactions
    assert view.focus.selection == {made}
    assert asked == ["title"]
    added = view.session.plan.journeys["box"].interactions[made]
    assert (added.stage, added.process) == (stage.ident, lane.ident)


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
