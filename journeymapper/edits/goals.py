"""Making goals that interactions serve."""

from __future__ import annotations

from journeymapper.edits.fields import parsed, set_field
from journeymapper.edits.naming import fresh_id
from journeymapper.edits.paths import with_item
from journeymapper.model.finding import ItemPath
from journeymapper.model.library import Goal
from journeymapper.model.plan import Plan


def serve_new_goal(plan: Plan, step: ItemPath, title: str) -> tuple[Plan, str]:
    """The plan with a new goal that the interaction at `step` serves, and the goal's id. Raises EditRefused."""
    ident = fresh_id(title, plan.goals, "goal")
    plan = with_item(plan, ("goals", ident), Goal(title=parsed(Goal, "title", title)))
    return set_field(plan, step, "goal", ident), ident
