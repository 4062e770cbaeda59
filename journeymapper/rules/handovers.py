"""Rules about hand-overs: what is agreed where the customer passes from one owner to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from journeymapper.edits.fields import set_part
from journeymapper.edits.handing import agree_on
from journeymapper.model.finding import ItemPath
from journeymapper.rules.crossings import Crossing, is_handover, names, owners
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import listed, quoted


def _handover_without_criteria(subject: Subject) -> Iterator[Fault]:
    for crossing in _handovers(subject):
        if crossing.link.handover is None or crossing.link.handover.criteria is None:
            message = f"{_passing(subject, crossing)}, and nothing says when the customer is ready"
            yield Fault(message, *crossing.items, mend=partial(_choose_criteria, subject, crossing))


def _handover_without_limit(subject: Subject) -> Iterator[Fault]:
    for crossing in _handovers(subject):
        if crossing.link.handover is None or crossing.link.handover.within is None:
            yield Fault(f"{_passing(subject, crossing)} without a time limit", *crossing.items)


def _handovers(subject: Subject) -> Iterator[Crossing]:
    """The hand-overs that should be agreed, each link once."""
    seen: set[ItemPath] = set()
    for crossing in subject.crossings:
        if crossing.is_worked_out and crossing.items[0] not in seen and is_handover(subject.plan, crossing):
            seen.add(crossing.items[0])
            yield crossing


def _passing(subject: Subject, crossing: Crossing) -> str:
    giving, taking = owners(subject.plan, crossing)
    before, after = names(crossing)
    return f"From {before} to {after} the customer passes from {giving} to {taking}"


def _choose_criteria(subject: Subject, crossing: Crossing) -> Iterator[Fix]:
    """The criteria of other hand-overs between the same owners first, then those that are most in use."""
    weight: Counter[str] = Counter()
    between = owners(subject.plan, crossing)
    for other in subject.crossings:
        agreed = other.link.handover.criteria if other.link.handover is not None else None
        if agreed is not None:
            weight[agreed] += 100 if owners(subject.plan, other) == between else 1
    criteria = subject.plan.criteria
    for ident in sorted(criteria, key=lambda each: -weight[each]):
        edit = partial(set_part, path=crossing.items[0], record="handover", field="criteria", raw=ident)
        yield Fix(f"Hand over by {quoted(criteria[ident], ident)}", edit)


def _several_lead_criteria(subject: Subject) -> Iterator[Fault]:
    criteria = subject.plan.criteria
    uses = {path: agreed for path, agreed in _agreements(subject) if agreed in criteria and criteria[agreed].lead}
    count = Counter(uses.values())
    if len(count) > 1:
        sets = listed([quoted(criteria[ident], ident) for ident, _ in count.most_common()])
        message = f"Leads are qualified by more than one set of criteria: {sets}"
        items = (("criteria", ident) for ident in reversed([ident for ident, _ in count.most_common()]))
        yield Fault(message, *items, *uses, mend=partial(_unify, subject, count, tuple(uses)))


def _agreements(subject: Subject) -> Iterator[tuple[ItemPath, str]]:
    """Every link that says by which criteria customers are handed over."""
    for path, step in subject.interactions:
        for target, link in step.next.items():
            if link.handover is not None and link.handover.criteria is not None:
                yield (*path, "next", target), link.handover.criteria


def _unify(subject: Subject, count: Counter[str], links: tuple[ItemPath, ...]) -> Iterator[Fix]:
    for ident, _ in count.most_common():
        name = quoted(subject.plan.criteria[ident], ident)
        yield Fix(f"Qualify every lead by {name}", partial(agree_on, links=links, criteria=ident))


RULES = (
    Rule(
        "JM301",
        "handover-without-criteria",
        "warning",
        "Where nobody agreed when a customer is ready, customers are handed over too early, too late or not at all.",
        _handover_without_criteria,
    ),
    Rule(
        "JM302",
        "several-lead-criteria",
        "warning",
        "With more than one set of criteria a lead that one process sends is none to the next.",
        _several_lead_criteria,
    ),
    Rule(
        "JM303",
        "handover-without-limit",
        "info",
        "A customer who is handed over waits, and without a limit nobody notices for how long.",
        _handover_without_limit,
    ),
)
