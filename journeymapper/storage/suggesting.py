"""Guesses at what somebody meant."""

from __future__ import annotations

from collections.abc import Iterable

MANY = 200


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` — did you mean 'x'?`` for the known word closest to `word`, or nothing."""
    from difflib import get_close_matches

    wanted = _folded(word)
    words = {_folded(each): each for each in known}
    if len(words) > MANY:
        words = {
            near: each for near, each in words.items() if near[:1] == wanted[:1] and abs(len(near) - len(wanted)) < 3
        }
    close = get_close_matches(wanted, list(words)[:MANY], n=1, cutoff=0.6)
    return f"; did you mean '{words[close[0]]}'?" if close else ""


def _folded(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def listed(words: Iterable[str]) -> str:
    """``a, b or c``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
