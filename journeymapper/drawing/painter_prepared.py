"""A display list made ready for Qt: outlines, pictures and glyphs made once, when they are first in view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import takewhile
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainterPath, QTextLayout, QTextOption

from journeymapper.drawing.display import (
    Box,
    Colour,
    Detail,
    DisplayList,
    Group,
    Image,
    Layer,
    Path,
    Primitive,
    Text,
)
from journeymapper.drawing.fonts import UNITS, font
from journeymapper.drawing.measure import QtMeasure
from journeymapper.layout.geometry import Rect
from journeymapper.layout.text import TextRole

_MANY = 500
"""From so many groups on numpy finds those in view sooner than a loop."""


class Style(NamedTuple):
    """How an outline is filled and drawn."""

    fill: Colour | None
    stroke: Colour | None
    width: float
    dash: tuple[float, ...]
    round_ends: bool


class Shape(NamedTuple):
    """An outline or rectangle with its style; `rect` alone where its corners are square."""

    style: Style
    rect: QRectF
    radius: float
    path: QPainterPath | None


class Lettering(NamedTuple):
    """A text as glyphs for pictures, as text for documents; `at` is the left end of its baseline."""

    colour: Colour
    role: TextRole
    at: QPointF
    text: str
    glyphs: list[QGlyphRun]


class Stack(NamedTuple):
    """Rounded boxes on each other. Those of the same kind look alike, wherever they are."""

    kind: int
    bounds: QRectF
    boxes: tuple[Shape, ...]


class Ready(NamedTuple):
    """A group made ready: the rounded boxes that it begins with, then everything else in its order."""

    stack: Stack | None
    shapes: tuple[Shape, ...]
    images: tuple[tuple[QRectF, QImage], ...]
    texts: tuple[Lettering, ...]


class Prepared:
    """What a painter keeps of a display list."""

    def __init__(self, display: DisplayList) -> None:
        self._display = display
        self._levels: dict[tuple[Layer, Detail], Level] = {}

    def level(self, layer: Layer, detail: Detail) -> Level:
        """The layer's groups at a detail."""
        level = self._levels.get((layer, detail))
        if level is None:
            groups = [g for g in self._display.groups if g.layer == layer and (detail == "full" or not g.near)]
            level = self._levels[layer, detail] = Level(groups, detail)
        return level


class Level:
    """The groups of one layer at one detail."""

    _crowds: tuple[Crowd, ...] | None = None

    def __init__(self, groups: Sequence[Group], detail: Detail) -> None:
        self._groups = groups
        self._detail = detail
        self._view = View([group.bounds for group in groups])
        self._ready: list[Ready | None] = [None] * len(groups)

    def is_mostly_in(self, exposed: Rect | None) -> bool:
        """Whether there are many groups, most of them in the rectangle."""
        total = len(self._groups)
        return total > _MANY and 2 * len(self._view.touching(exposed)) > total

    def touching(self, exposed: Rect | None) -> Iterator[Ready]:
        """Those that touch a rectangle, each made ready when it is first asked for."""
        ready = self._ready
        for place in self._view.touching(exposed):
            made = ready[place]
            if made is None:
                made = ready[place] = _make_ready(self._groups[place].at(self._detail))
            yield made

    def crowds(self) -> tuple[Crowd, ...]:
        """Everything but texts and pictures, by style: for when so much is in view that order does not show."""
        if self._crowds is None:
            items = (item for group in self._groups for item in group.at(self._detail))
            self._crowds = _crowds(item for item in items if isinstance(item, Box | Path))
        return self._crowds


class Crowd(NamedTuple):
    """All rectangles and outlines of one style, painted in one go."""

    style: Style
    rects: list[QRectF]
    outlines: QPainterPath


class View:
    """Finds the rectangles that touch another one."""

    def __init__(self, rects: Sequence[Rect]) -> None:
        self._rects = rects
        self._edges = None
        if len(rects) > _MANY:
            import numpy as np

            self._edges = np.array([(rect.x, rect.y, rect.right, rect.bottom) for rect in rects]).T

    def touching(self, exposed: Rect | None) -> Sequence[int]:
        """Their places, in order; all of them where nothing is said."""
        if exposed is None:
            return range(len(self._rects))
        if self._edges is None:
            return [place for place, rect in enumerate(self._rects) if rect.intersects(exposed)]
        left, top, right, bottom = self._edges
        inside = (left < exposed.right) & (right > exposed.x) & (top < exposed.bottom) & (bottom > exposed.y)
        places: list[int] = inside.nonzero()[0].tolist()
        return places


