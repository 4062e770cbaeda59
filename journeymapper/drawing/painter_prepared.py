"""A display list made ready for Qt: each group once, when it is first in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from journeymapper.drawing.display import Box, Detail, DisplayList, Image, Layer, Path, Primitive, Run, Sign, Text
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
"""From so many groups in view on, order does not show any more where they are seen from afar."""


class Ready(NamedTuple):
    """A group made ready: the rounded boxes that it begins with, its signs, then everything else in its order."""

    stamps: tuple[Stamp, ...]
    shapes: tuple[Shape, ...]
    images: tuple[tuple[QRectF, QImage], ...]
    texts: tuple[Lettering, ...]


class Prepared:
    """What a painter keeps of a display list; not the list itself, or it would never be forgotten."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._levels: dict[tuple[Layer, Detail], Level] = {}

    def level(self, layer: Layer, detail: Detail) -> Level:
        """The layer's groups at a detail."""
        level = self._levels.get((layer, detail))
        if level is None:
            runs = [run for run in self._runs if run.layer == layer and (detail == "full" or not run.near)]
            level = self._levels[layer, detail] = Level(runs, detail)
        return level


class Level:
    """The groups of one layer at one detail."""

    _crowds: tuple[Crowd, ...] | None = None

    def __init__(self, runs: Sequence[Run], detail: Detail) -> None:
        self._detail = detail
        self._runs: Sequence[tuple[Run, dict[int, Ready]]] = [(run, {}) for run in runs]

    def is_mostly_in(self, exposed: Rect | None) -> bool:
        """Whether there are many groups, most of them in the rectangle."""
        total = sum(len(run) for run, _ in self._runs)
        return total > _MANY and 2 * sum(len(run.view.touching(exposed)) for run, _ in self._runs) > total

    def touching(self, exposed: Rect | None) -> Iterator[Ready]:
        """Those that touch a rectangle, each made ready when it is first asked for."""
        for run, ready in self._runs:
            for place in run.view.touching(exposed):
                made = ready.get(place)
                if made is None:
                    made = ready[place] = _make_ready(run[place].at(self._detail))
                yield made

    def texts(self) -> Iterator[Lettering]:
        """All its texts."""
        for ready in self.touching(None):
            yield from ready.texts

    def crowds(self) -> tuple[Crowd, ...]:
        """Everything but texts and pictures, by style: for when so much is in view that order does not show."""
        if self._crowds is None:
            items = (item for run, _ in self._runs for group in run for item in group.at(self._detail))
            self._crowds = crowds_of(item for item in items if isinstance(item, Box | Path))
        return self._crowds


_PREPARED: WeakKeyDictionary[DisplayList, Prepared] = WeakKeyDictionary()


def prepared(display: DisplayList) -> Prepared:
    """What was made ready of a display list so far; forgotten together with it."""
    known = _PREPARED.get(display)
    if known is None:
        known = _PREPARED[display] = Prepared(display.runs)
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
