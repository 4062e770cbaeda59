"""The card of an interaction that can't be read: where it belongs, and why nothing else is known of it."""

from __future__ import annotations

from functools import partial

from journeymapper.drawing.card import LINE, PAD, RADIUS
from journeymapper.drawing.display import Box, Detail, Group, Primitive
from journeymapper.drawing.lettering import lettered
from journeymapper.drawing.roles import baseline
from journeymapper.layout.geometry import Card, Rect
from journeymapper.layout.text import TextMeasure, TextRole

_LOOKS: tuple[tuple[TextRole, str], ...] = (("title", "ink"), ("line", "error"), ("line", "ink2"))
"""Role and colour of the id, of what is the matter, and of the reason."""


def draw_problem(card: Card, said: str, reason: str, measure: TextMeasure) -> Group:
    """A card as large as it would be, with a broken outline: its id, what is `said` of it, and as much of the reason
    as there is room for; the tooltip has the whole."""
    tip = f"{card.ident}: {said}\n{reason}"
    return Group("card", card.ident, "cards", card.rect.grown(2), partial(_problem, card, said, reason, measure), tip)


def _problem(card: Card, said: str, reason: str, measure: TextMeasure, detail: Detail) -> tuple[Primitive, ...]:
    rect = card.rect
    if detail == "colour":
        return (Box(rect, fill="error/45"),)
    sheet = _sheet(rect, 1.6 if detail == "full" else 3)
    left, right = rect.x + PAD, rect.right - PAD
    if detail == "title":
        (row, *_), _ = measure.wrap(card.ident, "far", right - left, 1)
        return (*sheet, lettered(row, left, right, baseline(rect.center[1], "far"), "far", "error"))
    apart = min(LINE, (rect.h - 20) / 2)
    first = rect.center[1] - apart
    texts = []
    for place, (text, (role, colour)) in enumerate(zip((card.ident, said, reason), _LOOKS, strict=True)):
        (row, *_), _ = measure.wrap(text, role, right - left, 1)
        texts.append(lettered(row, left, right, baseline(first + apart * place, role), role, colour))
    return (*sheet, *texts)


def _sheet(rect: Rect, width: float) -> tuple[Box, ...]:
    return (
        Box(rect, RADIUS, fill="card"),
        Box(rect, RADIUS, fill="error/6", stroke="error", width=width, dash=(5.0, 3.5)),
    )
