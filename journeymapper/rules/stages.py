"""Rules about stages: whether each has interactions, a goal and measures, and agrees with the company's phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, link_path
from journeymapper.rules.wording import quoted, step_name

GENERIC = {"the", "our", "stage", "phase", "team", "process", "department"}
"""Words that make no difference between a stage and a process."""


def _stage_empty(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    macro = [journey for _, journey in subject.journeys_worked_out if journey.level == "macro"]
    seen = {stage for journey in macro for step in journey.interactions.values() for stage in _stages_of(plan, step)}
    for ident, stage in plan.stages.items() if macro else ():
        if ident not in seen:
            message = f"No macro journey has an interaction in the stage {quoted(stage, ident)}"
            yield Fault(message, ("stages", ident))


def _stages_of(plan: Plan, step: Interaction) -> set[str | None]:
    """The stage of an event, or those of its detail where it names none."""
    detail = plan.journeys.get(step.opens or "")
    if step.stage is None and detail is not None:
        return {inner.stage for inner in detail.interactions.values()}
    return {step.stage}


def _by_stage(subject: Subject) -> Mapping[str, list[Interaction]]:
    """The interactions of each stage, at every level."""
    found: dict[str, list[Interaction]] = {ident: [] for ident in subject.plan.stages}
    for _, step in subject.interactions:
        if step.stage in found:
            found[step.stage].append(step)
    return found


def _left_open(subject: Subject) -> set[str]:
    """The stages in which there are interactions, and all of them are deliberately not worked out."""
    worked_out = {step.stage for _, step in subject.worked_out}
    return {ident for ident, steps in _by_stage(subject).items() if steps and ident not in worked_out}


def _stage_without_goal(subject: Subject) -> Iterator[Fault]:
    steps, left_open = _by_stage(subject), _left_open(subject)
    for ident, stage in subject.plan.stages.items():
        if ident in left_open:
            continue
        lacks = [] if stage.goal else ["goal"]
        if not stage.measures and not any(step.measures for step in steps[ident]):
            lacks.append("check point")
        if lacks:
            yield Fault(f"The stage {quoted(stage, ident)} has no {' and no '.join(lacks)}", ("stages", ident))


def _stage_unmeasured(subject: Subject) -> Iterator[Fault]:
    steps, left_open = _by_stage(subject), _left_open(subject)
    for ident, stage in subject.plan.stages.items():
        measures = chain(stage.measures.values(), *(step.measures.values() for step in steps[ident]))
        if ident not in left_open and not any(measure.target is not None for measure in measures):
            yield Fault(f"Nothing in the stage {quoted(stage, ident)} is measured against a target", ("stages", ident))


def _phase_stage_mismatch(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    stages = {ident: number for number, ident in enumerate(plan.stages)}
    phases = {ident: number for number, ident in enumerate(plan.phases)}
    for key, journey in plan.journeys.items():
        for ident, step in journey.interactions.items():
            for target in step.next:
                after = journey.interactions.get(target)
                if after is None or not {step.stage, after.stage} <= stages.keys():
                    continue
                if not {step.phase, after.phase} <= phases.keys():
                    continue
                stage_runs = _direction(stages[str(step.stage)], stages[str(after.stage)], len(stages))
                phase_runs = phases[str(after.phase)] - phases[str(step.phase)]
                if stage_runs * phase_runs < 0:
                    back, on = ("stage", "company phase") if stage_runs < 0 else ("company phase", "stage")
                    names = f"{step_name(journey, ident)} to {step_name(journey, target)}"
                    message = f"From {names} the {back} runs back while the {on} runs forward"
                    yield Fault(message, link_path(key, ident, target))


def _direction(before: int, after: int, count: int) -> int:
    """Which way a stage runs; from the last one to the first of a cycle is neither back nor forward."""
    return 0 if count > 2 and (before, after) == (count - 1, 0) else after - before


def _department_names(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    ours = {
        _plain(item.name(ident)): (kind, quoted(item, ident))
        for kind, library in (("team", plan.teams), ("process", plan.processes))
        for ident, item in library.items()
    }
    for ident, stage in plan.stages.items():
        if _plain(stage.name(ident)) in ours:
            kind, name = ours[_plain(stage.name(ident))]
            yield Fault(f"The stage {quoted(stage, ident)} is named after our {kind} {name}", ("stages", ident))


def _plain(title: str) -> str:
    return " ".join(word for word in title.casefold().replace("-", " ").split() if word not in GENERIC)


RULES = (
    Rule(
        "JM210",
        "stage-empty",
        "warning",
        "A stage in which nothing happens leaves customers alone there, or is no stage of theirs.",
        _stage_empty,
    ),
    Rule(
        "JM211",
        "stage-without-goal",
        "warning",
        "Each stage needs something to reach and a point where it is checked, or nobody knows whether it works.",
        _stage_without_goal,
    ),
    Rule(
        "JM212",
        "phase-stage-mismatch",
        "info",
        "Where the customer goes back while we count progress, one of the two is told wrong.",
        _phase_stage_mismatch,
    ),
    Rule(
        "JM501",
        "stage-unmeasured",
        "warning",
        "What is not measured against a target is not managed.",
        _stage_unmeasured,
    ),
    Rule(
        "JM706",
        "department-names",
        "info",
        "Stages are what customers live through, and they know nothing of our departments.",
        _department_names,
    ),
)
