"""Rules about evidence: what figures rest on, how old it is, and who was heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journeymapper.model.facts import Evidence
from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.words import Basis
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import journey_name, percent, quoted, step_name

FIGURES = ("takes", "cost", "earns", "feeling", "satisfaction", "importance")
"""The figures of an interaction that its evidence speaks for."""
GONE = ("churn", "defect", "former", "gone", "left", "leaver", "lost")
"""Beginnings of words for customers who have left."""


def _assumed(subject: Subject) -> Iterator[Fault]:
    for key, journey in subject.journeys_worked_out:
        bases = list(_bases(journey))
        assumed = bases.count("assumed")
        if assumed:
            share = percent(round(assumed / len(bases), 2))
            message = (
                f"{assumed} of the {len(bases)} figures of {journey_name(subject.plan, key)} are assumed ({share})"
            )
            yield Fault(message, ("journeys", key))


def _bases(journey: Journey) -> Iterator[Basis | None]:
    """What each figure of a journey rests on; the nearest evidence counts, and an unknown share is assumed."""
    usual = _basis(journey.evidence, None)
    if len(journey.starts) > 1:
        yield from (usual if start.share is not None else "assumed" for start in journey.starts.values())
    for step in journey.interactions.values():
        if step.opens is None:
            yield from _bases_of_step(step, _basis(step.evidence, usual))


def _bases_of_step(step: Interaction, usual: Basis | None) -> Iterator[Basis | None]:
    for link in step.next.values():
        yield _basis(link.evidence, usual) if link.share is not None else "assumed"
    known = sum(getattr(step, name) is not None for name in FIGURES)
    measured = sum(measure.now is not None for measure in step.measures.values())
    yield from (usual for _ in range(known + measured))


def _basis(evidence: Evidence | None, usual: Basis | None) -> Basis | None:
    return (evidence.basis if evidence is not None else None) or usual


def _evidence(subject: Subject) -> Iterator[tuple[ItemPath, str, Evidence]]:
    """All evidence, with its path and the name of what it is for."""
    for key, journey in subject.plan.journeys.items():
        if journey.evidence is not None:
            yield ("journeys", key, "evidence"), journey_name(subject.plan, key), journey.evidence
    for path, step in subject.interactions:
        name = quoted(step, str(path[-1]))
        if step.evidence is not None:
            yield (*path, "evidence"), name, step.evidence
        for target, link in step.next.items():
            if link.evidence is not None:
                to = step_name(subject.plan.journeys[str(path[1])], target)
                yield (*path, "next", target, "evidence"), f"the way from {name} to {to}", link.evidence


def _no_churned_voices(subject: Subject) -> Iterator[Fault]:
    for path, name, evidence in _evidence(subject):
        if evidence.voices is not None and not any(map(_has_left, evidence.voices)):
            yield Fault(f"The evidence for {name} never heard customers who have left", path)


def _has_left(voice: str) -> bool:
    return any(word.startswith(GONE) for word in voice.casefold().replace("-", " ").split())


def _evidence_old(subject: Subject) -> Iterator[Fault]:
    for path, name, evidence in _evidence(subject):
        if evidence.on is not None and evidence.on < _a_year_before(subject.today):
            yield Fault(f"The evidence for {name} is of {evidence.on}, more than a year ago", path)


def _a_year_before(day: date) -> date:
    """The same day of the year before, the last of February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


RULES = (
    Rule(
        "JM505",
        "assumed",
        "info",
        "What rests on assumptions is a guess until somebody has looked.",
        _assumed,
    ),
    Rule(
        "JM507",
        "no-churned-voices",
        "info",
        "Customers who stayed can't say why the others left.",
        _no_churned_voices,
    ),
    Rule(
        "JM703",
        "evidence-old",
        "info",
        "Customers and competitors change within a year, and evidence with them.",
        _evidence_old,
    ),
)
