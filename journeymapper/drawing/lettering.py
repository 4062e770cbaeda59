"""Texts as primitives: freed of what can't be shown, and set at the side from which they are read."""

from __future__ import annotations

import unicodedata

from journeymapper.drawing.display import Colour, Text
from journeymapper.drawing.roles import baseline
from journeymapper.layout.geometry import Rect
from journeymapper.layout.text import TextRole


def lettered(text: str, left: float, right: float, at: float, role: TextRole, colour: Colour) -> Text:
    """A line of text between `left` and `right`, on the baseline `at`, beginning at the side it is read from."""
    if reads_from_right(text):
        return Text(printable(text), (right, at), role, colour, "right")
    return Text(printable(text), (left, at), role, colour)


def centred(text: str, rect: Rect, role: TextRole, colour: Colour) -> Text:
    """A text in the middle of a rectangle."""
    x, y = rect.center
    return Text(printable(text), (x, baseline(y, role)), role, colour, "centre")


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
