"""Who owns an interaction, and where a customer passes from one owner to the next."""

from __future__ import annotations

from journeymapper.model.flatten import FlatPlan, Pair
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.model.words import Medium


def owning_process(plan: Plan, step: Interaction) -> str | None:
    """The process that owns the interaction: its own, else that of its team; None where neither is known."""
    team = plan.teams.get(step.team or "")
    return step.process or (team.process if team else None)


def medium_of(plan: Plan, step: Interaction) -> Medium | None:
    """The medium of the interaction's point; None where it is unknown."""
    point = plan.points.get(step.point or "")
    return point.medium if point else None


def changes_hands(plan: Plan, source: Interaction, target: Interaction) -> bool | None:
    """Whether a customer is handed over: the team changes, or the process where a team is unknown. None if unknown."""
    if source.team and target.team:
        return source.team != target.team
    before, after = owning_process(plan, source), owning_process(plan, target)
    return None if before is None or after is None else before != after


def handovers(plan: Plan, flat: FlatPlan) -> dict[Pair, bool]:
    """The links of the flattened plan at which a customer is handed over, and whether criteria say when."""
    found: dict[Pair, bool] = {}
    for (source, target), link in flat.links.items():
        if target in flat.steps and changes_hands(plan, _step(plan, flat, source), _step(plan, flat, target)):
            behind = (plan.journeys[journey].interactions[one].next[other] for journey, one, other in link.made_of)
            found[source, target] = all(each.handover is not None and each.handover.criteria for each in behind)
    return found


def _step(plan: Plan, flat: FlatPlan, key: str) -> Interaction:
    place = flat.steps[key]
    return plan.journeys[place.journey].interactions[place.ident]