_PREPARED: WeakKeyDictionary[DisplayList, Prepared] = WeakKeyDictionary()


def prepared(display: DisplayList) -> Prepared:
    """What was made ready of a display list so far; forgotten together with it."""
    known = _PREPARED.get(display)
    if known is None:
        known = _PREPARED[display] = Prepared(display)
    return known


def _make_ready(items: Sequence[Primitive]) -> Ready:
    shapes = [_shape(item) for item in items if isinstance(item, Box | Path)]
    images = tuple(_image(item) for item in items if isinstance(item, Image))
    texts = tuple(_lettering(item) for item in items if isinstance(item, Text))
    boxes = tuple(takewhile(lambda shape: shape.radius > 0, shapes))
    return Ready(_stack(boxes) if boxes else None, tuple(shapes[len(boxes) :]), images, texts)


_KINDS: dict[tuple[tuple[object, ...], ...], int] = {}
"""The numbers of the kinds of stacks that there are."""


def _stack(boxes: tuple[Shape, ...]) -> Stack:
    bounds = reduce(QRectF.united, [box.rect for box in boxes])
    rects = [box.rect.translated(-bounds.topLeft()) for box in boxes]
    look = tuple(
        (box.style, box.radius, rect.x(), rect.y(), rect.width(), rect.height())
        for box, rect in zip(boxes, rects, strict=True)
    )
    return Stack(_KINDS.setdefault(look, len(_KINDS)), bounds, boxes)


def _crowds(items: Iterable[Box | Path]) -> tuple[Crowd, ...]:
    crowds: dict[Style, Crowd] = {}
    for item in items:
        style = _style(item)
        crowd = crowds.get(style)
        if crowd is None:
            crowd = crowds[style] = Crowd(style, [], QPainterPath())
        if isinstance(item, Box):
            crowd.rects.append(_rect(item.rect))
        else:
            add_outline(crowd.outlines, item)
    return tuple(crowds.values())


def _shape(item: Box | Path) -> Shape:
    if isinstance(item, Box):
        return Shape(_style(item), _rect(item.rect), item.radius, None)
    path = QPainterPath()
    add_outline(path, item)
    return Shape(_style(item), QRectF(), 0, path)


def _style(item: Box | Path) -> Style:
    round_ends = isinstance(item, Path) and item.round_ends
    return Style(item.fill, item.stroke, item.width, item.dash, round_ends)


def add_outline(path: QPainterPath, item: Path) -> None:
    """Add an outline to one of Qt's."""
    draw: dict[str, Callable[..., None]] = {
        "M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath,
    }  # fmt: skip
    for name, numbers in item.commands:
        draw[name](*numbers)


def _image(item: Image) -> tuple[QRectF, QImage]:
    return _rect(item.rect), QImage.fromData(item.data)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _lettering(item: Text) -> Lettering:
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[item.align]
    left = item.at[0] - shift * QtMeasure().width(item.text, item.role) if shift else item.at[0]
    return Lettering(item.colour, item.role, QPointF(left, item.at[1]), item.text, _glyphs(item.text, item.role))


@lru_cache(maxsize=20_000)
def _glyphs(text: str, role: TextRole) -> list[QGlyphRun]:
    """The text's glyphs, whichever fonts they come from, around the left end of its baseline."""
    layout = QTextLayout(text, font(role))
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return [_shrunk(run, line.ascent()) for run in line.glyphRuns()]


def _shrunk(run: QGlyphRun, ascent: float) -> QGlyphRun:
    """A run of glyphs from the units that fonts are made in to points."""
    face = run.rawFont()
    face.setPixelSize(face.pixelSize() / UNITS)
    shrunk = QGlyphRun(run)
    shrunk.setRawFont(face)
    shrunk.setPositions([QPointF(at.x() / UNITS, (at.y() - ascent) / UNITS) for at in run.positions()])
    return shrunk
