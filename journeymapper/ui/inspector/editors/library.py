"""What a reference may name, with the titles that people read, and the making of new entries."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.edits.fields import set_field
from journeymapper.edits.naming import fresh_id
from journeymapper.edits.paths import with_item
from journeymapper.model.facts import Item
from journeymapper.model.finding import ItemPath
from journeymapper.model.library import (
    Channel,
    Criteria,
    DataItem,
    Goal,
    LibraryItem,
    Message,
    Persona,
    Phase,
    Point,
    Process,
    Segment,
    Stage,
    System,
    Team,
)
from journeymapper.model.plan import Plan
from journeymapper.model.references import Reference, Scope
from journeymapper.model.values import Target

NEW: dict[Target, type[LibraryItem]] = {
    "stages": Stage,
    "phases": Phase,
    "processes": Process,
    "teams": Team,
    "systems": System,
    "channels": Channel,
    "points": Point,
    "goals": Goal,
    "data": DataItem,
    "messages": Message,
    "criteria": Criteria,
    "segments": Segment,
    "personas": Persona,
}
"""The libraries that an entry can be added to by typing its title."""


def choices(plan: Plan, path: ItemPath, to: Target) -> list[tuple[str, str]]:
    """Ids with their titles that a reference at `path` may name, in the plan's order."""
    found = Scope(plan).candidates(Reference(path, to, ""))
    return [(ident, title_of(plan, path, to, ident)) for ident in dict.fromkeys(found)]


def title_of(plan: Plan, path: ItemPath, to: Target, ident: str) -> str:
    """The title of what a reference names; the id where nothing is found."""
    item = next((entry for entry in _named(plan, path, to, ident) if entry is not None), None)
    return item.name(ident) if item else ident


def _named(plan: Plan, path: ItemPath, to: Target, ident: str) -> Iterator[Item | None]:
    if to in ("step", "interaction", "above", "entry"):
        here = [plan.journeys[str(path[1])]] if to in ("step", "interaction") else plan.journeys.values()
        for journey in here:
            yield journey.interactions.get(ident)
            yield journey.ends.get(ident)
    elif to == "audience":
        yield plan.segments.get(ident)
        yield plan.personas.get(ident)
    else:
        yield getattr(plan, to, {}).get(ident)


def with_new(plan: Plan, to: Target, title: str) -> tuple[Plan, str]:
    """The plan with a new entry of the library, and its id."""
    library = getattr(plan, to)
    ident = fresh_id(title, library, "item")
    plan = with_item(plan, (to, ident), NEW[to]())
    return set_field(plan, (to, ident), "title", title), ident
