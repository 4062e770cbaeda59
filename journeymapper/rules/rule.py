"""What a rule is, and what it says when a plan breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journeymapper.model.finding import ItemPath
from journeymapper.model.words import Severity
from journeymapper.rules.subject import Subject


@dataclass(frozen=True, slots=True, init=False)
class Fault:
    """One place where a plan breaks a rule: a sentence in the planner's words, and the items, the culprit first."""

    message: str
    items: tuple[ItemPath, ...]

    def __init__(self, message: str, *items: ItemPath) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "items", items)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: what it is called, how much it matters, why, and the function that finds its faults."""

    number: str
    name: str
    severity: Severity
    why: str
    check: Callable[[Subject], Iterable[Fault]]
