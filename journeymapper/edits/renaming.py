"""Giving an interaction or end another id, everywhere it is named."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from journeymapper.edits.naming import step_ids
from journeymapper.edits.paths import item_at, journey_at, with_item
from journeymapper.errors import EditRefused
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.model.references import Reference, dangling
from journeymapper.model.values import ID_PATTERN, Target

_STEPS: frozenset[Target] = frozenset({"step", "interaction", "above", "entry", "anywhere"})
"""What references to a step say that they refer to."""


def rename_step(plan: Plan, journey: str, old: str, new: str) -> Plan:
    """The plan in which the interaction or end `old` has the id `new`, with every link, start and list that names it.

    Raises EditRefused where `new` is no id or taken, or `old` is not there.
    """
    held = journey_at(plan, journey)
    if old not in step_ids(held):
        raise EditRefused(f"'{old}' is not in the journey any more")
    if not re.fullmatch(ID_PATTERN, new):
        raise EditRefused(f"'{new}' is not an id (small letters, digits and hyphens)")
    if new in step_ids(held):
        raise EditRefused(f"'{new}' is taken")
    kind = "interactions" if old in held.interactions else "ends"
    loose_before = set(dangling(plan))
    plan = with_item(plan, ("journeys", journey, kind), getattr(held, kind).renamed(old, new))
    return point_elsewhere(plan, loose_before, {old: new, f"{journey}/{old}": f"{journey}/{new}"})


def point_elsewhere(plan: Plan, loose_before: Container[Reference], named: Mapping[str, str]) -> Plan:
    """The plan in which what names a step that is gone names another one; what was loose before is left alone."""
    for inside in (False, True):  # what `enters` names is found by way of the link, so links come first
        loose = [found for found in dangling(plan) if found not in loose_before and (found.to == "entry") is inside]
        for reference in reversed(loose):  # what is in a map before the map's key
            if reference.to in _STEPS and reference.ident in named:
                plan = _pointed(plan, reference, named[reference.ident])
    return plan


def _pointed(plan: Plan, reference: Reference, ident: str) -> Plan:
    """The plan in which one reference names another step; where a map is keyed by it, its place is kept."""
    *path, last = reference.path
    holder = item_at(plan, tuple(path))
    if isinstance(holder, FrozenMap):
        return with_item(plan, tuple(path), holder.renamed(str(last), ident))
    return with_item(plan, reference.path, ident)
