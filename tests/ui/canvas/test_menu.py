from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.menu import CanvasMenu
from journeymapper.ui.canvas.view import CanvasView


def entries(view: CanvasView, at: QPoint) -> dict[str, QAction]:
    """What the menu offers that a right click at a pixel opens; it is closed again."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    (menu,) = view.findChildren(CanvasMenu)
    menu.close()
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def place(view: CanvasView, ident: str) -> QPoint:
    x, y = view.board.middle_of(frozenset({ident}))
    return QPoint(round(x), round(y))


def test_a_right_click_selects_the_card_and_offers_what_it_can_do(canvas: CanvasView) -> None:
    enabled, disabled = QAction("Delete", canvas), QAction("Connect", canvas)
    disabled.setEnabled(False)
    canvas.addActions([enabled, disabled])
    offered = entries(canvas, place(canvas, "pay"))
    assert canvas.focus.selection == {"pay"}
    assert list(offered) == ["Delete", "Fit all", "Actual size"]


def test_a_moved_card_can_be_put_back(canvas: CanvasView) -> None:
    canvas.shift(frozenset({"pay"}), (0, 2))
    entries(canvas, place(canvas, "pay"))["Reset position"].trigger()
    assert "box" not in canvas.session.plan.layout
    assert canvas.session.history.undo_label == "put “Pays” back"


def test_an_event_offers_its_micro_journey(open_canvas: Callable[..., CanvasView], plan: Plan) -> None:
    view = open_canvas(plan, "life")
    entries(view, place(view, "try"))["Open the micro journey"].trigger()
    assert view.focus.journey == "box"


def test_nothing_offers_a_new_card_there(canvas: CanvasView) -> None:
    canvas.focus.select(["ad"])
    body = canvas.board.regions.body
    offered = entries(canvas, QPoint(round(body.right) - 4, round(body.bottom) - 4))
    assert canvas.focus.selection == frozenset()
    offered["New interaction here"].trigger()
    assert len(canvas.session.plan.journeys["box"].interactions) == 5
