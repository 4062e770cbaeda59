"""What is left of a file's data without its wrong parts, so that the rest can be looked at as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from journeymapper.model.plan import Plan

ROUNDS = 4
"""How often what is wrong is taken out: a part can be wrong again without what was taken out of it."""


def sound_part(data: dict[str, Any], error: ValidationError) -> tuple[Plan | None, frozenset[str]]:
    """The plan without its wrong parts, and every key that went with them; None if too much is wrong.

    Takes the wrong parts out of `data` itself.
    """
    gone: set[str] = set()
    for _ in range(ROUNDS):
        found = error.errors(include_url=False, include_context=False, include_input=False)
        for wrong in reversed(found):  # from the end, so that places in a list stay right
            gone.update(_take_out(data, wrong["loc"]))
        data.setdefault("title", "?")
        try:
            return Plan.model_validate(data), frozenset(gone)
        except ValidationError as again:
            error = again
    return None, frozenset(gone)


def _take_out(data: dict[str, Any], loc: Iterable[str | int]) -> Iterator[str]:
    """Take the innermost part out that a complaint leads to; gives the keys that go with it."""
    holder: Any = None
    at: Any = data
    key: Any = None
    for part in loc:
        if _has(at, part):
            holder, key, at = at, part, at[part]
    if holder is not None:
        yield from _keys({key: holder.pop(key)})


def _has(holder: Any, part: str | int) -> bool:
    """Whether a part of a complaint's way is a key or place there; some name only what was tried."""
    if isinstance(holder, list):
        return isinstance(part, int) and part < len(holder)
    return isinstance(holder, dict) and part in holder


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from _keys(part)
