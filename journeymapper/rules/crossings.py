"""Where customers cross from one interaction to the next, through all levels, with the link that says how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from journeymapper.model.facts import Item
from journeymapper.model.finding import ItemPath
from journeymapper.model.flatten import FlatPlan, FlatStep, Place
from journeymapper.model.handover import changes_hands, owning_process
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.plan import Plan
from journeymapper.rules.wording import quoted


class Crossing(NamedTuple):
    """One link, and an interaction on each side of it; a link into an opened event crosses into its detail."""

    items: tuple[ItemPath, ...]
    """The path of the link, and of the interaction that it comes to."""
    link: Link
    source: Interaction
    target: Interaction
    is_worked_out: bool
    """Whether both sides should have all their facts."""


def crossings(plan: Plan, flats: Iterable[FlatPlan]) -> Iterator[Crossing]:
    """Every crossing between interactions of the flattened plans, each once."""
    seen: set[tuple[Place, str, str]] = set()
    for flat in flats:
        for (_, target), link in flat.links.items():
            after = flat.steps.get(target)
            if after is None:
                continue
            for place in link.made_of:
                key = (place, after.journey, after.ident)
                if key not in seen:
                    seen.add(key)
                    yield _crossing(plan, place, after)


def _crossing(plan: Plan, place: Place, after: FlatStep) -> Crossing:
    key, ident, target = place
    before, journey = plan.journeys[key], plan.journeys[after.journey]
    source, step = before.interactions[ident], journey.interactions[after.ident]
    path: ItemPath = ("journeys", key, "interactions", ident, "next", target)
    return Crossing(
        items=(path, ("journeys", after.journey, "interactions", after.ident)),
        link=source.next[target],
        source=source,
        target=step,
        is_worked_out="open" not in (source.detail, step.detail, before.detail, journey.detail)
        and source.opens is None
        and step.opens is None,
    )


def is_handover(plan: Plan, crossing: Crossing) -> bool:
    """Whether the customer is known to be handed over."""
    return changes_hands(plan, crossing.source, crossing.target) is True


def owners(plan: Plan, crossing: Crossing) -> tuple[str, str]:
    """Who hands the customer over to whom, in quotes: the teams where both are known, else the processes."""
    one, two = crossing.source.team, crossing.target.team
    if one and two:
        return _name(plan.teams, one), _name(plan.teams, two)
    before, after = owning_process(plan, crossing.source), owning_process(plan, crossing.target)
    return _name(plan.processes, before or ""), _name(plan.processes, after or "")


def names(crossing: Crossing) -> tuple[str, str]:
    """The titles of both interactions, in quotes."""
    link, step = crossing.items
    return quoted(crossing.source, str(link[3])), quoted(crossing.target, str(step[-1]))


def _name(library: Mapping[str, Item], ident: str) -> str:
    return quoted(library[ident], ident) if ident in library else f"'{ident}'"
