"""Deleting items together with everything that refers to them."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.edits.paths import item_at, without_item
from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.model.references import Reference, dangling

REQUIRED = {("leads_to", "to")}
"""Fields without which their record says nothing: the record goes with them."""


def delete_items(plan: Plan, paths: Iterable[ItemPath]) -> Plan:
    """The plan without the items at `paths` and without what referred to them.

    A link or start that led to a deleted step goes, an id in a list goes, a field that named it becomes unknown.
    References that named nothing before are left alone. Raises EditRefused where an item is not there.
    """
    loose_before = {_name(reference) for reference in dangling(plan)}
    for path in sorted(paths, key=len, reverse=True):
        plan = _without(plan, path)
    while loose := [found for found in dangling(plan) if _name(found) not in loose_before]:
        for owner in dict.fromkeys(map(_owner, reversed(loose))):
            plan = _without(plan, owner)
    return plan


def _without(plan: Plan, path: ItemPath) -> Plan:
    """The plan without an item; an entry that only held such items goes with its last one, as in `layout`."""
    plan = without_item(plan, path)
    is_entry = isinstance(item_at(plan, path[:-2]), FrozenMap)
    return without_item(plan, path[:-1]) if is_entry and item_at(plan, path[:-1]) == {} else plan


def _name(reference: Reference) -> tuple[ItemPath, str]:
    """Where a reference stands, but for its place in a list, which shifts when others go."""
    path = tuple(part for part in reference.path if not isinstance(part, int))
    return path, reference.ident


def _owner(reference: Reference) -> ItemPath:
    """What must go so that the reference is gone."""
    return reference.path[:-1] if reference.path[-2:] in REQUIRED else reference.path
