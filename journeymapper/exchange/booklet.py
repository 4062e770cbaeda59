"""What a format writes: drawings with the theme that they are shown in, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.theme import Theme


@dataclass(frozen=True, slots=True)
class Booklet:
    """Drawings in order."""

    sheets: tuple[DisplayList, ...]
    theme: Theme
    title: str
    author: str = ""

    def singles(self) -> Iterator[Booklet]:
        """Each drawing on its own."""
        for sheet in self.sheets:
            yield Booklet((sheet,), self.theme, sheet.title, sheet.author or self.author)
