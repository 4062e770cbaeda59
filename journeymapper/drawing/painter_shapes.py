"""Boxes and outlines made ready for Qt: one by one, as stamps that look alike, in crowds of one style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from journeymapper.drawing.display import Box, Colour, Path, Sign
from journeymapper.layout.geometry import Rect


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


class Stamp(NamedTuple):
    """Shapes around a point. Stamps of one kind look alike, wherever they are."""

    kind: str | int
    at: QPointF
    bounds: QRectF
    """Around the origin, like the shapes."""
    shapes: tuple[Shape, ...]


class Crowd(NamedTuple):
    """All rectangles and outlines of one style, painted in one go."""

    style: Style
    rects: list[QRectF]
    outlines: QPainterPath


def shape_of(item: Box | Path) -> Shape:
    """A box or outline made ready."""
    if isinstance(item, Box):
        return Shape(_style(item), qt_rect(item.rect), item.radius, None)
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


_SIGNS: dict[str, tuple[QRectF, tuple[Shape, ...]]] = {}
"""The signs that there are, by name."""


def stamp_of_sign(sign: Sign) -> Stamp:
    """A sign made ready."""
    known = _SIGNS.get(sign.name)
    if known is None:
        shapes = tuple(shape_of(path) for path in sign.paths)
        bounds = reduce(QRectF.united, [shape.path.controlPointRect() for shape in shapes if shape.path])
        known = _SIGNS[sign.name] = (bounds.adjusted(-1, -1, 1, 1), shapes)
    return Stamp(sign.name, QPointF(*sign.at), *known)


_STACKS: dict[tuple[tuple[object, ...], ...], tuple[int, QRectF, tuple[Shape, ...]]] = {}
"""The kinds of stacks of boxes that there are, by what they look like."""


def stamp_of_boxes(boxes: Sequence[Box]) -> Stamp:
    """Rounded boxes on each other, at least one, made ready."""
    x, y = boxes[0].rect.x, boxes[0].rect.y
    look = tuple(
        (box.fill, box.stroke, box.width, box.radius, box.rect.x - x, box.rect.y - y, box.rect.w, box.rect.h)
        for box in boxes
    )
    known = _STACKS.get(look)
    if known is None:
        shapes = tuple(shape_of(box._replace(rect=_moved(box.rect, -x, -y))) for box in boxes)
        known = _STACKS[look] = (len(_STACKS), reduce(QRectF.united, [shape.rect for shape in shapes]), shapes)
    return Stamp(known[0], QPointF(x, y), known[1], known[2])


def _moved(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(rect.x + dx, rect.y + dy, rect.w, rect.h)


def crowds_of(items: Iterable[Box | Path]) -> tuple[Crowd, ...]:
    """Boxes, their corners square, and outlines, by style."""
    crowds: dict[Style, Crowd] = {}
    for item in items:
        style = _style(item)
        crowd = crowds.get(style)
        if crowd is None:
            crowd = crowds[style] = Crowd(style, [], QPainterPath())
        if isinstance(item, Box):
            crowd.rects.append(qt_rect(item.rect))
        else:
            add_outline(crowd.outlines, item)
    return tuple(crowds.values())


def qt_rect(rect: Rect) -> QRectF:
    """A rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)
