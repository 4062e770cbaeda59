"""Connecting and disconnecting the steps of a journey."""

from __future__ import annotations

from journeymapper.edits.paths import journey_at, with_item, without_item
from journeymapper.errors import EditRefused
from journeymapper.model.interaction import Link
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan


def why_not_connect(journey: Journey, source: str, target: str) -> str:
    """Why a link from `source` to `target` is not allowed, empty if it is."""
    start = journey.interactions.get(source)
    if start is None:
        return "a link begins at an interaction" if source in journey.ends else f"'{source}' is not there any more"
    if target not in journey.interactions and target not in journey.ends:
        return f"'{target}' is not there any more"
    if source == target:
        return f"'{start.name(source)}' can't lead to itself"
    if target in start.next:
        return f"'{start.name(source)}' already leads to '{step_name(journey, target)}'"
    return ""


def connect(plan: Plan, journey: str, source: str, target: str) -> Plan:
    """The plan with a link whose share is unknown. Raises EditRefused."""
    held = journey_at(plan, journey)
    reason = why_not_connect(held, source, target)
    if reason:
        raise EditRefused(reason)
    return with_item(plan, ("journeys", journey, "interactions", source, "next", target), Link())


def disconnect(plan: Plan, journey: str, source: str, target: str) -> Plan:
    """The plan without the link. Raises EditRefused where there is none."""
    return without_item(plan, ("journeys", journey, "interactions", source, "next", target))


def step_name(journey: Journey, ident: str) -> str:
    """The title of an interaction or end, or its id."""
    item = journey.interactions.get(ident) or journey.ends.get(ident)
    return item.name(ident) if item else ident
