"""Rules about keeping a plan alive: owners, reviews, open remarks, and walking through as a customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Protocol, runtime_checkable

from journeymapper.edits.fields import set_field
from journeymapper.model.facts import Item, Remark
from journeymapper.model.finding import ItemPath
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import journey_name, quoted, step_name

LIBRARIES = (
    "stages", "phases", "processes", "teams", "systems", "channels", "points", "goals", "data", "messages", "criteria",
    "segments", "personas", "opportunities", "initiatives",
)  # fmt: skip
SHOWN = 60
"""So many letters of a remark are shown."""


@runtime_checkable
class HasRemarks(Protocol):
    """An item that people may write remarks on."""

    @property
    def remarks(self) -> Mapping[str, Remark]: ...


def _no_owner(subject: Subject) -> Iterator[Fault]:
    if not (subject.plan.owner or "").strip():
        yield Fault("Nobody answers for the plan: it has no owner", ("title",))
    for key, journey in subject.plan.journeys.items():
        if not (journey.owner or "").strip() and journey.detail != "open":
            yield Fault(f"Nobody answers for {journey_name(subject.plan, key)}: it has no owner", ("journeys", key))


def _review_overdue(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    if plan.review_by is not None and plan.review_by < subject.today:
        yield Fault(f"The plan was to be reviewed by {plan.review_by}", ("review_by",))
    for key, journey in plan.journeys.items():
        if journey.review_by is not None and journey.review_by < subject.today:
            name = journey_name(plan, key)
            yield Fault(f"{name} was to be reviewed by {journey.review_by}", ("journeys", key, "review_by"))


def _remark_open(subject: Subject) -> Iterator[Fault]:
    for path, name, item in _remarked(subject):
        for ident, remark in item.remarks.items():
            if remark.resolved is not True:
                at: ItemPath = (*path, "remarks", ident)
                by = f" by {remark.by}" if remark.by else ""
                message = f"A remark{by} on {name} is open: {_short(remark.text or ident)}"
                yield Fault(message, at, path, mend=partial(_resolve, at))


def _resolve(path: ItemPath) -> Iterator[Fix]:
    yield Fix("Say that it is dealt with", partial(set_field, path=path, field="resolved", raw=True))


def _remarked(subject: Subject) -> Iterator[tuple[ItemPath, str, HasRemarks]]:
    """Everything that people may write remarks on, with its path and name."""
    plan = subject.plan
    yield (), "the plan", plan
    for library in LIBRARIES:
        held: Mapping[str, Item] = getattr(plan, library)
        for ident, entry in held.items():
            if isinstance(entry, HasRemarks):
                yield (library, ident), quoted(entry, ident), entry
    for key, journey in plan.journeys.items():
        yield ("journeys", key), journey_name(plan, key), journey
        for ident, end in journey.ends.items():
            yield ("journeys", key, "ends", ident), quoted(end, ident), end
    for path, step in subject.interactions:
        name = quoted(step, str(path[-1]))
        yield path, name, step
        for target, link in step.next.items():
            if link.remarks:
                to = step_name(plan.journeys[str(path[1])], target)
                yield (*path, "next", target), f"the way from {name} to {to}", link


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"


def _untested(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.truths_worked_out:
        if step.tested is None or (step.tested.on is None and not step.tested.result):
            name = quoted(step, str(path[-1]))
            yield Fault(f"{name} is a moment of truth, and nobody has walked through it as a customer", path)


RULES = (
    Rule(
        "JM701",
        "no-owner",
        "warning",
        "What nobody answers for goes stale.",
        _no_owner,
    ),
    Rule(
        "JM702",
        "review-overdue",
        "warning",
        "A plan that is not looked at again describes the past.",
        _review_overdue,
    ),
    Rule(
        "JM707",
        "remark-open",
        "info",
        "A remark that is neither dealt with nor refused is a decision that nobody has taken.",
        _remark_open,
    ),
    Rule(
        "JM708",
        "untested",
        "info",
        "Only walking through it as a customer shows what the relationship is decided by.",
        _untested,
    ),
)
