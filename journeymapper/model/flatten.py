"""The flattened plan: every opened interaction replaced by the journey that details it.

Keys are `journey/step` where the step's journey comes in once; where it comes in several times they begin with the
way down to it, as in `life/sample>sample-box/offer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from journeymapper.model.nesting import Level, unfold
from journeymapper.model.plan import Plan
from journeymapper.model.shares import assumed_shares, likely_share

Pair = tuple[str, str]
Place = tuple[str, str, str]


class FlatStep(NamedTuple):
    """An interaction or end of the flattened plan, and the event (or end) of the root journey that it is part of."""

    journey: str
    ident: str
    event: str


class FlatLink(NamedTuple):
    """A link of the flattened plan, merged from one or more links of the journeys.

    `probability` is a fraction, unknown shares taken as even parts of the rest; `share` is None where a part of it is
    unknown, and `assumed` also where it is known but leads into several beginnings whose shares are not. `made_of` has
    the links behind it (journey, source, target) with what each brings to the probability; `over` says how likely
    customers take which links of the root journey on the way, and is empty inside an event.
    """

    share: float | None
    probability: float
    made_of: Mapping[Place, float]
    over: Mapping[Pair, float]
    assumed: bool


class FlatPlan(NamedTuple):
    """The flattened plan by keys, in the planner's order.

    `starts` are fractions, unknown ones taken as even parts of the rest and named in `assumed`. `opened` are the events
    of the root journey that were replaced; `conversion` the steps of which the first to be reached counts as
    conversion.
    """

    root: str
    steps: Mapping[str, FlatStep]
    ends: Mapping[str, FlatStep]
    links: Mapping[Pair, FlatLink]
    starts: Mapping[str, float]
    assumed: frozenset[str]
    opened: frozenset[str]
    conversion: frozenset[str]


def outermost(plan: Plan) -> str | None:
    """The journey that the plan is about: the first macro journey that no event opens, else the first unopened one."""
    opened = {step.opens for journey in plan.journeys.values() for step in journey.interactions.values()}
    candidates = [key for key in plan.journeys if key not in opened] or list(plan.journeys)
    return next((key for key in candidates if plan.journeys[key].level == "macro"), next(iter(candidates), None))


def flatten(plan: Plan, root: str | None = None) -> FlatPlan:
    """The plan with every opened interaction replaced by its detail, seen from `root` (else the outermost journey).

    An event stays as it is where what it opens is not there, has no start or would lead in a circle. Customers who
    come to an end of a detail that leads nowhere above end there. Raises KeyError if the plan has no such journey.
    """
    journey_id = root if root is not None else outermost(plan)
    if journey_id is None:
        raise KeyError("the plan has no journey")
    top = Level(journey_id, plan.journeys[journey_id])
    levels = unfold(plan, top)
    ends = [(level, end) for level in levels for end in level.journey.ends if level.goes_on(end) is None]
    starts = list(top.beginnings())
    steps = {level.key(ident): _step(level, ident) for level in levels for ident in level.steps()}
    return FlatPlan(
        root=journey_id,
        steps=steps,
        ends={level.key(ident): _step(level, ident) for level, ident in ends},
        links=_merged(part for level in levels for part in _parts(level)),
        starts={key: share for key, share, _ in starts},
        assumed=frozenset(key for key, _, known in starts if not known),
        opened=frozenset(top.below),
        conversion=frozenset(key for key, step in steps.items() if step.event == top.journey.conversion)
        or frozenset(level.key(ident) for level, ident in ends if level is top and ident == top.journey.conversion),
    )


class _Part(NamedTuple):
    """What one link of a journey brings to one link of the flattened plan."""

    between: Pair
    share: float | None
    probability: float
    made_of: Place
    over: Pair | None
    assumed: bool


def _parts(level: Level) -> Iterator[_Part]:
    for source in level.steps():
        links = level.journey.interactions[source].next
        said = {target: likely_share(link) for target, link in links.items()}
        assumed = assumed_shares(said)
        for target, link in links.items():
            share, place = said[target], (level.journey_id, source, target)
            over = level.crossed(source, target)
            for key, weight, sure in level.arrivals(target, link.enters):
                known = None if share is None else share * weight
                guessed = share is None or not sure
                yield _Part((level.key(source), key), known, assumed[target] * weight, place, over, guessed)


def _merged(parts: Iterable[_Part]) -> dict[Pair, FlatLink]:
    grouped: dict[Pair, list[_Part]] = {}
    for part in parts:
        grouped.setdefault(part.between, []).append(part)
    return {between: _link(same) for between, same in grouped.items()}


def _link(parts: list[_Part]) -> FlatLink:
    if len(parts) == 1:
        (part,) = parts
        over = {part.over: part.probability} if part.over is not None else {}
        return FlatLink(part.share, part.probability, {part.made_of: part.probability}, over, part.assumed)
    return _merged_link(parts)


def _merged_link(parts: list[_Part]) -> FlatLink:
    known = [part.share for part in parts if part.share is not None]
    behind: dict[Place, float] = {}
    over: dict[Pair, float] = {}
    for part in parts:
        behind[part.made_of] = behind.get(part.made_of, 0.0) + part.probability
        if part.over is not None:
            over[part.over] = over.get(part.over, 0.0) + part.probability
    return FlatLink(
        share=sum(known) if len(known) == len(parts) else None,
        probability=sum(part.probability for part in parts),
        made_of=behind,
        over=over,
        assumed=any(part.assumed for part in parts),
    )


def _step(level: Level, ident: str) -> FlatStep:
    return FlatStep(level.journey_id, ident, level.root_event(ident))
