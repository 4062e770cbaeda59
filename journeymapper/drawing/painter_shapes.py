"""Boxes and outlines made ready for Qt: one by one, in stacks that look alike, in crowds of one style."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from journeymapper.drawing.display import Box, Colour, Path
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


class Stack(NamedTuple):
    """Rounded boxes on each other. Those of the same kind look alike, wherever they are."""

    kind: int
    bounds: QRectF
    boxes: tuple[Shape, ...]


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


_KINDS: dict[tuple[tuple[object, ...], ...], int] = {}
"""The numbers of the kinds of stacks that there are."""


def stack_of(boxes: tuple[Shape, ...]) -> Stack:
    """Boxes, at least one, with what they look like together."""
    bounds = reduce(QRectF.united, [box.rect for box in boxes])
    rects = [box.rect.translated(-bounds.topLeft()) for box in boxes]
    look = tuple(
        (box.style, box.radius, rect.x(), rect.y(), rect.width(), rect.height())
        for box, rect in zip(boxes, rects, strict=True)
    )
    return Stack(_KINDS.setdefault(look, len(_KINDS)), bounds, boxes)


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
