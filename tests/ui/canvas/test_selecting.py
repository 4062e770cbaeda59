from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from journeymapper.ui.canvas.view import CanvasView
from tests.ui.canvas.hand import ALT, CTRL, LEFT, NONE, SHIFT, drag, middle_of, pull


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
