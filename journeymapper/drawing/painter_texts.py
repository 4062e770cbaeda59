"""Texts made ready for Qt, and their glyphs for pictures; documents take them as text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextOption

from journeymapper.drawing.display import Colour, Text
from journeymapper.drawing.fonts import UNITS, font
from journeymapper.drawing.lettering import text_box
from journeymapper.drawing.measure import QtMeasure
from journeymapper.layout.text import TextRole


class Lettering(NamedTuple):
    """A text; `at` is the left end of its baseline."""

    colour: Colour
    role: TextRole
    at: QPointF
    text: str


def lettering_of(item: Text) -> Lettering:
    """A text made ready, its left end where its alignment puts it."""
    left = text_box(item, QtMeasure()).x if item.align != "left" else item.at[0]
    return Lettering(item.colour, item.role, QPointF(left, item.at[1]), item.text)


@lru_cache(maxsize=20_000)
def glyphs_of(text: str, role: TextRole) -> list[QGlyphRun]:
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
