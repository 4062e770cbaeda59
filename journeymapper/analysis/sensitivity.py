"""Which interaction's improvement lifts conversion most.

Formulas: change of one row by Sherman and Morrison (1950), Annals of Mathematical Statistics 21(1) 124-127. Where all
links of interaction i that are no loss are taken k times as often, D_Q b + D_won = (k - 1) b_i and
D_Q N_i = (k - 1) (n_ii - 1), so that b' = b + v_i (k - 1) b_i / (1 - (k - 1) (n_ii - 1)): only the visits n_ii from i
to itself are needed.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from journeymapper.analysis.linear import DENSE
from journeymapper.analysis.plan_chain import PlanChain

ODDS = 1.1
"""By so much the odds of going on improve at each interaction: comparable between interactions, at most 10 % more."""
EXACT_UP_TO = DENSE
CLOSELY = 50
"""In larger plans so many interactions are worked out exactly, those with most effect to the first order."""


class Lift(NamedTuple):
    """What improving one interaction brings: how much the conversion (0 to 1) grows, absolutely.

    `exact` is False for what is worked out to the first order only.
    """

    step: str
    gain: float
    exact: bool = True


def lifted(planned: PlanChain, step: str, factor: float) -> float:
    """The conversion if all links of the interaction that are no loss were taken `factor` times as often.

    The loss has the rest; that there is enough of it is the caller's business.
    """
    before = planned.first.probability(planned.goals)
    repeats = planned.first.repeats([step])[step]
    return before + _gain(planned, step, factor) / (1 - (factor - 1) * (repeats - 1))


def lifts(planned: PlanChain, odds: float = ODDS) -> tuple[Lift, ...]:
    """What better odds of going on at each interaction before conversion bring, the greatest gain first."""
    factors = {step: factor for step, factor in _factors(planned, odds).items() if factor != 1}
    rough = {step: _gain(planned, step, factor) for step, factor in factors.items()}
    ranked = sorted(rough, key=lambda step: -rough[step])
    near = ranked if len(planned.first.states) <= EXACT_UP_TO else ranked[:CLOSELY]
    exact = [
        Lift(step, rough[step] / (1 - (factors[step] - 1) * (repeats - 1)))
        for step, repeats in planned.first.repeats(near).items()
    ]
    unmoved = (Lift(step, 0.0) for step in planned.first.states if step not in factors)
    further = (Lift(step, rough[step], exact=False) for step in ranked[len(near) :])
    return (*sorted(exact, key=lambda lift: -lift.gain), *further, *unmoved)


def most_decisive(planned: PlanChain, part: float = 0.1) -> tuple[str, ...]:
    """The interactions whose improvement lifts conversion most: a tenth of all but conversion, if with any effect."""
    ranked = lifts(planned)
    return tuple(lift.step for lift in ranked[: ceil(len(ranked) * part)] if lift.gain > 0)


def _factors(planned: PlanChain, odds: float) -> dict[str, float]:
    """How many times as often customers go on at each interaction if the odds of that are so much better.

    q' / (1 - q') = odds q / (1 - q) gives q' / q = odds / (1 + (odds - 1) q), q the share of those who go on.
    """
    ends = planned.ending("failure") - planned.goals
    staying = dict.fromkeys(planned.first.states, 1.0)
    for (source, target), share in planned.first.links.items():
        if target in ends:
            staying[source] -= share
    lost = {state for state, target in planned.first.links if target in ends}
    return {step: odds / (1 + (odds - 1) * on) if step in lost else 1.0 for step, on in staying.items()}


def _gain(planned: PlanChain, step: str, factor: float) -> float:
    """To the first order: v_i (k - 1) b_i."""
    return planned.first.visits[step] * (factor - 1) * planned.chances[step]
