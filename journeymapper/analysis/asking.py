"""What we know of a customer where: questions asked twice, data used that nobody asked for, answers in vain.

There is one customer record: what was asked stays known. A data-flow analysis over the flattened plan (Kildall, A
unified approach to global program optimization, POPL 1973) gives what may be known before an interaction, the union
over all ways there, and what must be, their intersection. It follows loops and goes from journey to journey; links
that nobody takes (0 %) are no way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from journeymapper.analysis.plan_chain import PlanChain

Step = tuple[str, str]
"""An interaction by journey and id."""
Data = tuple[str, ...]


class Asking(NamedTuple):
    """Data by the interactions (journey, id) where something is amiss.

    `certain` is asked though it is known on every way there, `possible` though it is known on some; `never_asked` is
    used though no way there asks for it. `in_vain` has data that is asked and then neither used anywhere nor needed by
    any criteria, with the interactions that ask. Interactions that nobody comes to are left out; where a journey comes
    in several times, something is certain, or never asked, only if it is so at every place.
    """

    certain: Mapping[Step, Data]
    possible: Mapping[Step, Data]
    never_asked: Mapping[Step, Data]
    in_vain: Mapping[str, tuple[Step, ...]]


class Known(NamedTuple):
    """What may and what must be known before an interaction, a bit for each kind of data."""

    may: int
    must: int


def asking(planned: PlanChain) -> Asking:
    """What the plan asks twice, never or in vain."""
    names, known = known_data(planned)
    before = _by_step(planned, known)
    bits = {name: 1 << number for number, name in enumerate(names)}
    certain, possible, never = {}, {}, {}
    for step, (may, must) in before.items():
        interaction = planned.plan.journeys[step[0]].interactions[step[1]]
        if not interaction.asks and not interaction.uses:
            continue
        asks = _unique(interaction.asks)
        certain[step] = tuple(name for name in asks if must & bits[name])
        possible[step] = tuple(name for name in asks if may & bits[name] and not must & bits[name])
        uses = (name for name in _unique(interaction.uses) if name not in asks)
        never[step] = tuple(name for name in uses if not may & bits.get(name, 0))
    return Asking(_some(certain), _some(possible), _some(never), _in_vain(planned, before))


def known_data(planned: PlanChain) -> tuple[Data, dict[str, Known]]:
    """The names of all data that is asked, bit by bit, and what is known before each flattened step customers meet."""
    asked = {key: _unique(planned.steps[key].asks) for key in planned.chain.states}
    names = tuple(dict.fromkeys(name for each in asked.values() for name in each))
    bits = {name: 1 << number for number, name in enumerate(names)}
    asks = {key: sum(bits[name] for name in each) for key, each in asked.items()}
    return names, _spread(planned, asks)


def _spread(planned: PlanChain, asks: Mapping[str, int]) -> dict[str, Known]:
    """The fixpoint: the least one of what may be known, the greatest one of what must be."""
    onward = {
        key: [target for target, share in planned.net.links[key].items() if share != 0 and target in asks]
        for key in asks
    }
    starts = [key for key in planned.chain.starts if key in asks]
    order = _forward(starts, onward)
    place = {key: number for number, key in enumerate(order)}
    may = [0] * len(order)
    must = [-1] * len(order)  # all bits
    for key in starts:
        must[place[key]] = 0
    asked = [asks[key] for key in order]
    targets = [[place[target] for target in onward[key]] for key in order]
    waiting = [True] * len(order)
    while any(waiting):
        for number, due in enumerate(waiting):
            if not due:
                continue
            waiting[number] = False
            known, sure = may[number] | asked[number], must[number] | asked[number]
            for target in targets[number]:
                more, less = may[target] | known, must[target] & sure
                if more != may[target] or less != must[target]:
                    may[target], must[target] = more, less
                    waiting[target] = True
    return {key: Known(may[number], must[number]) for number, key in enumerate(order)}


def _forward(starts: Iterable[str], onward: Mapping[str, list[str]]) -> list[str]:
    """All steps, but for loops each after all that lead to it (reverse postorder), so that few rounds are enough."""
    left: list[str] = []
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        way = [(start, iter(onward[start]))]
        while way:
            step, further = way[-1]
            target = next((each for each in further if each not in seen), None)
            if target is None:
                left.append(step)
                way.pop()
            else:
                seen.add(target)
                way.append((target, iter(onward[target])))
    return left[::-1]


def _by_step(planned: PlanChain, known: Mapping[str, Known]) -> dict[Step, Known]:
    """What is known before each interaction, at all places where its journey comes in."""
    found: dict[Step, Known] = {}
    for key, (may, must) in known.items():
        step = planned.flat.steps[key][:2]
        old = found.get(step, Known(may, must))
        found[step] = Known(old.may | may, old.must & must)
    return {step: found[step] for step in (at[:2] for at in planned.flat.steps.values()) if step in found}


def _in_vain(planned: PlanChain, steps: Iterable[Step]) -> dict[str, tuple[Step, ...]]:
    plan = planned.plan
    wanted = {
        name for journey in plan.journeys.values() for each in journey.interactions.values() for name in each.uses or ()
    }
    wanted |= {name for criteria in plan.criteria.values() for name in criteria.needs or ()}
    found: dict[str, list[Step]] = {}
    for journey, ident in steps:
        for name in _unique(plan.journeys[journey].interactions[ident].asks):
            if name not in wanted:
                found.setdefault(name, []).append((journey, ident))
    return {name: tuple(places) for name, places in found.items()}


def _unique(names: Data | None) -> Data:
    return tuple(dict.fromkeys(names or ()))


def _some(found: Mapping[Step, Data]) -> dict[Step, Data]:
    return {step: names for step, names in found.items() if names}
