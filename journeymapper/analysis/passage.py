"""What customers go through until they convert or end: how many, how often, how long, at what cost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from journeymapper.analysis.chain import Chain
from journeymapper.analysis.duration import Moments, time_from_start
from journeymapper.analysis.plan_chain import PlanChain


class Passage(NamedTuple):
    """What one customer goes through on average.

    `share` is how many of all who start are meant, `visits` how often one comes to each interaction, time in seconds.
    """

    share: float
    visits: Mapping[str, float]
    steps: Moments
    time: Moments
    cost: float


class Passages:
    """The passages of a plan: of everybody, of those who convert, and of those who are lost before."""

    def __init__(self, planned: PlanChain) -> None:
        self.planned = planned

    @cached_property
    def whole(self) -> Passage:
        """Everybody, until the end of the plan."""
        return self._through(self.planned.chain, 1.0)

    @cached_property
    def first(self) -> Passage:
        """Everybody, until conversion (which itself does not count) or another end."""
        same = self.planned.first is self.planned.chain
        return self.whole if same else self._through(self.planned.first, 1.0)

    @cached_property
    def won(self) -> Passage | None:
        """Those who convert, until then; None where nobody does."""
        return self._given(self.planned.goals)

    @cached_property
    def lost(self) -> Passage | None:
        """Those who come to a failure without having converted; None where nobody does."""
        return self._given(self.planned.ending("failure") - self.planned.goals)

    @property
    def conversion(self) -> float:
        """The share of customers who ever convert."""
        return self.won.share if self.won is not None else 0.0

    @property
    def cost_per_conversion(self) -> float | None:
        """All that is spent until conversion, also on those who are lost, for each who converts."""
        return self.first.cost / self.conversion if self.conversion else None

    def _given(self, ends: frozenset[str]) -> Passage | None:
        chain = self.planned.first.given(ends)
        return self._through(chain, self.planned.first.probability(ends)) if chain.starts else None

    def _through(self, chain: Chain, share: float) -> Passage:
        visits = {state: chain.visits[state] for state in chain.states}
        return Passage(
            share=share,
            visits=visits,
            steps=_steps(chain),
            time=time_from_start(chain, self.planned.lasting),
            cost=sum(often * self.planned.costs.get(state, 0.0) for state, often in visits.items()),
        )


def _steps(chain: Chain) -> Moments:
    """How many interactions a customer passes, over all starts."""
    mean = chain.from_start(chain.steps)
    off = {state: (steps - mean) ** 2 for state, steps in chain.steps.items()}
    off |= dict.fromkeys(chain.ends, mean * mean)
    return Moments(mean, chain.from_start(chain.steps_variance) + chain.from_start(off))


def loss_account(planned: PlanChain) -> dict[str, float]:
    """The share of all customers who are lost at each interaction: these add up to all who come to a failure."""
    return planned.chain.lost_at(planned.ending("failure"))
