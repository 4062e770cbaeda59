"""An example plan as one flat graph, with its ids written as the figures write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from journeymapper.analysis.chain import Chain
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.model.flatten import FlatPlan
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.plan import Plan

Reading = Callable[[str], Plan]
"""Reads an example plan by the name of its file."""

RESEARCHED = {
    "coffee-subscription": "coffee_subscription",
    "b2b-saas-crm": "b2b_saas_crm",
    "motor-insurance-claim": "motor_insurance_claim",
    "retail-bank-mortgage": "retail_bank_mortgage",
}
"""The researched plans by their files, with the names that their figures have."""


@dataclass(frozen=True)
class Flat:
    """A plan, flattened, with its chain."""

    planned: PlanChain

    @cached_property
    def plan(self) -> Plan:
        return self.planned.plan

    @cached_property
    def flat(self) -> FlatPlan:
        return self.planned.flat

    @cached_property
    def chain(self) -> Chain:
        return self.planned.chain

    def interaction(self, key: str) -> Interaction:
        return self.planned.steps[key]

    def named(self, key: str) -> str:
        """The id of a step or end as the figures write it."""
        if key in self.flat.steps:
            return self.flat.steps[key].ident.replace("-", "_")
        return self.flat.ends[key].ident.replace("-", "_").upper()

    def inner_links(self) -> dict[tuple[str, str], Link]:
        """The links between interactions, each with what its file says of it."""
        found: dict[tuple[str, str], Link] = {}
        for between, link in self.flat.links.items():
            if between[1] in self.flat.steps:
                (place,) = link.made_of
                journey, source, target = place
                found[between] = self.plan.journeys[journey].interactions[source].next[target]
        return found

    def flow(self, between: tuple[str, str]) -> float:
        """How often a customer takes a link."""
        return self.chain.visits[between[0]] * self.chain.links[between]

    def medium(self, key: str) -> str | None:
        return self.plan.points[self.interaction(key).point or ""].medium


def flat_plan(plan: Plan) -> Flat:
    return Flat(plan_chain(plan))
