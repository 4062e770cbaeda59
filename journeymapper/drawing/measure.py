"""The measuring of text with the fonts that it is painted with."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from journeymapper.drawing.fonts import UNITS, font
from journeymapper.drawing.roles import TYPE
from journeymapper.layout.text import TextRole

_LINE_SPACING = 1.21
"""Of Inter, in parts of the size; said here so that a fallback font does not change the height of a line."""


class QtMeasure:
    """Measures as the painter paints; what was measured once is remembered for the whole program."""

    def width(self, text: str, role: TextRole) -> float:
        """Advance width of one line."""
        return _width(text, role)

    def height(self, role: TextRole) -> float:
        """Height of one line."""
        return TYPE[role].size * _LINE_SPACING

    def wrap(self, text: str, role: TextRole, width: float, lines: int) -> tuple[tuple[str, ...], bool]:
        """At most `lines` lines that fit `width`, the last one with an ellipsis if cut, and whether it was cut.

        Lines break where Unicode allows it (between words, between Chinese characters), inside a word only where it
        alone is too long.
        """
        return _wrap(text, role, width, lines)


@lru_cache(maxsize=len(TYPE))
def _metrics(role: TextRole) -> QFontMetricsF:
    return QFontMetricsF(font(role))


@lru_cache(maxsize=100_000)
def _width(text: str, role: TextRole) -> float:
    return _metrics(role).horizontalAdvance(text) / UNITS


@lru_cache(maxsize=50_000)
def _wrap(text: str, role: TextRole, width: float, lines: int) -> tuple[tuple[str, ...], bool]:
    text = " ".join(text.split())
    if _width(text, role) <= width:
        return (text,), False
    starts = _line_starts(text, role, width)
    pieces = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(pieces) <= lines:
        return tuple(pieces), False
    rest = text[starts[lines - 1] :]
    last = _metrics(role).elidedText(rest, Qt.TextElideMode.ElideRight, width * UNITS)
    return (*pieces[: lines - 1], last), True


def _line_starts(text: str, role: TextRole, width: float) -> list[int]:
    """Where each line begins, counted in characters."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font(role))
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS)
        starts.append(line.textStart())
    layout.endLayout()
    if max(map(ord, text)) > 0xFFFF:  # Qt counts UTF-16 units
        wide = text.encode("utf-16-le")
        return [len(wide[: 2 * start].decode("utf-16-le", "ignore")) for start in starts]
    return starts
