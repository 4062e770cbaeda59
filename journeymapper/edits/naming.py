"""Ids for new items: readable, valid and free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from journeymapper.model.journey import Journey


def fresh_id(title: str, taken: Container[str], fallback: str = "item") -> str:
    """An id made of the title that is not in `taken`; a number is added on a clash."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or fallback
    if not stem[0].isalpha() or stem.startswith("x-"):
        stem = f"{fallback}-{stem}"
    ident, number = stem, 2
    while ident in taken:
        ident, number = f"{stem}-{number}", number + 1
    return ident


def step_ids(journey: Journey) -> set[str]:
    """The ids that a new interaction or end of the journey can't have."""
    return {*journey.interactions, *journey.ends}
