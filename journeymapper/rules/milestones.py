"""Rules about a journey as a whole: whether it is opened, of a size to be read, and has its milestones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import journey_name, listed, quoted

LARGEST_JOURNEY = 30
LARGEST_STAGE = 7


def _unopened(subject: Subject) -> Iterator[Fault]:
    for key, journey in subject.plan.journeys.items():
        if journey.level == "micro" and key not in subject.openers:
            yield Fault(f"No event opens {journey_name(subject.plan, key)}", ("journeys", key))


def _too_long(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for key, journey in plan.journeys.items():
        name, size = journey_name(plan, key), len(journey.interactions)
        if size > LARGEST_JOURNEY:
            message = f"{name} has {size} interactions, and more than {LARGEST_JOURNEY} are hard to take in"
            yield Fault(message, ("journeys", key))
        for stage, count in Counter(step.stage for step in journey.interactions.values()).items():
            if stage and stage in plan.stages and count > LARGEST_STAGE:
                where = quoted(plan.stages[stage], stage)
                message = (
                    f"{name} has {count} interactions in {where}, and more than {LARGEST_STAGE} are hard to take in"
                )
                yield Fault(message, ("journeys", key), ("stages", stage))


def _macro_milestones(subject: Subject) -> Iterator[Fault]:
    for key, journey in subject.plan.journeys.items():
        if journey.level != "macro" or journey.detail == "open":
            continue
        named = {step.milestone for step in journey.interactions.values()}
        missing = [
            name
            for name, known in (
                ("the first contact", "first-contact" in named),
                ("the conversion", journey.conversion is not None),
                ("the last contact", "last-contact" in named),
            )
            if not known
        ]
        if missing:
            name = journey_name(subject.plan, key)
            yield Fault(f"{name} does not say which event is {listed(missing)}", ("journeys", key))


RULES = (
    Rule(
        "JM112",
        "unopened",
        "warning",
        "A micro journey that no event opens is no part of the whole, and its figures count nowhere.",
        _unopened,
    ),
    Rule(
        "JM113",
        "too-long",
        "info",
        "What is too long to be taken in at a glance hides what matters; a part of it is better a journey of its own.",
        _too_long,
    ),
    Rule(
        "JM115",
        "macro-milestones",
        "warning",
        "First contact, conversion and last contact are what a relationship is measured between.",
        _macro_milestones,
    ),
)
