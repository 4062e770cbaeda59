"""What happens when interactions fail: who is stranded, how many still convert, and which ways round are left.

The removal effect is that of Anderl, Becker, von Wangenheim and Schumann, Mapping the customer journey, International
Journal of Research in Marketing 33(3) (2016) 457-474: every link into what is removed leads to a loss instead.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping
from math import log
from typing import NamedTuple

from journeymapper.analysis.grouping import members
from journeymapper.analysis.plan_chain import PlanChain
from journeymapper.model.ways import Way


class Outage(NamedTuple):
    """What is left when the interactions `out` fail.

    `stranded` is the share of all customers who come to one of them, at any time. `conversion` is the share who still
    convert, where whoever comes to what failed is lost. `ways_round` has, for each interaction from which customers go
    on into what failed, the likeliest other way from there to conversion or another success, empty where there is
    none.
    """

    out: tuple[str, ...]
    stranded: float
    conversion: float
    ways_round: Mapping[str, Way]


def outage(planned: PlanChain, out: Collection[str]) -> Outage:
    """What happens when these interactions fail, by their keys."""
    failing = frozenset(out)
    met = tuple(key for key in planned.chain.states if key in failing)
    return Outage(
        out=met,
        stranded=planned.chain.probability(met) if met else 0.0,
        conversion=conversion_without(planned, met),
        ways_round=_ways_round(planned, frozenset(met)),
    )


def outage_of(planned: PlanChain, sort: str, owner: str) -> Outage:
    """What happens when a channel, point, team or medium fails: `sort` is one of `grouping.SORTS`, `owner` its id."""
    return outage(planned, members(planned, sort).get(owner, ()))


def conversion_without(planned: PlanChain, out: Collection[str]) -> float:
    """The share of customers who convert without coming to one of these interactions before."""
    failing = frozenset(out)
    goals = planned.goals - failing
    return planned.chain.until(planned.goals | failing).probability(goals) if goals else 0.0


def removal_effect(planned: PlanChain, out: Collection[str]) -> float | None:
    """The share of conversions that would be lost without these interactions; None where nobody converts.

    The conversion itself is not removed, or else everything would be lost with whatever it belongs to.
    """
    before = planned.first.probability(planned.goals)
    left = conversion_without(planned, frozenset(out) - planned.goals)
    return 1 - left / before if before else None


def _ways_round(planned: PlanChain, out: frozenset[str]) -> dict[str, Way]:
    links = planned.chain.links
    before = dict.fromkeys(source for source, target in links if target in out and source not in out)
    nearest = _next_steps(planned, out)
    return {source: _way_onward(nearest, source) for source in before}


def _next_steps(planned: PlanChain, out: frozenset[str]) -> dict[str, str]:
    """The step that follows each one on the likeliest way to success around what failed; "" at the success itself."""
    back: dict[str, list[tuple[str, float]]] = {}
    for (source, target), share in planned.chain.links.items():
        if source not in out and target not in out and share > 0:
            back.setdefault(target, []).append((source, max(0.0, -log(share))))
    goals = (planned.goals | planned.ending("success")) - out
    queue = [(0.0, key, "") for key in sorted(goals)]
    found: dict[str, str] = {}
    while queue:
        cost, key, onward = heapq.heappop(queue)
        if key in found:
            continue
        found[key] = onward
        for source, more in back.get(key, ()):
            if source not in found:
                heapq.heappush(queue, (cost + more, source, key))
    return found


def _way_onward(nearest: Mapping[str, str], start: str) -> Way:
    """The way from a step on, without the step itself."""
    way = []
    step = nearest.get(start, "")
    while step:
        way.append(step)
        step = nearest[step]
    return tuple(way)
