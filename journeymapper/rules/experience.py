"""Rules about what customers expect and feel, and about the moments that decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import audience_name, journey_name, listed, quoted


def _no_expectation(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.worked_out:
        if not (step.expects or "").strip():
            yield Fault(f"{quoted(step, str(path[-1]))} does not say what the customer expects", path)


def _no_feeling(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.worked_out:
        if step.feeling is None and not step.feeling_by:
            yield Fault(f"{quoted(step, str(path[-1]))} does not say what the customer feels", path)


def _sad_truth(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.truths:
        name = quoted(step, str(path[-1]))
        if step.feeling is not None and step.feeling < 0:
            yield Fault(f"{name} is a moment of truth, and customers feel bad there", path)
            continue
        sad = [audience_name(subject.plan, ident) for ident, feeling in step.feeling_by.items() if feeling < 0]
        if sad:
            yield Fault(f"{name} is a moment of truth, and {listed(sad)} feel bad there", path)


def _no_truth(subject: Subject) -> Iterator[Fault]:
    for key, _ in subject.journeys_worked_out:
        if not _anywhere(subject.plan, key, lambda step: step.moment_of_truth is True):
            yield Fault(f"{journey_name(subject.plan, key)} has no moment of truth", ("journeys", key))


def _only_basics(subject: Subject) -> Iterator[Fault]:
    for key, _ in subject.journeys_worked_out:
        if not _anywhere(subject.plan, key, lambda step: step.beyond_basics is True):
            name = journey_name(subject.plan, key)
            yield Fault(f"Nothing in {name} is said to go beyond the basics", ("journeys", key))


def _anywhere(plan: Plan, key: str, holds: Callable[[Interaction], bool]) -> bool:
    """Whether it holds for some interaction of the journey or of what its events open."""
    seen, waiting = {key}, [key]
    while waiting:
        for step in plan.journeys[waiting.pop()].interactions.values():
            if holds(step):
                return True
            if step.opens and step.opens in plan.journeys and step.opens not in seen:
                seen.add(step.opens)
                waiting.append(step.opens)
    return False


RULES = (
    Rule(
        "JM401",
        "no-expectation",
        "info",
        "Whether customers are content depends on what they expected.",
        _no_expectation,
    ),
    Rule(
        "JM402",
        "no-feeling",
        "info",
        "What customers feel decides whether they come back, and a gap hides a low.",
        _no_feeling,
    ),
    Rule(
        "JM403",
        "sad-truth",
        "warning",
        "At a moment of truth the relationship is decided, and a bad feeling decides it against us.",
        _sad_truth,
    ),
    Rule(
        "JM404",
        "no-truth",
        "warning",
        "Where nothing is marked as decisive, effort is spread over everything alike.",
        _no_truth,
    ),
    Rule(
        "JM406",
        "only-basics",
        "info",
        "Doing what is expected keeps customers from leaving but gives them nothing to tell.",
        _only_basics,
    ),
)
