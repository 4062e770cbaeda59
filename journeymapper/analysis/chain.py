"""The absorbing Markov chain of a journey: how often customers come where, and where they end.

Formulas: Kemeny and Snell, Finite Markov Chains (1960); Grinstead and Snell, Introduction to Probability, ch. 11.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from journeymapper.analysis.linear import Matrix, System
from journeymapper.model.net import Net
from journeymapper.model.queries import leading_to, reachable, search
from journeymapper.model.shares import TOLERANCE

Pair = tuple[str, str]


@dataclass(frozen=True)
class Chain:
    """States that customers pass, ends that they stay in, and how likely they go from which to which.

    Links and starts are fractions: the starts add up to 1, the links out of a state to at most 1; what is missing is
    customers of whom nobody knows where they go. Some way out leads from every state.
    """

    states: tuple[str, ...]
    ends: tuple[str, ...]
    links: Mapping[Pair, float]
    starts: Mapping[str, float]

    @cached_property
    def visits(self) -> dict[str, float]:
        """How often a customer comes to each state, v = s (I - Q)^-1, and with what probability to each end."""
        begin = [self.starts.get(state, 0.0) for state in self.states]
        (often,) = self._system.arriving([begin])
        visits = dict(zip(self.states, often, strict=True))
        arriving: dict[str, list[float]] = {end: [self.starts.get(end, 0.0)] for end in self.ends}
        for (source, target), probability in self.links.items():
            if target in arriving:
                arriving[target].append(visits[source] * probability)
        return visits | {end: fsum(parts) for end, parts in arriving.items()}

    @cached_property
    def steps(self) -> dict[str, float]:
        """How many states a customer passes from each one on, this one included: t = (I - Q)^-1 1."""
        return self.total(dict.fromkeys(self.states, 1.0))

    @cached_property
    def steps_variance(self) -> dict[str, float]:
        """The variance of `steps`: (2 (I - Q)^-1 - I) t - t²."""
        mean = list(self.steps.values())
        (twice,) = self._system.onward([mean])
        spread = (2 * more - once - once * once for more, once in zip(twice, mean, strict=True))
        return dict(zip(self.states, spread, strict=True))

    def total(self, each: Mapping[str, float]) -> dict[str, float]:
        """What comes together from each state on, where every visit brings so much or nothing: (I - Q)^-1 c."""
        (sums,) = self._system.onward([[each.get(state, 0.0) for state in self.states]])
        return dict(zip(self.states, sums, strict=True))

    def from_start(self, onward: Mapping[str, float]) -> float:
        """The mean over the starts of a figure that is known from each state on, and 0 at ends where none is said."""
        return fsum(share * onward.get(state, 0.0) for state, share in self.starts.items())

    def reaching(self, goals: Collection[str]) -> dict[str, float]:
        """The probability of ever coming to one of the goals (states or ends), from every state and end."""
        wanted = frozenset(goals)
        if not wanted.isdisjoint(self._place):
            return self.until(wanted).reaching(wanted)
        direct = dict.fromkeys(self.states, 0.0)
        for (source, target), probability in self.links.items():
            if target in wanted:
                direct[source] += probability
        return self.total(direct) | {end: float(end in wanted) for end in self.ends}

    def probability(self, goals: Collection[str]) -> float:
        """The probability that a customer ever comes to one of the goals: a first passage."""
        return self.from_start(self.reaching(goals))

    def until(self, goals: Collection[str]) -> Chain:
        """The chain of customers who stay at any of these states as soon as they come there: first passages."""
        stops = [state for state in self.states if state in goals]
        if not stops:
            return self
        return Chain(
            states=tuple(state for state in self.states if state not in goals),
            ends=(*self.ends, *stops),
            links={between: share for between, share in self.links.items() if between[0] not in goals},
            starts=self.starts,
        )

    def given(self, goals: Collection[str]) -> Chain:
        """The chain of the customers who come to one of these ends: p b(target) / b(source), Doob's h-transform.

        b is the probability of coming to the goals. States from which no way leads there are not in it, and nobody
        starts where no way leads from any start.
        """
        chances = self.reaching(goals)
        free = self._leading_to(goals)
        links: dict[str, dict[str, float]] = {}
        for (source, target), share in self.links.items():
            if source in free and target in free and share * chances[target] > 0:
                links.setdefault(source, {})[target] = share * chances[target]
        starts = {state: share * chances[state] for state, share in self.starts.items() if state in free}
        return Chain(
            states=tuple(state for state in self.states if state in links),
            ends=tuple(end for end in self.ends if end in goals),
            links={(source, to): part for source, row in links.items() for to, part in _whole(row).items()},
            starts=_whole(starts),
        )

    def lost_at(self, ends: Collection[str]) -> dict[str, float]:
        """The share of all customers who go from each state straight into one of the ends; adds up to P(ends)."""
        lost = dict.fromkeys(self.states, 0.0)
        for (source, target), probability in self.links.items():
            if target in ends:
                lost[source] += self.visits[source] * probability
        return lost

    def repeats(self, states: Collection[str]) -> dict[str, float]:
        """How often a customer who is at the state is there from then on, this time included: n, 1 without a loop."""
        sides = [[float(state == other) for other in self.states] for state in states]
        columns = zip(states, self._system.onward(sides), strict=True) if sides else ()
        return {state: column[self._place[state]] for state, column in columns}

    def returning(self, states: Collection[str]) -> dict[str, float]:
        """The probability that a customer who is at the state comes back to it: 1 - 1 / n."""
        return {state: 1 - 1 / often for state, often in self.repeats(states).items()}

    def ever(self, states: Collection[str]) -> dict[str, float]:
        """The probability that a customer ever comes to each of the states: v / n."""
        return {state: self.visits[state] / often for state, often in self.repeats(states).items()}

    def _leading_to(self, goals: Collection[str]) -> frozenset[str]:
        """The states from which some way leads to the goals, and these."""
        back: dict[str, list[str]] = {}
        for (source, target), share in self.links.items():
            if share > 0:
                back.setdefault(target, []).append(source)
        return search(goals, back)

    @cached_property
    def _system(self) -> System:
        return System(self._inner)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {state: number for number, state in enumerate(self.states)}

    @cached_property
    def _inner(self) -> Matrix:
        """Q: the probabilities between states."""
        rows: list[dict[int, float]] = [{} for _ in self.states]
        for (source, target), probability in self.links.items():
            if target in self._place:
                rows[self._place[source]][self._place[target]] = probability
        return rows


def absorbing_chain(net: Net) -> Chain:
    """The chain of what the starts lead to; shares must all be known.

    A plan that is not sound has figures too: shares of more than 100 % are scaled down, and customers who come into a
    trap stay where they come in.
    """
    links = {step: _at_most_one(targets) for step, targets in net.links.items()}
    leaking = [step for step, targets in links.items() if fsum(targets.values()) < 1 - TOLERANCE]
    taken = Net(net.starts, links, net.ends, net.successes)
    free = leading_to(taken, [*net.ends, *leaking], taken=True)
    met = reachable(taken)
    begin = _at_most_one({key: share or 0.0 for key, share in net.starts.items()}, exactly=True)
    return Chain(
        states=tuple(step for step in links if step in met),
        ends=tuple(net.ends),
        links={
            (step, target): probability
            for step, targets in links.items()
            if step in met and step in free
            for target, probability in targets.items()
        },
        starts=begin,
    )


def _at_most_one(shares: Mapping[str, float | None], *, exactly: bool = False) -> dict[str, float]:
    known = {key: share for key, share in shares.items() if share}
    whole = fsum(known.values())
    scale = 1 / whole if whole > 1 or (exactly and whole) else 1.0
    return known if scale == 1.0 else {key: share * scale for key, share in known.items()}


def _whole(parts: Mapping[str, float]) -> dict[str, float]:
    """The parts as shares of what they add up to."""
    sum_of_parts = fsum(parts.values())
    return {key: part / sum_of_parts for key, part in parts.items() if part}
