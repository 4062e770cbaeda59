"""A measure of text that needs no fonts: every letter of a role is as wide as the next."""

from __future__ import annotations

from journeymapper.layout.text import TextRole

LETTER: dict[TextRole, float] = {
    "title": 7.2, "line": 5.8, "small": 5.4, "head": 7.2, "label": 5.9, "figure": 6.6, "page-title": 11.5, "pill": 6.8,
    "far": 13.0,
}  # fmt: skip


class PlainMeasure:
    """Breaks lines at spaces, and words that are too long anywhere."""

    def width(self, text: str, role: TextRole) -> float:
        return len(text) * LETTER[role]

    def height(self, role: TextRole) -> float:
        return 2 * LETTER[role]

    def wrap(self, text: str, role: TextRole, width: float, lines: int) -> tuple[tuple[str, ...], bool]:
        most = max(1, int(width / LETTER[role]))
        found: list[str] = []
        rest = " ".join(text.split())
        while rest:
            cut = len(rest) if len(rest) <= most else max(rest.rfind(" ", 0, most + 1), 0) or most
            found.append(rest[:cut])
            rest = rest[cut:].lstrip()
        if len(found) <= lines:
            return tuple(found) or ("",), False
        return (*found[: lines - 1], found[lines - 1][: most - 1] + "…"), True
