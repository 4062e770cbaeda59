import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.minimap import Minimap


@pytest.fixture
def minimap(qtbot: QtBot, long_canvas: CanvasView) -> Minimap:
    made = Minimap(long_canvas)
    qtbot.addWidget(made)
    made.resize(220, made.height())
    made.show()
    return made


def test_the_rectangle_covers_the_part_that_the_canvas_shows(minimap: Minimap, long_canvas: CanvasView) -> None:
    long_canvas.camera.pan_by(5000, 5000)
    at_start = minimap.seen
    assert (at_start.x, at_start.y) == pytest.approx(minimap.origin)
    long_canvas.camera.pan_by(-1000, 0)
    assert minimap.seen.x - at_start.x == pytest.approx(1000 * minimap.scale)
    long_canvas.camera.zoom_to(2.0)
    assert minimap.seen.w == pytest.approx(at_start.w / 2)


def test_pressing_looks_there_and_dragging_goes_along(minimap: Minimap, long_canvas: CanvasView) -> None:
    assert long_canvas.scene is not None
    far = minimap.width() - 40
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(far, 58))
    assert minimap.seen.center[0] == pytest.approx(far, abs=2)
    QTest.mouseMove(minimap, QPoint(80, 58))
    assert minimap.seen.center[0] == pytest.approx(80, abs=2)


def test_every_card_is_a_box_in_the_colour_of_its_process(minimap: Minimap, long_canvas: CanvasView) -> None:
    assert long_canvas.scene is not None
    long_canvas.camera.pan_by(-3000, 0)
    picture = minimap.grab().toImage()
    (x, y), scale, body = minimap.origin, minimap.scale, minimap.drawing
    card = long_canvas.scene.geometry.cards["c0"].rect.center
    pixel = picture.pixelColor(round(x + (card[0] - body.x) * scale), round(y + (card[1] - body.y) * scale))
    assert pixel.blue() > pixel.red() + 60
