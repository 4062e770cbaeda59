"""Links are drawn from the ports of the selected card."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from journeymapper.model.journey import Journey
from journeymapper.ui.canvas.connecting import ports_of
from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import drag, middle_of, pull


def box(canvas: CanvasView) -> Journey:
    return canvas.session.plan.journeys["box"]


def port_of(canvas: CanvasView, owner: str, place: int = 1) -> QPoint:
    """The port of a card above, at the right, below or at the left."""
    assert canvas.scene is not None
    rect = canvas.scene.geometry.cards[owner].rect
    return QPointF(*canvas.camera.viewport.to_view(*ports_of(rect)[place])).toPoint()


def unlinked(canvas: CanvasView) -> tuple[str, str]:
    """Two interactions of which the first does not lead to the second."""
    steps = box(canvas).interactions
    return next((one, two) for one in steps for two in steps if one != two and two not in steps[one].next)


def test_a_link_drawn_to_a_card_connects_in_one_edit(canvas: CanvasView) -> None:
    source, target = unlinked(canvas)
    before = canvas.session.plan
    canvas.focus.select([source])
    start = port_of(canvas, source)
    drag(canvas, start, middle_of(canvas, target) - start)
    assert target in box(canvas).interactions[source].next
    canvas.session.undo()
    assert canvas.session.plan is before


def test_a_link_drawn_to_nothing_appends_an_interaction_whose_title_is_asked_for(canvas: CanvasView) -> None:
    canvas.focus.select(["pay"])
    asked: list[str] = []
    canvas.edit_asked.connect(asked.append)
    known = set(box(canvas).interactions)
    start = port_of(canvas, "pay", 2)
    body = canvas.board.regions.body
    drag(canvas, start, QPoint(round(body.right) - 4, round(body.bottom) - 4) - start)
    (made,) = set(box(canvas).interactions) - known
    assert made in box(canvas).interactions["pay"].next
    assert canvas.focus.selection == {made}
    assert asked == ["title"]


def test_a_link_to_the_card_itself_and_esc_leave_everything(canvas: CanvasView) -> None:
    before = canvas.session.plan
    canvas.focus.select(["pay"])
    start = port_of(canvas, "pay")
    drag(canvas, start, middle_of(canvas, "pay") - start)
    pull(canvas, start, QPoint(80, 80))
    assert canvas.pointer.preview.line
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.session.plan is before
    assert canvas.focus.selection == {"pay"}


def test_a_link_that_is_there_already_says_why_not(canvas: CanvasView) -> None:
    steps = box(canvas).interactions
    source, target = next((one, two) for one in steps for two in steps[one].next if two in steps)
    canvas.focus.select([source])
    said: list[str] = []
    canvas.session.refused.connect(said.append)
    start = port_of(canvas, source)
    drag(canvas, start, middle_of(canvas, target) - start)
    assert said
