"""A plan as a chain: its flattened steps with the time, money and outcomes that the figures are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from journeymapper.analysis.chain import Chain
from journeymapper.analysis.duration import Lasting
from journeymapper.analysis.flow import flat_chain
from journeymapper.model.flatten import FlatLink, FlatPlan, Pair, flatten
from journeymapper.model.interaction import End, Interaction
from journeymapper.model.net import Net, flat_net
from journeymapper.model.plan import Plan
from journeymapper.model.queries import leading_to, reachable
from journeymapper.model.words import Outcome


@dataclass(frozen=True)
class PlanChain:
    """The flattened plan with its chain, by the keys of `flatten`.

    Ranges count with their likely values. What is unknown is left out of sums, and the `without_…` name where: only
    steps that customers come to, and no step that is opened, since its detail counts instead. A link that says no
    `after` is taken at once, and an interaction that says nothing of earnings earns nothing itself.
    """

    plan: Plan
    flat: FlatPlan
    chain: Chain

    @cached_property
    def steps(self) -> Mapping[str, Interaction]:
        """The interactions, also those that nobody comes to."""
        return {key: self.plan.journeys[at.journey].interactions[at.ident] for key, at in self.flat.steps.items()}

    @cached_property
    def ends(self) -> Mapping[str, End]:
        """The ends."""
        return {key: self.plan.journeys[at.journey].ends[at.ident] for key, at in self.flat.ends.items()}

    def ending(self, outcome: Outcome) -> frozenset[str]:
        """The ends with this outcome."""
        return frozenset(key for key, end in self.ends.items() if end.outcome == outcome)

    @cached_property
    def goals(self) -> frozenset[str]:
        """What counts as conversion: the journey's `conversion`, else every end that is a success."""
        return self.flat.conversion or self.ending("success")

    @cached_property
    def first(self) -> Chain:
        """The chain until conversion, which ends it: a first passage."""
        return self.chain.until(self.goals)

    @cached_property
    def chances(self) -> Mapping[str, float]:
        """The probability of converting from each step on; 1 where that counts as conversion itself."""
        return self.first.reaching(self.goals)

    @cached_property
    def net(self) -> Net:
        """The graph, with known shares only."""
        return flat_net(self.plan, self.flat)

    @cached_property
    def lasting(self) -> Lasting:
        """The seconds that interactions take and that pass between them."""
        waits = {pair: parts for pair, link in self.flat.links.items() if (parts := self._waiting(link))}
        means = {pair: _mean(parts) for pair, parts in waits.items()}
        return Lasting(
            takes={key: step.takes.likely for key, step in self.steps.items() if step.takes is not None},
            after=means,
            spread={
                pair: _mean([(share, (wait - means[pair]) ** 2) for share, wait in parts])
                for pair, parts in waits.items()
                if len(parts) > 1
            },
        )

    def _waiting(self, link: FlatLink) -> list[tuple[float, float]]:
        """Of each link behind it the share and the seconds; empty where none says how long."""
        journeys = self.plan.journeys
        parts, said = [], False
        for (journey, source, target), share in link.made_of.items():
            after = journeys[journey].interactions[source].next[target].after
            parts.append((share, after.likely if after is not None else 0.0))
            said = said or after is not None
        return parts if said else []

    @cached_property
    def costs(self) -> Mapping[str, float]:
        """What each interaction costs us for one customer."""
        return {key: step.cost.likely for key, step in self.steps.items() if step.cost is not None}

    @cached_property
    def earnings(self) -> Mapping[str, float]:
        """What each interaction brings for one customer."""
        return {key: step.earns.likely for key, step in self.steps.items() if step.earns is not None}

    @cached_property
    def values(self) -> Mapping[str, float]:
        """What a customer who ends there is worth."""
        return {key: end.value.likely for key, end in self.ends.items() if end.value is not None}

    @cached_property
    def without_time(self) -> tuple[str, ...]:
        """The interactions that don't say how long they take."""
        return tuple(key for key in self.chain.states if self.steps[key].takes is None)

    @cached_property
    def without_cost(self) -> tuple[str, ...]:
        """The interactions that don't say what they cost."""
        return tuple(key for key in self.chain.states if self.steps[key].cost is None)

    @cached_property
    def without_value(self) -> tuple[str, ...]:
        """The ends that don't say what a customer is worth there, but for failures: those are worth nothing."""
        met = reachable(self.net)
        return tuple(
            key for key, end in self.ends.items() if key in met and end.value is None and end.outcome != "failure"
        )

    @cached_property
    def assumed(self) -> frozenset[Pair]:
        """The links that customers come to and whose share is assumed."""
        met = frozenset(self.chain.states)
        return frozenset(pair for pair, link in self.flat.links.items() if link.assumed and pair[0] in met)

    @cached_property
    def assumed_arrivals(self) -> frozenset[str]:
        """The steps and ends of which it is assumed how many customers come to them."""
        return reachable(self.net, [*self.flat.assumed, *(target for _, target in self.assumed)])

    @cached_property
    def assumed_onward(self) -> frozenset[str]:
        """The steps from which on figures rest on assumed shares."""
        return leading_to(self.net, {source for source, _ in self.assumed})

    @property
    def assumes_conversion(self) -> bool:
        """Whether the conversion rests on assumed shares."""
        before = Net({}, {key: row for key, row in self.net.links.items() if key not in self.goals}, (), ())
        unsure = leading_to(before, {source for source, _ in self.assumed if source not in self.goals})
        return bool(self.flat.assumed) or not unsure.isdisjoint(self.chain.starts)


def plan_chain(plan: Plan, root: str | None = None) -> PlanChain:
    """The chain of the plan, seen from `root` (else the outermost journey). Raises KeyError if there is none."""
    flat = flatten(plan, root)
    return PlanChain(plan, flat, flat_chain(flat))


def _mean(parts: list[tuple[float, float]]) -> float:
    whole = fsum(share for share, _ in parts)
    return fsum(share * value for share, value in parts) / whole if whole else 0.0
