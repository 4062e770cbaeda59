"""A display list made ready for Qt: each group once, when it is first in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from journeymapper.drawing.display import Box, Detail, DisplayList, Group, Image, Layer, Path, Primitive, Sign, Text
from journeymapper.drawing.lettering import plate_of
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.painter_shapes import (
    Crowd,
    Shape,
    Stamp,
    crowds_of,
    qt_rect,
    shape_of,
    stamp_of_boxes,
    stamp_of_sign,
)
from journeymapper.drawing.painter_texts import Lettering, lettering_of
from journeymapper.layout.geometry import Rect

_MANY = 500
"""From so many groups on numpy finds those in view sooner than a loop."""


class Ready(NamedTuple):
    """A group made ready: the rounded boxes that it begins with, its signs, then everything else in its order."""

    stamps: tuple[Stamp, ...]
    shapes: tuple[Shape, ...]
    images: tuple[tuple[QRectF, QImage], ...]
    texts: tuple[Lettering, ...]


class Prepared:
    """What a painter keeps of a display list; not the list itself, or it would never be forgotten."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._levels: dict[tuple[Layer, Detail], Level] = {}

    def level(self, layer: Layer, detail: Detail) -> Level:
        """The layer's groups at a detail."""
        level = self._levels.get((layer, detail))
        if level is None:
            groups = [g for g in self._groups if g.layer == layer and (detail == "full" or not g.near)]
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

    def texts(self) -> Iterator[Lettering]:
        """All its texts."""
        for ready in self.touching(None):
            yield from ready.texts

    def crowds(self) -> tuple[Crowd, ...]:
        """Everything but texts and pictures, by style: for when so much is in view that order does not show."""
        if self._crowds is None:
            items = (item for group in self._groups for item in group.at(self._detail))
            self._crowds = crowds_of(item for item in items if isinstance(item, Box | Path))
        return self._crowds


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
        known = _PREPARED[display] = Prepared(display.groups)
    return known


def _make_ready(items: Sequence[Primitive]) -> Ready:
    leading = [item for item in takewhile(_is_rounded, items) if isinstance(item, Box)]
    stamps = [stamp_of_boxes(leading)] if leading else []
    shapes, images, texts = [], [], []
    for item in items[len(leading) :]:
        if isinstance(item, Text):
            plate = plate_of(item, QtMeasure())
            shapes += [shape_of(plate)] if plate else []
            texts.append(lettering_of(item))
        elif isinstance(item, Sign):
            stamps.append(stamp_of_sign(item))
        elif isinstance(item, Image):
            images.append(_image(item))
        else:
            shapes.append(shape_of(item))
    return Ready(tuple(stamps), tuple(shapes), tuple(images), tuple(texts))


def _is_rounded(item: Primitive) -> bool:
    return isinstance(item, Box) and item.radius > 0


def _image(item: Image) -> tuple[QRectF, QImage]:
    return qt_rect(item.rect), QImage.fromData(item.data)
