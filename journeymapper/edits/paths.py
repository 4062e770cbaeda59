"""Reading and replacing one item of a plan; everything else is shared with the old plan."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

T = TypeVar("T")


def item_at(plan: Plan, path: ItemPath) -> Any:
    """What stands at `path`; raises EditRefused where nothing does."""
    found: Any = plan
    for key in path:
        found = _part(found, key)
        if found is None:
            raise EditRefused(f"'{'/'.join(map(str, path))}' is not in the plan any more")
    return found


def journey_at(plan: Plan, journey: str) -> Journey:
    """The journey with that id; raises EditRefused."""
    found = plan.journeys.get(journey)
    if found is None:
        raise EditRefused(f"there is no journey '{journey}' any more")
    return found


def with_item(plan: Plan, path: ItemPath, value: object) -> Plan:
    """The plan with `value` (valid already) at `path`; in a map, a new key comes last."""
    changed: Plan = _with(plan, path, value)
    return changed


def without_item(plan: Plan, path: ItemPath) -> Plan:
    """The plan without what stands at `path`: a key is dropped, a list is shortened, a field becomes unknown."""
    holder = item_at(plan, path[:-1])
    return with_item(plan, path[:-1], _without(holder, path[-1]))


def _part(holder: Any, key: str | int) -> Any:
    if isinstance(holder, FrozenMap):
        return holder.get(key)
    if isinstance(holder, tuple):
        return holder[key] if isinstance(key, int) and key < len(holder) else None
    return getattr(holder, str(key), None)


def _with(holder: Any, path: ItemPath, value: object) -> Any:
    if not path:
        return value
    key, rest = path[0], path[1:]
    inner = _with(_part(holder, key), rest, value) if rest else value
    if isinstance(holder, FrozenMap):
        return holder.put(key, inner)
    if isinstance(holder, tuple):
        return tuple(inner if index == key else part for index, part in enumerate(holder))
    if isinstance(holder, BaseModel):
        return holder.model_copy(update={str(key): inner})
    raise EditRefused(f"'{key}' is not in the plan any more")


def _without(holder: Any, key: str | int) -> Any:
    if isinstance(holder, FrozenMap):
        return holder.drop(key)
    if isinstance(holder, tuple):
        return tuple(part for index, part in enumerate(holder) if index != key)
    field = type(holder).model_fields[str(key)]
    return holder.model_copy(update={str(key): field.get_default()})
