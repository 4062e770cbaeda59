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
    for between, share in chain.links.items():
        here[between[0]] += share * lasting.after.get(between, 0.0)
    return chain.total(here)


def time_onward(chain: Chain, lasting: Lasting) -> dict[str, Moments]:
    """Mean and variance of the seconds from coming to each state until the end."""
    mean = mean_time(chain, lasting)
    unseen = dict.fromkeys(chain.states, 1.0)
    once = dict.fromkeys(chain.states, 0.0)
    for between, share in chain.links.items():
        source, target = between
        off = lasting.takes.get(source, 0.0) + lasting.after.get(between, 0.0) + mean.get(target, 0.0) - mean[source]
        once[source] += share * (off * off + lasting.spread.get(between, 0.0))
        unseen[source] -= share
    for state, share in unseen.items():  # of whom nobody knows where they go
        once[state] += max(0.0, share) * (lasting.takes.get(state, 0.0) - mean[state]) ** 2
    variance = chain.total(once)
    return {state: Moments(mean[state], variance[state]) for state in chain.states}


def mixed(chain: Chain, onward: Mapping[str, Moments]) -> Moments:
    """Mean and variance over all starts; who starts at an end is there at once."""
    begin = [(share, onward.get(state, Moments(0.0, 0.0))) for state, share in chain.starts.items()]
    mean = fsum(share * each.mean for share, each in begin)
    return Moments(mean, fsum(share * (each.variance + (each.mean - mean) ** 2) for share, each in begin))
