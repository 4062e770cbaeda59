"""How the layout measures text: a protocol that drawing fulfils with the real font."""

from __future__ import annotations

from typing import Literal, Protocol

TextRole = Literal["title", "line", "small", "head", "label", "figure", "page-title", "pill", "far"]
"""Card title 13 semi-bold; line 11.5; small 10; stage head 13 semi-bold; label 10.5; figure on a flow 11.5 semi-bold;
page title 20 bold; pill 9.5 bold; far: a card's title 24 semi-bold, for when the drawing is seen from afar."""


class TextMeasure(Protocol):
    """Measures text as it will be painted."""

    def width(self, text: str, role: TextRole) -> float:
        """Advance width of one line."""

    def height(self, role: TextRole) -> float:
        """Height of one line."""

    def wrap(self, text: str, role: TextRole, width: float, lines: int) -> tuple[tuple[str, ...], bool]:
        """At most `lines` lines that fit `width`, the last one with an ellipsis if cut, and whether it was cut."""
