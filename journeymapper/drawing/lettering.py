"""Texts as primitives: freed of what can't be shown, and set at the side from which they are read."""

from __future__ import annotations

import unicodedata

from journeymapper.drawing.display import Box, Colour, Text
from journeymapper.drawing.roles import ASCENT, TYPE, baseline
from journeymapper.layout.geometry import Rect
from journeymapper.layout.text import TextMeasure, TextRole


def lettered(text: str, left: float, right: float, at: float, role: TextRole, colour: Colour) -> Text:
    """A line of text between `left` and `right`, on the baseline `at`, beginning at the side it is read from."""
    if reads_from_right(text):
        return Text(printable(text), (right, at), role, colour, "right")
    return Text(printable(text), (left, at), role, colour)


def centred(text: str, rect: Rect, role: TextRole, colour: Colour, plate: Colour | None = None) -> Text:
    """A text in the middle of a rectangle."""
    x, y = rect.center
    return Text(printable(text), (x, baseline(y, role)), role, colour, "centre", plate)


def text_box(text: Text, measure: TextMeasure) -> Rect:
    """The rectangle that a text takes."""
    width, height = measure.width(text.text, text.role), measure.height(text.role)
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
    return Rect(text.at[0] - shift * width, text.at[1] - ASCENT * TYPE[text.role].size, width, height)


def plate_of(text: Text, measure: TextMeasure) -> Box | None:
    """What lies behind a text."""
    if text.plate is None:
        return None
    rect = text_box(text, measure)
    return Box(Rect(rect.x - 3, rect.y, rect.w + 6, rect.h), 4, fill=text.plate)


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is one of a script written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def printable(text: str) -> str:
    """The text without control characters, half surrogates and line ends, which no format of picture can hold."""
    if text.isprintable():
        return text
    kept = (" " if letter.isspace() else letter for letter in text if not _unprintable(letter))
    return "".join(kept)


def _unprintable(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs", "Cn"} and not letter.isspace()
