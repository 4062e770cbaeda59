"""What is still to be expected from a customer at each interaction: earnings and the value of ends, less costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journeymapper.analysis.chain import Chain
from journeymapper.analysis.plan_chain import PlanChain
from journeymapper.model.library import Segment
from journeymapper.model.queries import leading_to


class Discount(NamedTuple):
    """What money loses in a period of so many seconds, as a fraction."""

    rate: float
    period: float

    def after(self, seconds: float) -> float:
        """What is left of the worth of money that comes so much later."""
        return float((1 + self.rate) ** (-seconds / self.period))


def discount_of(segment: Segment) -> Discount | None:
    """The discount of a segment; None where the plan does not say it, or for which period."""
    if segment.discount is None or segment.period is None or not segment.period.likely:
        return None
    return Discount(segment.discount.likely, segment.period.likely)


class Worth(NamedTuple):
    """The expected value of one customer, from the start and from each interaction that customers come to.

    `unknown` are the interactions from which customers come to something whose cost or value the plan does not say;
    their value counts that as nothing.
    """

    start: float
    onward: Mapping[str, float]
    unknown: frozenset[str]

    @property
    def negative(self) -> tuple[str, ...]:
        """The interactions from which a loss is certain to be expected: at these the method would curtail."""
        return tuple(step for step, value in self.onward.items() if value < 0 and step not in self.unknown)


def worth(planned: PlanChain, discount: Discount | None = None) -> Worth:
    """V = (I - diag(beta) Q)^-1 (m - c + diag(beta) R w), with beta from the time that passes, 1 without discount.

    Costs and earnings come with the interaction, the value of an end when it is reached. This is Pfeifer and Carraway
    (2000) on a journey with real times; theirs is the case in which every step takes one period.
    """
    chain = planned.chain if discount is None else _discounted(planned, discount)
    each = {step: planned.earnings.get(step, 0.0) - planned.costs.get(step, 0.0) for step in chain.states}
    for (source, target), share in chain.links.items():
        each[source] += share * planned.values.get(target, 0.0)
    onward = chain.total(each)
    unsaid = (*planned.without_cost, *planned.without_value)
    ended = {end: planned.values.get(end, 0.0) for end in chain.ends}
    return Worth(chain.from_start(onward | ended), onward, leading_to(planned.net, unsaid) & onward.keys())


def _discounted(planned: PlanChain, discount: Discount) -> Chain:
    """The chain in which what comes later weighs less."""
    chain, lasting = planned.chain, planned.lasting
    return Chain(
        states=chain.states,
        ends=chain.ends,
        links={
            between: share * discount.after(lasting.takes.get(between[0], 0.0) + lasting.after.get(between, 0.0))
            for between, share in chain.links.items()
        },
        starts=chain.starts,
    )
