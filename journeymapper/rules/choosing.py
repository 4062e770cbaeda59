"""The fixes that fill in a missing fact: candidates from the plan's libraries, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from journeymapper.edits.fields import set_field
from journeymapper.edits.goals import serve_new_goal
from journeymapper.model.facts import Item
from journeymapper.model.finding import ItemPath
from journeymapper.model.handover import owning_process
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.rules.fix import OFFERED, Fix
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import quoted

Chooser = Callable[[Subject, ItemPath], Iterable[Fix]]


def choose_goal(subject: Subject, path: ItemPath) -> Iterator[Fix]:
    """The goal of the stage, then those that interactions like this one serve, and a new one."""
    plan, step = subject.plan, subject.step(path)
    stage = plan.stages.get(step.stage or "")
    first = (stage.goal,) if stage else ()
    ranked = _ranked(plan.goals, first, _others(subject, step, lambda other: other.goal))
    for ident in ranked[: OFFERED - 1]:
        yield _fix(path, "goal", ident, plan.goals)
    title = step.name(str(path[-1]))
    yield Fix(f"Make a goal '{title}'", partial(_serve_new_goal, step=path, title=title))


def choose_channel(subject: Subject, path: ItemPath) -> Iterator[Fix]:
    """The channels that offer the interaction point, else those of interactions like this one."""
    plan, step = subject.plan, subject.step(path)
    point = plan.points.get(step.point or "")
    offering = point.channels if point else None
    fitting = {ident: item for ident, item in plan.channels.items() if offering is None or ident in offering}
    for ident in _ranked(fitting, (), _others(subject, step, lambda other: other.channel)):
        yield _fix(path, "channel", ident, plan.channels)


def choose_point(subject: Subject, path: ItemPath) -> Iterator[Fix]:
    """The interaction points that the channel offers, those that are most in use first."""
    plan, step = subject.plan, subject.step(path)
    fitting = {
        ident: point
        for ident, point in plan.points.items()
        if step.channel is None or point.channels is None or step.channel in point.channels
    }
    known = [ident for ident in fitting if step.channel in (plan.points[ident].channels or ())]
    for ident in _ranked(fitting, known, _others(subject, step, lambda other: other.point)):
        yield _fix(path, "point", ident, plan.points)


def choose_process(subject: Subject, path: ItemPath) -> Iterator[Fix]:
    """The processes that own interactions like this one first."""
    plan, step = subject.plan, subject.step(path)
    owners = _others(subject, step, lambda other: owning_process(plan, other))
    for ident in _ranked(plan.processes, (), owners):
        yield _fix(path, "process", ident, plan.processes)


def choose_stage(subject: Subject, path: ItemPath) -> Iterator[Fix]:
    """The stages of the interactions that lead here, else of the one before in the planner's order."""
    plan, steps = subject.plan, subject.plan.journeys[str(path[1])].interactions
    before = [other for other in steps.values() if path[-1] in other.next]
    place = list(steps).index(str(path[-1]))
    before += reversed(list(steps.values())[:place])
    stages = dict.fromkeys(other.stage for other in before if other.stage in plan.stages)
    for ident in list(stages or plan.stages)[: 1 if stages else OFFERED]:
        if ident is not None:
            yield _fix(path, "stage", ident, plan.stages)


def _others(
    subject: Subject, step: Interaction, fact: Callable[[Interaction], str | None]
) -> Iterator[tuple[str, int]]:
    """What other interactions say, each with how much they have in common with this one."""
    for _, other in subject.interactions:
        said = fact(other)
        if said is not None:
            alike = sum(
                known is not None and known == getattr(other, name)
                for name in ("stage", "phase", "process", "team", "channel", "point", "goal")
                if (known := getattr(step, name)) is not None
            )
            yield said, alike


def _ranked(library: Mapping[str, Item], first: Iterable[str | None], others: Iterable[tuple[str, int]]) -> list[str]:
    """The ids of the library: `first`, then what those that are alike say, then the planner's order."""
    weight: Counter[str] = Counter()
    for ident, alike in others:
        weight[ident] += 1 + 10 * alike
    leading = list(first)
    return sorted(library, key=lambda ident: (ident not in leading, -weight[ident]))


def _fix(path: ItemPath, field: str, ident: str, library: Mapping[str, Item]) -> Fix:
    name = quoted(library[ident], ident)
    return Fix(f"{field.capitalize()}: {name}", partial(set_field, path=path, field=field, raw=ident))


def _serve_new_goal(plan: Plan, step: ItemPath, title: str) -> Plan:
    return serve_new_goal(plan, step, title)[0]
