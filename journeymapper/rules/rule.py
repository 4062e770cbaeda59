"""What a rule is, and what it says when a plan breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from journeymapper.model.finding import ItemPath
from journeymapper.model.words import Severity
from journeymapper.rules.fix import Fix
from journeymapper.rules.subject import Subject

Mend = Callable[[], Iterable[Fix]]


def no_fixes() -> tuple[Fix, ...]:
    """What a fault offers that only the planner can mend."""
    return ()


@dataclass(frozen=True, slots=True, init=False)
class Fault:
    """One place where a plan breaks a rule: a sentence in the planner's words, and the items, the culprit first.

    `mend` gives the fixes, the best first; they are worked out only when somebody asks.
    """

    message: str
    items: tuple[ItemPath, ...]
    mend: Mend = field(compare=False)

    def __init__(self, message: str, *items: ItemPath, mend: Mend = no_fixes) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "mend", mend)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: what it is called, how much it matters, why, and the function that finds its faults."""

    number: str
    name: str
    severity: Severity
    why: str
    check: Callable[[Subject], Iterable[Fault]]
