"""Adding journeys to a plan, of their own or as the detail of an event."""

from __future__ import annotations

from journeymapper.edits.fields import set_field
from journeymapper.edits.naming import fresh_id
from journeymapper.edits.paths import item_at, with_item
from journeymapper.errors import EditRefused
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import End, Interaction, LeadsTo
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.words import Level


def add_journey(plan: Plan, title: str, level: Level, ends: FrozenMap[str, End] | None = None) -> tuple[Plan, str]:
    """The plan with a new journey without interactions, and its id."""
    ident = fresh_id(title, plan.journeys, "journey")
    journey = Journey(title=title, level=level, ends=ends or FrozenMap())
    return with_item(plan, ("journeys", ident), journey), ident


def detail_event(plan: Plan, journey: str, event: str) -> tuple[Plan, str]:
    """The plan with a micro journey that details an event, and its id.

    It ends in whatever the event leads to, so that both levels tell the same story. Raises EditRefused where the event
    is detailed already.
    """
    above: Journey = item_at(plan, ("journeys", journey))
    held: Interaction = item_at(plan, ("journeys", journey, "interactions", event))
    if held.opens:
        raise EditRefused(f"'{held.name(event)}' has a micro journey already")
    ends = FrozenMap({f"to-{target}": _end(above, target) for target in held.next})
    plan, ident = add_journey(plan, held.name(event), "micro", ends)
    return set_field(plan, ("journeys", journey, "interactions", event), "opens", ident), ident


def _end(above: Journey, target: str) -> End:
    """An end of the journey below that comes out at a step of the one above."""
    beyond = above.ends.get(target)
    step = beyond or above.interactions.get(target)
    outcome = beyond.outcome if beyond else "success"
    return End(title=step.name(target) if step else target, outcome=outcome, leads_to=LeadsTo(to=target))
