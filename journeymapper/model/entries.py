"""Where customers come into the journeys of a plan, and which events open them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

Openers = Mapping[str, list[tuple[str, str]]]


def openers(plan: Plan) -> Openers:
    """The events (journey and interaction) that open each journey, also one that is not there, in the plan's order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, journey in plan.journeys.items():
        for ident, step in journey.interactions.items():
            if step.opens is not None:
                found.setdefault(step.opens, []).append((key, ident))
    return found


def entries(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The interactions at which customers come into each journey: its starts, and what `enters` names from outside."""
    found = {key: dict.fromkeys(journey.starts) for key, journey in plan.journeys.items()}
    for journey, target, enters in _entered(plan):
        event = journey.interactions.get(target)
        if event is not None and event.opens in found:
            found[event.opens][enters] = None
    return {
        key: tuple(ident for ident in idents if ident in plan.journeys[key].interactions)
        for key, idents in found.items()
    }


def _entered(plan: Plan) -> Iterator[tuple[Journey, str, str]]:
    """Every `enters` of the plan: the journey and the event that it is about, and what it names inside."""
    above = openers(plan)
    for key, journey in plan.journeys.items():
        yield from ((journey, ident, start.enters) for ident, start in journey.starts.items() if start.enters)
        for step in journey.interactions.values():
            yield from ((journey, target, link.enters) for target, link in step.next.items() if link.enters)
        for end in journey.ends.values():
            if end.leads_to is not None and end.leads_to.enters:
                for opener in dict.fromkeys(opener for opener, _ in above.get(key, ())):
                    yield plan.journeys[opener], end.leads_to.to, end.leads_to.enters
