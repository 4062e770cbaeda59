"""The items in which versions of a plan differ from the one that they come from, with the facts that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from journeymapper.edits.changes import changes_between
from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.facts import Item
from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import flow
from journeymapper.storage.forms import entries, same
from journeymapper.storage.grafting import grafted
from journeymapper.storage.shapes import keys_of

State = Literal["", "added", "removed", "changed"]
STEPS = ("interactions", "ends")


class Fact(NamedTuple):
    """A fact of an item: what the file calls it, and how it reads in the origin and in each version, "" where unknown.

    A map of facts, such as the links of an interaction, comes entry by entry: ``next › offer``.
    """

    name: str
    origin: str
    versions: tuple[str, ...]


class Difference(NamedTuple):
    """An item that a version has otherwise: its path as in `edits.changes`, its title, and what became of it."""

    path: ItemPath
    title: str
    states: tuple[State, ...]
    facts: tuple[Fact, ...]

    @property
    def is_clash(self) -> bool:
        """Whether all versions touched the item, and not in the same way."""
        alike = len(set(self.states)) == 1 and all(len(set(fact.versions)) == 1 for fact in self.facts)
        return "" not in self.states and not alike


def differences(origin: Plan, *versions: Plan) -> tuple[Difference, ...]:
    """What each version has otherwise than the plan that they come from, in the order of the plan."""
    aligned = [grafted(origin, version) for version in versions]
    touched = {path for version in aligned for path in changes_between(origin, version).paths}
    order = _Order((origin, *aligned))
    found = (_difference(path, origin, aligned) for path in sorted(touched, key=order.rank))
    return tuple(each for each in found if any(each.states))


def _difference(path: ItemPath, origin: Plan, versions: list[Plan]) -> Difference:
    before = _item(origin, path)
    items = [_item(version, path) for version in versions]
    states = tuple(_state(before, item) for item in items)
    ident = str(path[-1])
    title = next((item.name(ident) for item in (*items, before) if isinstance(item, Item)), ident)
    return Difference(path, title, states, tuple(_facts(before, items, path)))


def _state(before: Any, after: Any) -> State:
    if before is None or after is None:
        return "" if before is after else "added" if before is None else "removed"
    return "" if same(before, after) else "changed"


def _facts(before: Any, items: list[Any], path: ItemPath) -> Iterator[Fact]:
    texts = [dict(_texts(item, path)) for item in (before, *items)]
    for name in dict.fromkeys(name for each in texts for name in each):
        origin, *versions = (each.get(name, "") for each in texts)
        if any(version != origin for version in versions):
            yield Fact(name, origin, tuple(versions))


def _texts(item: Any, path: ItemPath) -> Iterator[tuple[str, str]]:
    """The facts of an item as texts, each with its name."""
    if item is None:
        return
    if isinstance(item, Mapping):  # a map of items: only its order can be its own change
        yield "order", ", ".join(map(str, item))
        return
    held = entries(item)
    if not held and not isinstance(item, BaseModel):
        yield str(path[-1]), _text(item)
    for key, value in held.items():
        if isinstance(item, Journey) and key in STEPS:
            continue
        if isinstance(value, Mapping):
            yield from ((f"{key} › {inner}", _text(part)) for inner, part in value.items())
        else:
            yield key, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    text = flow(value)
    return "?" if text == "null" else text


def _item(plan: Plan, path: ItemPath) -> Any:
    """What stands at a path; a journey without its steps, which are items themselves; None where nothing does."""
    try:
        found = item_at(plan, path)
    except EditRefused:
        return None
    if isinstance(found, Journey):
        return found.model_copy(update=dict.fromkeys(STEPS, type(found.interactions)()))
    return found


class _Order:
    """The order in which the items of several plans are told: as in the first of them that has the item."""

    def __init__(self, plans: tuple[Plan, ...]) -> None:
        self._plans = plans
        self._known: dict[ItemPath, dict[Any, int]] = {}

    def rank(self, path: ItemPath) -> tuple[int, ...]:
        """What to sort a path by."""
        return tuple(self._places(path[:depth]).get(key, 0) for depth, key in enumerate(path))

    def _places(self, path: ItemPath) -> dict[Any, int]:
        if path not in self._known:
            holders = [_holder(plan, path) for plan in self._plans]
            keys = dict.fromkeys(key for holder in holders for key in holder)
            self._known[path] = {key: place for place, key in enumerate(keys)}
        return self._known[path]


def _holder(plan: Plan, path: ItemPath) -> list[Any]:
    try:
        found = item_at(plan, path)
    except EditRefused:
        return []
    if isinstance(found, Mapping):
        return list(found)
    model: type[BaseModel] = type(found)
    return list(keys_of(model).values())
