"""Tiles: squares of a drawing painted once, so that moving a view costs next to nothing."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.viewport import Viewport

SIDE = 512
"""Device pixels of a tile's side."""
KEPT = 64_000_000
"""Bytes of pixels that are kept."""
ENOUGH = 0.4
"""The part of a view that the tiles of the last zoom must show so that no others are painted while zooming."""

Cell = tuple[int, int]
Render = Callable[[QPainter, Rect, float], None]
"""Paints an area, given in points of the drawing, at a zoom; the painter works in points of the drawing."""


@dataclass(slots=True)
class _Sheet:
    """The tiles of one zoom."""

    zoom: float
    ratio: float
    """Device pixels a pixel."""
    tiles: OrderedDict[Cell, QPixmap] = field(default_factory=OrderedDict)
    complete: bool = False
    """Whether it had everything that was wanted last."""

    @property
    def side(self) -> float:
        """Pixels of a tile's side."""
        return SIDE / self.ratio

    def cells(self, area: Rect) -> Iterator[Cell]:
        """The tiles that an area (in points of the drawing) touches."""
        step = self.side / self.zoom
        for row in range(math.floor(area.y / step), math.ceil(area.bottom / step)):
            for column in range(math.floor(area.x / step), math.ceil(area.right / step)):
                yield column, row

    def paint(self, painter: QPainter, cells: Iterable[Cell]) -> None:
        """Paint those of the tiles that are there; the painter works in pixels of the drawing at this zoom."""
        for cell in cells:
            tile = self.tiles.get(cell)
            if tile is not None:
                self.tiles.move_to_end(cell)
                painter.drawPixmap(QPointF(cell[0] * self.side, cell[1] * self.side), tile)


class Tiles:
    """The painted squares of one drawing; while those of a new zoom are painted, the old ones stand in, scaled."""

    def __init__(self, render: Render, ground: QColor) -> None:
        self._render = render
        self._ground = ground
        self._sheet = _Sheet(1, 1)
        self._old: _Sheet | None = None

    def forget(self, areas: Iterable[Rect] | None = None) -> None:
        """Paint these areas of the drawing anew, or everything."""
        self._old = None
        if areas is None:
            self._sheet.tiles.clear()
            return
        for area in areas:
            for cell in self._sheet.cells(area):
                self._sheet.tiles.pop(cell, None)

    def paint(self, painter: QPainter, target: Rect, viewport: Viewport, deadline: float = math.inf) -> bool:
        """Paint what `target` (pixels of the view) shows of the drawing.

        After `deadline` (of `time.perf_counter`) nothing more is painted anew. Gives whether everything was there.
        """
        shown = viewport.rect_to_drawing(target)
        if self._turn_to(viewport.zoom, painter.device().devicePixelRatioF()) and self._old_covers(shown):
            deadline = deadline if deadline == math.inf else 0.0
        wanted = list(self._sheet.cells(shown))
        missing = [cell for cell in wanted if cell not in self._sheet.tiles]
        for cell in sorted(missing, key=_nearness(wanted)):
            if time.perf_counter() > deadline:
                break
            self._sheet.tiles[cell] = self._painted(cell)
        complete = all(cell in self._sheet.tiles for cell in wanted)
        painter.save()
        painter.setClipRect(QRectF(target.x, target.y, target.w, target.h))
        painter.translate(-viewport.x * viewport.zoom, -viewport.y * viewport.zoom)
        self._sheet.complete = complete
        if complete:
            self._old = None
        self._paint_old(painter, shown)
        self._sheet.paint(painter, wanted)
        painter.restore()
        self._drop_unused(len(wanted))
        return complete

    def _turn_to(self, zoom: float, ratio: float) -> bool:
        """Begin a sheet for another zoom; gives whether it is another."""
        if (self._sheet.zoom, self._sheet.ratio) == (zoom, ratio):
            return False
        if self._sheet.complete or (self._sheet.tiles and self._old is None):
            self._old = self._sheet
        self._sheet = _Sheet(zoom, ratio)
        return True

    def _old_covers(self, shown: Rect) -> bool:
        """Whether the old tiles show enough for a frame in the middle of zooming."""
        if self._old is None:
            return False
        wanted = list(self._old.cells(shown))
        return sum(cell in self._old.tiles for cell in wanted) >= ENOUGH * len(wanted)

    def _painted(self, cell: Cell) -> QPixmap:
        zoom, size = self._sheet.zoom, self._sheet.side / self._sheet.zoom
        tile = QPixmap(SIDE, SIDE)
        tile.setDevicePixelRatio(self._sheet.ratio)
        tile.fill(self._ground)
        area = Rect(cell[0] * size, cell[1] * size, size, size)
        with QPainter(tile) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(zoom, zoom)
            painter.translate(-area.x, -area.y)
            self._render(painter, area, zoom)
        return tile

    def _paint_old(self, painter: QPainter, shown: Rect) -> None:
        if self._old is None:
            return
        factor = self._sheet.zoom / self._old.zoom
        painter.save()
        painter.scale(factor, factor)
        self._old.paint(painter, self._old.cells(shown))
        painter.restore()

    def _drop_unused(self, needed: int) -> None:
        kept = max(KEPT // (4 * SIDE * SIDE), needed)
        while len(self._sheet.tiles) > kept:
            self._sheet.tiles.popitem(last=False)


def _nearness(cells: list[Cell]) -> Callable[[Cell], float]:
    """The tiles in the middle come first."""
    x = sum(cell[0] for cell in cells) / max(len(cells), 1)
    y = sum(cell[1] for cell in cells) / max(len(cells), 1)
    return lambda cell: abs(cell[0] - x) + abs(cell[1] - y)
