"""Damage: a part of a file that can't be read as what should stand there, kept as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Damage:
    """A part that is wrong: where it is, what is said about it, and its text as it stands in the file.

    The path of a short form goes on to the fact that it stands for: ``(…, "next", "offer", "share")`` for `offer: abc`.
    The text is the value's, with its key where the key itself is wrong, and empty where something is missing; what
    all its lines are indented by is left out. `is_group` says that a list or group stands where items are expected.
    """

    path: ItemPath
    findings: tuple[Finding, ...] = ()
    text: str = ""
    is_group: bool = False

    @property
    def place(self) -> tuple[ItemPath, str]:
        """What tells one damage from another, wherever it has come to be in a list."""
        in_list = isinstance(self.path[-1], int)
        return (self.path[:-1] if in_list else self.path), self.text


class Sound(NamedTuple):
    """The plan that a file's data hold, or that is left of them, and what is wrong with the rest."""

    plan: Plan
    findings: tuple[Finding, ...] = ()
    damage: tuple[Damage, ...] = ()
    gone: frozenset[str] = frozenset()
    """The keys that went with what is damaged; references to them are not loose."""
