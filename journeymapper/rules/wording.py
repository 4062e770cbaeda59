"""How rules call things: by their titles, in lists and figures that read well."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.model.facts import Item
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

NAMED = 3
"""So many items are named in a sentence; the others are counted."""


def quoted(item: Item, ident: str) -> str:
    """The title of an item in quotes, its id where it has none."""
    return f"'{item.name(ident)}'"


def step_name(journey: Journey, ident: str) -> str:
    """The title of an interaction or end in quotes, its id where it has none."""
    item = journey.interactions.get(ident) or journey.ends.get(ident)
    return f"'{item.name(ident) if item else ident}'"


def journey_name(plan: Plan, ident: str) -> str:
    """The title of a journey in quotes, its id where it has none."""
    journey = plan.journeys.get(ident)
    return f"'{journey.name(ident) if journey else ident}'"


def audience_name(plan: Plan, ident: str) -> str:
    """The title of a segment or persona in quotes, its id where it has none."""
    item = plan.segments.get(ident) or plan.personas.get(ident)
    return f"'{item.name(ident) if item else ident}'"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: one, "a and b", "a, b and c", "a, b, c and 4 more"."""
    shown = list(names[:NAMED])
    if len(names) > NAMED:
        shown.append(f"{len(names) - NAMED} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def percent(fraction: float) -> str:
    """A fraction as people write it: 0.97 is 97%."""
    return f"{fraction * 100:.10g}%"
