"""What differs between two plans, found by identity, since edits share what they did not change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from operator import eq, is_not
from typing import Any

from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Changes:
    """The items that came, went, or are others than before.

    An item is an entry of one of the plan's maps (``("goals", "keep")``), an interaction or end of a journey, a journey
    (for its own fields, ``("journeys", "life")``), or a field of the plan (``("title",)``).
    """

    added: frozenset[ItemPath] = frozenset()
    removed: frozenset[ItemPath] = frozenset()
    changed: frozenset[ItemPath] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    @property
    def paths(self) -> frozenset[ItemPath]:
        """All items that the change touches."""
        return self.added | self.removed | self.changed

    @property
    def journeys(self) -> frozenset[str]:
        """The journeys that the change touches, by id."""
        return frozenset(str(path[1]) for path in self.paths if path[0] in ("journeys", "layout") and len(path) > 1)

    @property
    def beyond_journeys(self) -> bool:
        """Whether something outside the journeys changed, which any of them may show."""
        return any(path[0] not in ("journeys", "layout") for path in self.paths)


class _Ledger:
    def __init__(self) -> None:
        self.added: list[ItemPath] = []
        self.removed: list[ItemPath] = []
        self.changed: list[ItemPath] = []

    def compare(self, old: FrozenMap[str, Any], new: FrozenMap[str, Any], at: ItemPath) -> None:
        if old is new:
            return
        for key in self._apart(old, new, at):
            if key not in old:
                self.added.append((*at, key))
            elif key not in new:
                self.removed.append((*at, key))
            elif new[key] is not old[key]:
                self._compare_item(old[key], new[key], (*at, key))

    def _apart(self, old: FrozenMap[str, Any], new: FrozenMap[str, Any], at: ItemPath) -> Iterable[str]:
        """The keys under which the maps can differ."""
        known = new.changed_keys(old)
        if known is not None:
            return known
        if len(old) == len(new) and all(map(eq, old, new)):
            return compress(new, map(is_not, old.values(), new.values()))
        if old.keys() == new.keys():
            self.changed.append(at)
        return old.keys() | new.keys()

    def _compare_item(self, old: Any, new: Any, at: ItemPath) -> None:
        if not isinstance(new, Journey):
            self.changed.append(at)
            return
        for name in ("interactions", "ends"):
            self.compare(getattr(old, name), getattr(new, name), (*at, name))
        if any(new.__dict__[name] is not old.__dict__[name] for name in new.__dict__ if name not in _STEPS):
            self.changed.append(at)


_STEPS = ("interactions", "ends")


def changes_between(old: Plan, new: Plan) -> Changes:
    """What `new` has that `old` had not, and the other way round; the order of a map counts as the map's change."""
    ledger = _Ledger()
    for name, value in new.__dict__.items():
        before = old.__dict__[name]
        if value is before:
            continue
        if isinstance(value, FrozenMap) and isinstance(before, FrozenMap):
            ledger.compare(before, value, (name,))
        else:
            ledger.changed.append((name,))
    return Changes(frozenset(ledger.added), frozenset(ledger.removed), frozenset(ledger.changed))
