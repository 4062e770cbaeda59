"""A display list made ready for Qt: outlines, pictures and glyphs made once, when they are first in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainterPath, QTextLayout, QTextOption

from journeymapper.drawing.display import (
    LAYERS,
    Box,
    Colour,
    Detail,
    DisplayList,
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
    """A text in units of its font: as glyphs for pictures, as text for documents."""

    colour: Colour
    role: TextRole
    at: QPointF
    """The left end of its baseline."""
    text: str
    corner: QPointF
    """The top left corner of its glyphs."""
    glyphs: list[QGlyphRun]


class Ready(NamedTuple):
    """A group made ready."""

    shapes: tuple[Shape, ...]
    images: tuple[tuple[QRectF, QImage], ...]
    texts: tuple[Lettering, ...]


class Prepared:
    """What a painter keeps of a display list."""

    def __init__(self, display: DisplayList) -> None:
        self._layers = {layer: [group for group in display.groups if group.layer == layer] for layer in LAYERS}
        self._views = {layer: View([group.bounds for group in groups]) for layer, groups in self._layers.items()}
        self._ready: dict[tuple[Layer, Detail], list[Ready | None]] = {}

    def in_view(self, layer: Layer, detail: Detail, exposed: Rect | None) -> list[Ready]:
        """The layer's groups that touch the exposed rectangle, ready for painting."""
        groups = self._layers[layer]
        ready = self._ready.get((layer, detail))
        if ready is None:
            ready = self._ready[layer, detail] = [None] * len(groups)
        found = []
        for place in self._views[layer].touching(exposed):
            made = ready[place]
            if made is None:
                made = ready[place] = _make_ready(groups[place].at(detail))
            found.append(made)
        return found


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
    shapes = tuple(_shape(item) for item in items if isinstance(item, Box | Path))
    images = tuple(_image(item) for item in items if isinstance(item, Image))
    return Ready(shapes, images, tuple(_lettering(item) for item in items if isinstance(item, Text)))


def _shape(item: Box | Path) -> Shape:
    if isinstance(item, Path):
        style = Style(item.fill, item.stroke, item.width, item.dash, item.round_ends)
        path = outline(item)
        return Shape(style, path.controlPointRect(), 0, path)
    style = Style(item.fill, item.stroke, item.width, item.dash, False)
    return Shape(style, _rect(item.rect), item.radius, None)


def outline(item: Path) -> QPainterPath:
    """The path as Qt's."""
    path = QPainterPath()
    draw: dict[str, Callable[..., None]] = {
        "M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath,
    }  # fmt: skip
    for name, numbers in item.commands:
        draw[name](*numbers)
    return path


def _image(item: Image) -> tuple[QRectF, QImage]:
    return _rect(item.rect), QImage.fromData(item.data)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _lettering(item: Text) -> Lettering:
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[item.align]
    left = item.at[0] - shift * QtMeasure().width(item.text, item.role) if shift else item.at[0]
    at = QPointF(left * UNITS, item.at[1] * UNITS)
    return Lettering(item.colour, item.role, at, item.text, *_glyphs(item.text, item.role, at))


def _glyphs(text: str, role: TextRole, at: QPointF) -> tuple[QPointF, list[QGlyphRun]]:
    """The text's glyphs, whichever fonts they come from, and where their top left corner goes."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(text, font(role))
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return QPointF(at.x(), at.y() - line.ascent()), line.glyphRuns()
