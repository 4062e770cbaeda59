"""Telling an item that has another id now from one that went while another came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.storage.forms import entries, same

_PLAIN = (bool, int, float, type(None))
MOST_PAIRS = 10_000
"""So many pairs of items that went and items that came are looked at for what they have in common."""


def renamed(olds: Mapping[str, Any], news: Mapping[str, Any]) -> dict[str, str]:
    """The new ids in a map that are only other names of items, each with the old one.

    Edits share what they don't change, so the same value is the same item; else most of its facts must be the same.
    Numbers and the like are alike by chance: of them only one that is in the same place counts.
    """
    gone = {key: value for key, value in olds.items() if key not in news}
    come = {key: value for key, value in news.items() if key not in olds}
    found: dict[str, str] = {}
    known = {id(value): key for key, value in gone.items() if not isinstance(value, _PLAIN)}
    there = dict(zip(news, olds, strict=True)) if len(news) == len(olds) else {}
    for key, value in come.items():
        old = known.pop(id(value), None)
        if isinstance(value, _PLAIN) and there.get(key) in gone and same(gone[there[key]], value):
            old = there[key]
        if old is not None:
            found[key] = old
            del gone[old]
    if len(gone) * (len(come) - len(found)) > MOST_PAIRS:
        return found
    for key, value in come.items():
        old = next((old for old, held in gone.items() if key not in found and is_alike(held, value)), None)
        if old is not None:
            found[key] = old
            del gone[old]
    return found


def is_alike(old: Any, new: Any) -> bool:
    """Whether two records share most of what either of them says."""
    mine, yours = entries(old), entries(new)
    shared = sum(key in yours and same(value, yours[key]) for key, value in mine.items())
    return 2 * shared > len(mine.keys() | yours.keys())
