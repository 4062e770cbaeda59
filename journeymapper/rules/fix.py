"""What a fix is: an edit that mends a fault, under a name that a person can choose it by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.model.plan import Plan

OFFERED = 5
"""At most so many fixes are offered for one fault."""


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that mends a fault; `safe` where it loses nothing and makes up nothing, so that nobody need be asked."""

    label: str
    edit: Callable[[Plan], Plan]
    safe: bool = False
