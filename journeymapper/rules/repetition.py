"""Rules about loops: whether customers get out of them again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from journeymapper.analysis.chain import absorbing_chain
from journeymapper.analysis.flow import journey_flow
from journeymapper.model.journey import Journey
from journeymapper.model.net import Net
from journeymapper.model.queries import around_loops, leading_to, reachable
from journeymapper.model.shares import TOLERANCE
from journeymapper.model.ways import Way, round_trip
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, step_path
from journeymapper.rules.wording import listed, percent, step_name

ENDLESS = 0.95
"""A loop is endless when of those who come to a step so many come back to it."""
ROUNDS = 20
STILL_THERE = ENDLESS**ROUNDS * 0.99
TRIED = 50
"""At most so many steps are looked at closely: those from which most are still in the loops after so many rounds."""


def _endless_loop(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        inside = around_loops(net)
        if inside:
            looping = _known(subject, key, net, inside)
            for way, returning in _endless(looping):
                yield _fault(key, journey, way, returning)


def _fault(key: str, journey: Journey, way: Way, returning: float) -> Fault:
    names = [step_name(journey, ident) for ident in way]
    by_way_of = f", by way of {listed(names[1:])}" if len(names) > 1 else ""
    message = f"Of the customers who come to {names[0]}, {percent(round(returning, 4))} come back to it{by_way_of}"
    return Fault(message, *(step_path(key, ident) for ident in way))


def _known(subject: Subject, key: str, net: Net, inside: Collection[str]) -> Net:
    """The links among these steps whose shares are known or computed; customers on other links count as gone."""
    journey = subject.plan.journeys[key]
    computed: Mapping[tuple[str, str], float] = {}
    if any(journey.interactions[step].opens is not None for step in inside):
        flow = journey_flow(subject.plan, key)
        computed = {pair: share for pair, share in flow.shares.items() if pair not in flow.assumed}
    links: dict[str, dict[str, float | None]] = {step: {} for step in inside}
    for step in inside:
        for target, said in net.links[step].items():
            share = computed.get((step, target), said)
            if share and target in inside:
                links[step][target] = share
    return Net(dict.fromkeys(inside, 1.0), links, (), ())


def _endless(net: Net) -> Iterator[tuple[Way, float]]:
    """One way round for each endless loop, and how many of those who are at its first step come back to it."""
    staying = _staying(net)
    close = sorted((step for step in staying if staying[step] >= STILL_THERE), key=staying.__getitem__)[-TRIED:]
    returning = absorbing_chain(net).returning(close)
    done: set[str] = set()
    for step in sorted(close, key=lambda each: (-returning[each], each)):
        if returning[step] >= ENDLESS - TOLERANCE and step not in done:
            done |= reachable(net, [step]) & leading_to(net, [step])
            yield round_trip(net, step), returning[step]


def _staying(net: Net) -> dict[str, float]:
    """How many of the customers at each step are still in the loops after some steps, as far as that may be many."""
    staying = dict.fromkeys(net.links, 1.0)
    for _ in range(ROUNDS):
        if max(staying.values()) < STILL_THERE:
            return {}
        staying = {
            step: sum((share or 0.0) * staying[target] for target, share in targets.items())
            for step, targets in net.links.items()
        }
    return staying


RULES = (
    Rule(
        "JM108",
        "endless-loop",
        "warning",
        "A loop that nearly everybody repeats holds customers up and shows that something before it does not work.",
        _endless_loop,
    ),
)
