"""How long customers take, on average and spread, where steps and the ways between them last.

Formulas: Kemeny and Snell, Finite Markov Chains (1960), ch. 3, for times on transitions; the variance is the one of
each step, Var = (I - Q)^-1 u with u_i = E[(w + T_next - T_i)²], which unlike m2 - T² loses no digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, sqrt
from typing import NamedTuple

from journeymapper.analysis.chain import Chain, Pair


class Lasting(NamedTuple):
    """Seconds at each state and on the way over each link, 0 where none are said.

    `spread` is the variance of the seconds on the way; at a state they are the same for everybody.
    """

    takes: Mapping[str, float]
    after: Mapping[Pair, float]
    spread: Mapping[Pair, float]


class Moments(NamedTuple):
    """The mean and the variance of something that differs between customers."""

    mean: float
    variance: float

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return sqrt(max(0.0, self.variance))

    @property
    def second(self) -> float:
        """The mean of the square."""
        return self.variance + self.mean * self.mean


def mean_time(chain: Chain, lasting: Lasting) -> dict[str, float]:
    """The mean seconds from coming to each state until the end."""
    here = {state: lasting.takes.get(state, 0.0) for state in chain.states}
    links = chain.links
    for between, wait in lasting.after.items():
        if between in links:
            here[between[0]] += links[between] * wait
    return chain.total(here)


def time_onward(chain: Chain, lasting: Lasting) -> dict[str, Moments]:
    """Mean and variance of the seconds from coming to each state until the end."""
    mean = mean_time(chain, lasting)
    variance = chain.total(_once(chain, lasting, mean))
    return {state: Moments(mean[state], variance[state]) for state in chain.states}


def time_from_start(chain: Chain, lasting: Lasting) -> Moments:
    """Mean and variance of the seconds from the start until the end, over all starts."""
    onward = mean_time(chain, lasting)
    mean = chain.from_start(onward)
    visits = chain.visits
    within = fsum(visits[state] * once for state, once in _once(chain, lasting, onward).items())
    between = fsum(share * (onward.get(state, 0.0) - mean) ** 2 for state, share in chain.starts.items())
    return Moments(mean, within + between)


def _once(chain: Chain, lasting: Lasting, mean: Mapping[str, float]) -> dict[str, float]:
    """The variance that each state adds: where customers go on to, and how long the way there is."""
    takes, after, spread = lasting
    unseen = dict.fromkeys(chain.states, 1.0)
    once = dict.fromkeys(chain.states, 0.0)
    left = {state: takes.get(state, 0.0) - still for state, still in mean.items()}
    for between, share in chain.links.items():
        source, target = between
        off = left[source] + mean.get(target, 0.0)
        if between in after:
            off += after[between]
            once[source] += share * spread.get(between, 0.0)
        once[source] += share * off * off
        unseen[source] -= share
    for state, share in unseen.items():
        if share > 0:  # of whom nobody knows where they go
            once[state] += share * left[state] ** 2
    return once
