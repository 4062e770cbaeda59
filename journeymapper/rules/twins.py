"""Rules about interactions that may be one and the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.edits.merging import merge_interactions, why_not_merge
from journeymapper.model.handover import owning_process
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, step_path
from journeymapper.rules.wording import quoted


def _twins(subject: Subject) -> Iterator[Fault]:
    for key, journey in subject.plan.journeys.items():
        first: dict[tuple[str, str, str], str] = {}
        for ident, step in journey.interactions.items():
            if step.title and step.channel and step.point:
                other = first.setdefault((step.title.strip().casefold(), step.channel, step.point), ident)
                if other != ident:
                    message = f"{quoted(step, ident)} is there twice, with the same channel and interaction point"
                    mend = partial(_merge, subject, key, other, ident)
                    yield Fault(message, step_path(key, ident), step_path(key, other), mend=mend)


def _merge(subject: Subject, key: str, kept: str, twin: str) -> Iterator[Fix]:
    """One interaction instead of two, where both stand in the same place and have the same owner."""
    plan = subject.plan
    one, two = (plan.journeys[key].interactions[ident] for ident in (kept, twin))
    same_place = (one.stage, one.team, owning_process(plan, one)) == (two.stage, two.team, owning_process(plan, two))
    if same_place and not why_not_merge(plan.journeys[key], kept, twin):
        edit = partial(merge_interactions, journey=key, kept=kept, twin=twin)
        yield Fix(f"Make one interaction of both {quoted(one, kept)}", edit)


RULES = (
    Rule(
        "JM114",
        "twins",
        "info",
        "Two interactions that can't be told apart are changed in one place and forgotten in the other.",
        _twins,
    ),
)
