"""The outline of a plan: which journeys there are and which details which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journeymapper.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """A journey, the number of its interactions, and the journeys that detail its events."""

    journey: str
    title: str
    count: int
    details: tuple[Entry, ...] = ()


class Outline(NamedTuple):
    """The journeys from the top, and the micro journeys that no event opens."""

    top: tuple[Entry, ...]
    unopened: tuple[Entry, ...] = ()


def outline(plan: Plan) -> Outline:
    """The outline in the plan's order; each journey stands once, under the first event that opens it."""
    opened = {event.opens for journey in plan.journeys.values() for event in journey.interactions.values()}
    roots = [ident for ident, journey in plan.journeys.items() if ident not in opened or journey.level == "macro"]
    seen: set[str] = set()
    entries = [entry for ident in roots for entry in _entries(plan, ident, seen)]
    circling = [ident for ident in plan.journeys if ident not in seen]
    entries += [entry for ident in circling for entry in _entries(plan, ident, seen)]
    macro = tuple(entry for entry in entries if plan.journeys[entry.journey].level == "macro" or entry.details)
    if not macro:
        return Outline(tuple(entries))
    return Outline(macro, tuple(entry for entry in entries if entry not in macro))


def _entries(plan: Plan, ident: str, seen: set[str]) -> Iterator[Entry]:
    """The entry of a journey, unless it stands already."""
    journey = plan.journeys.get(ident)
    if journey is None or ident in seen:
        return
    seen.add(ident)
    opened = [event.opens for event in journey.interactions.values() if event.opens]
    details = tuple(entry for each in opened for entry in _entries(plan, each, seen))
    yield Entry(ident, journey.name(ident), len(journey.interactions), details)
