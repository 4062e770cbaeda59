"""Rules about measures: whether they have targets and are checked, and whether what decides is measured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from journeymapper.model.facts import Measure
from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.library import Stage
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import quoted

SELDOM = 180.0
"""Days after which a measure that does not say how often it is checked is overdue."""
DAY = 86_400


def _measures(subject: Subject) -> Iterator[tuple[ItemPath, str, Measure]]:
    """Every measure that counts, with its path and the name of what it stands on."""
    plan = subject.plan
    owners: Iterator[tuple[ItemPath, Stage | Journey | Interaction]] = chain(
        ((("stages", ident), stage) for ident, stage in plan.stages.items()),
        ((("journeys", key), journey) for key, journey in subject.journeys_worked_out),
        subject.worked_out,
    )
    for path, owner in owners:
        for ident, measure in owner.measures.items():
            yield (*path, "measures", ident), quoted(owner, str(path[-1])), measure


def _no_target(subject: Subject) -> Iterator[Fault]:
    for path, where, measure in _measures(subject):
        if measure.target is None:
            yield Fault(f"The measure {quoted(measure, str(path[-1]))} of {where} has no target", path)


def _check_overdue(subject: Subject) -> Iterator[Fault]:
    for path, where, measure in _measures(subject):
        if measure.on is None:
            continue
        days = measure.every.likely / DAY if measure.every is not None else SELDOM
        if (subject.today - measure.on).days > days:
            due = f"every {measure.every}" if measure.every is not None else f"within {SELDOM:g} days"
            name = quoted(measure, str(path[-1]))
            yield Fault(f"The measure {name} of {where} was last checked on {measure.on}, and is due {due}", path)


def _truth_unmeasured(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.truths_worked_out:
        if not step.measures:
            yield Fault(f"{quoted(step, str(path[-1]))} is a moment of truth, and nothing is measured there", path)


RULES = (
    Rule(
        "JM502",
        "no-target",
        "info",
        "A figure without a target can't be good or bad.",
        _no_target,
    ),
    Rule(
        "JM503",
        "check-overdue",
        "info",
        "A figure that nobody has looked at for long may have become another one.",
        _check_overdue,
    ),
    Rule(
        "JM504",
        "truth-unmeasured",
        "warning",
        "Where the relationship is decided, somebody must see how it is decided.",
        _truth_unmeasured,
    ),
)
