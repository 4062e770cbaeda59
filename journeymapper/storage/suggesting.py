"""Guesses at what somebody meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` — did you mean 'x'?`` for the known word closest to `word`, or nothing."""
    words = {each.lower().replace("_", "-"): each for each in known}
    close = get_close_matches(word.lower().replace("_", "-").replace(" ", "-"), words, n=1, cutoff=0.6)
    return f"; did you mean '{words[close[0]]}'?" if close else ""


def listed(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
