"""The figures of a plan that the status bar shows."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.model.plan import Plan


class Counts(NamedTuple):
    """How much there is in a plan: interactions that no journey details, events of macro journeys, channels."""

    interactions: int
    macro_events: int
    channels: int


def counts_of(plan: Plan) -> Counts:
    """The counts of a plan."""
    steps = [(journey.level, event) for journey in plan.journeys.values() for event in journey.interactions.values()]
    events = sum(level == "macro" for level, _ in steps)
    return Counts(sum(level != "macro" for level, _ in steps), events, len(plan.channels))


class Reach(NamedTuple):
    """The share of customers who come to the conversion event (0 to 1), and what that event is called."""

    event: str
    share: float


def reach_of(plan: Plan, journey: str) -> Reach | None:
    """How many reach the conversion of the journey that tells the whole story; None where nothing says.

    That is the first macro journey with a conversion, else the given journey.
    """
    from journeymapper.analysis.flow import journey_flow

    told = [ident for ident, each in plan.journeys.items() if each.level == "macro" and each.conversion]
    chosen = next(iter(told), journey)
    held = plan.journeys.get(chosen)
    if held is None or not held.conversion:
        return None
    share = journey_flow(plan, chosen).conversion
    target = held.interactions.get(held.conversion) or held.ends.get(held.conversion)
    return Reach(target.name(held.conversion) if target else held.conversion, share) if share is not None else None
