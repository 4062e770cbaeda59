"""The ends of a journey: making them, and leading interactions to them."""

from __future__ import annotations

from journeymapper.edits.fields import parsed
from journeymapper.edits.links import connect, step_name
from journeymapper.edits.naming import fresh_id, step_ids
from journeymapper.edits.paths import item_at, journey_at, with_item
from journeymapper.model.interaction import End, LeadsTo
from journeymapper.model.plan import Plan
from journeymapper.model.words import Outcome


def add_end(plan: Plan, journey: str, title: str, outcome: Outcome) -> tuple[Plan, str]:
    """The plan with a new end, and its id. Raises EditRefused."""
    held = journey_at(plan, journey)
    ident = fresh_id(title, step_ids(held), "end")
    end = End(title=parsed(End, "title", title), outcome=outcome)
    return with_item(plan, ("journeys", journey, "ends", ident), end), ident


def lead_to_end(plan: Plan, journey: str, source: str, outcome: Outcome, title: str) -> tuple[Plan, str]:
    """The plan in which `source` leads to an end of that outcome, and the end's id.

    The journey's one end of that outcome is taken; where it has none or several, a new one is made with the title.
    Raises EditRefused.
    """
    ends = [ident for ident, end in journey_at(plan, journey).ends.items() if end.outcome == outcome]
    plan, ident = (plan, ends[0]) if len(ends) == 1 else add_end(plan, journey, title, outcome)
    return connect(plan, journey, source, ident), ident


def add_way_out(plan: Plan, journey: str, opened: str, target: str) -> tuple[Plan, str]:
    """The plan with an end in the journey `opened` that comes out at `target` of the journey above it, and its id.

    Where it comes out at an end it has the outcome of that one, else it counts as a success. Raises EditRefused.
    """
    above = journey_at(plan, journey)
    beyond = above.ends.get(target)
    plan, ident = add_end(plan, opened, step_name(above, target), (beyond.outcome if beyond else None) or "success")
    path = ("journeys", opened, "ends", ident)
    return with_item(plan, path, item_at(plan, path).model_copy(update={"leads_to": LeadsTo(to=target)})), ident
