from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from journeymapper.drawing.theme import LIGHT
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.regions import FOLDED
from journeymapper.ui.canvas.scene import detail_at
from journeymapper.ui.canvas.view import CanvasView


def picture(view: CanvasView, area: QRect) -> QImage:
    return view.grab(area).toImage()


def test_stage_heads_stay_at_the_top_while_scrolling_down(long_canvas: CanvasView) -> None:
    heads = QRect(0, 0, long_canvas.width(), round(long_canvas.board.regions.head) - 2)
    before = picture(long_canvas, heads)
    long_canvas.camera.pan_by(0, -150)
    assert picture(long_canvas, heads) == before


def test_lane_labels_stay_at_the_left_while_scrolling_sideways(long_canvas: CanvasView) -> None:
    regions = long_canvas.board.regions
    labels = QRect(0, round(regions.head) + 2, round(regions.gutter) - 2, round(regions.body.h) - 4)
    before = picture(long_canvas, labels)
    long_canvas.camera.pan_by(-700, 0)
    assert picture(long_canvas, labels) == before


def test_heads_and_curve_keep_their_height_at_every_zoom(long_canvas: CanvasView) -> None:
    at_full = long_canvas.board.regions
    long_canvas.camera.zoom_to(0.3)
    far = long_canvas.board.regions
    assert (far.head, far.gutter, far.foot) == (at_full.head, at_full.gutter, at_full.foot)


def test_the_curve_stands_below_the_lanes_or_at_the_bottom(long_canvas: CanvasView) -> None:
    regions = long_canvas.board.regions
    assert regions.foot_top == long_canvas.height() - regions.foot
    long_canvas.resize(long_canvas.width(), 2000)
    assert long_canvas.scene is not None
    bottom = long_canvas.camera.viewport.to_view(0, long_canvas.scene.body.bottom)[1]
    assert long_canvas.board.regions.foot_top == bottom


def test_a_click_on_its_head_folds_the_curve_and_brings_it_back(long_canvas: CanvasView) -> None:
    is_open = long_canvas.board.regions
    head = QPoint(30, round(is_open.foot_top) + 12)
    QTest.mouseClick(long_canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, head)
    assert long_canvas.board.regions.foot == FOLDED
    head = QPoint(30, round(long_canvas.board.regions.foot_top) + 12)
    QTest.mouseClick(long_canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, head)
    assert long_canvas.board.regions.foot == is_open.foot


def test_a_point_of_the_curve_selects_its_card(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    curve = canvas.scene.geometry.curve
    assert curve is not None
    point = next(point for point in curve.points if point.ident == "offer")
    x = canvas.camera.viewport.to_view(*point.at)[0]
    y = canvas.board.regions.foot_top + point.at[1] - curve.frame.y
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y)))
    assert canvas.focus.selection == {"offer"}


def test_a_macro_journey_has_nothing_pinned(open_canvas: Callable[..., CanvasView], plan: Plan) -> None:
    view = open_canvas(plan, "life")
    assert (view.board.regions.head, view.board.regions.gutter, view.board.regions.foot) == (0, 0, 0)


def test_cards_say_less_the_further_away_they_are() -> None:
    assert [detail_at(zoom) for zoom in (4.0, 1.0, 0.45, 0.44, 0.2, 0.19, 0.1)] == [
        "full", "full", "full", "title", "title", "colour", "colour",
    ]  # fmt: skip


def test_from_afar_a_card_is_a_box_in_the_colour_of_its_process(long_canvas: CanvasView) -> None:
    long_canvas.camera.zoom_to(0.15)
    assert long_canvas.scene is not None
    x, y = long_canvas.camera.viewport.to_view(*long_canvas.scene.geometry.cards["c3"].rect.center)
    pixel = picture(long_canvas, long_canvas.rect()).pixelColor(round(x), round(y))
    sales = LIGHT.hex("process:0")
    assert abs(pixel.red() - int(sales[1:3], 16)) < 80
    assert pixel.blue() > pixel.red() + 60
