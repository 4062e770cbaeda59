"""Rules about the ways that customers take: what all of them pass, and what the likeliest way asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journeymapper.model.finding import ItemPath
from journeymapper.model.flatten import FlatPlan
from journeymapper.model.handover import changes_hands
from journeymapper.model.interaction import Interaction
from journeymapper.model.queries import dominators
from journeymapper.model.ways import likeliest_path
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, step_path
from journeymapper.rules.wording import journey_name, quoted, step_name

BUDGETS = {"handovers": 4, "questions": 12}
"""What rules compare with where the plan sets no other limit."""


def _single_point(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for key, journey, net in subject.journeys():
        for ident in dominators(net):
            step = journey.interactions[ident]
            point = plan.points.get(step.point or "")
            if step.opens is None and point is not None and point.channels is not None and len(point.channels) == 1:
                (channel,) = point.channels
                carrier = quoted(plan.channels[channel], channel) if channel in plan.channels else f"'{channel}'"
                name = journey_name(plan, key)
                message = (
                    f"Everybody who succeeds in {name} must pass {step_name(journey, ident)}, and only by {carrier}"
                )
                yield Fault(message, step_path(key, ident))


def _too_many_handovers(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for flat, way in subject.ways_to_success:
        passes = [
            step_path(flat.steps[two].journey, flat.steps[two].ident)
            for one, two in pairwise(way)
            if changes_hands(plan, _step(subject, flat, one), _step(subject, flat, two))
        ]
        limit = _budget(subject, flat.root, "handovers")
        if len(passes) > limit:
            name = journey_name(plan, flat.root)
            message = f"The likeliest way to success in {name} has {len(passes)} hand-overs, more than {limit:g}"
            yield Fault(message, ("journeys", flat.root), *passes)


def _asks_too_much(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for flat, net in zip(subject.flats, subject.flat_nets, strict=True):
        way = likeliest_path(net, flat.conversion)[:-1] if flat.conversion else ()
        asking = [key for key in way if _step(subject, flat, key).asks]
        count = sum(len(_step(subject, flat, key).asks or ()) for key in asking)
        limit = _budget(subject, flat.root, "questions")
        if count > limit:
            name = journey_name(plan, flat.root)
            message = f"The likeliest way to conversion in {name} asks {count} questions, more than {limit:g}"
            steps = (step_path(flat.steps[key].journey, flat.steps[key].ident) for key in asking)
            yield Fault(message, ("journeys", flat.root), *steps)


def _ends_low(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for flat, way in subject.ways_to_success:
        last = _step(subject, flat, way[-1]) if way else None
        if last is not None and last.feeling is not None and last.feeling < 0:
            place = flat.steps[way[-1]]
            path: ItemPath = step_path(place.journey, place.ident)
            name = journey_name(plan, flat.root)
            message = f"The likeliest way to success in {name} ends on a bad feeling, at {quoted(last, place.ident)}"
            yield Fault(message, path, ("journeys", flat.root))


def _step(subject: Subject, flat: FlatPlan, key: str) -> Interaction:
    return subject.plan.journeys[flat.steps[key].journey].interactions[flat.steps[key].ident]


def _budget(subject: Subject, journey: str, name: str) -> float:
    """The limit that the journey sets, else the plan, else the usual one."""
    for checks in (subject.plan.journeys[journey].checks, subject.plan.checks):
        if checks is not None and name in checks.budgets:
            return checks.budgets[name]
    return BUDGETS[name]


RULES = (
    Rule(
        "JM116",
        "single-point",
        "info",
        "Where every successful customer depends on one channel, nobody succeeds while that channel is closed.",
        _single_point,
    ),
    Rule(
        "JM309",
        "too-many-handovers",
        "warning",
        "With each hand-over customers wait, repeat themselves and get lost.",
        _too_many_handovers,
    ),
    Rule(
        "JM310",
        "asks-too-much",
        "info",
        "Each question before the conversion is a reason to leave.",
        _asks_too_much,
    ),
    Rule(
        "JM407",
        "ends-low",
        "warning",
        "People remember the peak and the end, so a low end spoils what was good before.",
        _ends_low,
    ),
)
