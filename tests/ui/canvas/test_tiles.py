import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.tiles import SIDE, Tiles
from journeymapper.ui.canvas.viewport import Viewport

VIEW = Rect(0, 0, 800, 600)
MARK = QColor("#C4314B")
GROUND = QColor("#FAFBFC")


class Drawing:
    """A red square from 100 to 200, and a count of how often it was asked for."""

    def __init__(self) -> None:
        self.areas: list[Rect] = []

    def render(self, painter: QPainter, area: Rect, zoom: float) -> None:
        self.areas.append(area)
        painter.fillRect(QRectF(100, 100, 100, 100), MARK)


@pytest.fixture
def drawing(qtbot: QtBot) -> Drawing:
    return Drawing()


def shown(tiles: Tiles, viewport: Viewport, deadline: float = float("inf")) -> tuple[QPixmap, bool]:
    picture = QPixmap(800, 600)
    picture.fill(QColor("#000000"))
    with QPainter(picture) as painter:
        complete = tiles.paint(painter, VIEW, viewport, deadline)
    return picture, complete


def colour(picture: QPixmap, x: int, y: int) -> QColor:
    return picture.toImage().pixelColor(x, y)


def test_the_drawing_is_where_the_viewport_says(drawing: Drawing) -> None:
    tiles = Tiles(drawing.render, GROUND)
    picture, complete = shown(tiles, Viewport(50, 50, 2.0))
    assert complete
    assert colour(picture, 101, 101) == MARK
    assert colour(picture, 298, 298) == MARK
    assert colour(picture, 98, 150) == GROUND
    assert colour(picture, 302, 150) == GROUND


def test_what_was_painted_once_is_not_painted_again_while_panning(drawing: Drawing) -> None:
    tiles = Tiles(drawing.render, GROUND)
    shown(tiles, Viewport(0, 0))
    painted = len(drawing.areas)
    picture, _ = shown(tiles, Viewport(30, 10))
    assert len(drawing.areas) == painted
    assert colour(picture, 80, 100) == MARK


def test_only_the_changed_part_is_painted_anew(drawing: Drawing) -> None:
    tiles = Tiles(drawing.render, GROUND)
    shown(tiles, Viewport(0, 0))
    drawing.areas.clear()
    tiles.forget([Rect(10, 10, 20, 20)])
    shown(tiles, Viewport(0, 0))
    assert drawing.areas == [Rect(0, 0, SIDE, SIDE)]
    tiles.forget()
    shown(tiles, Viewport(0, 0))
    assert len(drawing.areas) == 1 + 4


def test_when_time_is_out_the_old_zoom_stands_in_and_the_rest_follows(drawing: Drawing) -> None:
    tiles = Tiles(drawing.render, GROUND)
    shown(tiles, Viewport(0, 0))
    painted = len(drawing.areas)
    picture, complete = shown(tiles, Viewport(0, 0, 2.0), time.perf_counter())
    assert not complete
    assert len(drawing.areas) == painted
    assert colour(picture, 300, 300) == MARK
    assert shown(tiles, Viewport(0, 0, 2.0))[1]
