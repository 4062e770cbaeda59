"""Rules about opportunities and initiatives: whether they were judged by the formula, and fit the budget."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.opportunities import Judgement, Verdict, judge, missing_for
from journeymapper.model.finding import ItemPath
from journeymapper.model.opportunity import Formula, Opportunity
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import listed, quoted

SPOKEN: dict[str, Verdict] = {
    "accept": "accept", "accepted": "accept", "refuse": "refuse", "refused": "refuse", "park": "park", "parked": "park",
}  # fmt: skip
DONE: dict[Verdict, str] = {"accept": "accepts", "refuse": "refuses", "park": "parks"}


def _verdict(opportunity: Opportunity) -> Verdict | None:
    """The verdict on record, where it is one that the formula can give."""
    said = opportunity.decided.verdict if opportunity.decided is not None else None
    return SPOKEN.get((said or "").strip().casefold())


def _over_budget(subject: Subject) -> Iterator[Fault]:
    formula = subject.plan.formula
    accepted = {ident: each for ident, each in subject.plan.opportunities.items() if _verdict(each) == "accept"}
    paths: tuple[ItemPath, ...] = tuple(("opportunities", ident) for ident in accepted)
    cost = sum(each.cost.likely for each in accepted.values() if each.cost is not None)
    if formula is not None and formula.budget is not None and cost > formula.budget.likely:
        message = f"The accepted opportunities cost {cost:g}, more than the budget of {formula.budget}"
        yield Fault(message, ("formula",), *paths)
    if formula is not None and formula.capacity is not None and len(accepted) > formula.capacity:
        message = f"{len(accepted)} opportunities are accepted, and {formula.capacity} can be done at a time"
        yield Fault(message, ("formula",), *paths)


def _decided_otherwise(subject: Subject) -> Iterator[Fault]:
    for ident, judgement in judge(subject.plan).items():
        opportunity = subject.plan.opportunities[ident]
        recorded, verdict = _verdict(opportunity), judgement.verdict
        if recorded is not None and verdict is not None and recorded != verdict:
            on_record = f"On record is '{recorded}' for {quoted(opportunity, ident)}"
            message = (
                f"{on_record}, and the formula {DONE[verdict]} it today{_because(subject.plan.formula, judgement)}"
            )
            yield Fault(message, ("opportunities", ident), ("formula",))


def _because(formula: Formula | None, judgement: Judgement) -> str:
    if judgement.failed and formula is not None:
        return f", since it does not pass {listed([_name(formula, gate) for gate in judgement.failed])}"
    if judgement.short_of is not None:
        return f", since no {judgement.short_of} is left"
    return f", with a score of {judgement.score:.2f}" if judgement.score is not None else ""


def _undecided(subject: Subject) -> Iterator[Fault]:
    formula = subject.plan.formula
    if formula is None:
        return
    for ident, opportunity in subject.plan.opportunities.items():
        missing = missing_for(formula, opportunity)
        if missing:
            names = listed([_name(formula, each) for each in missing])
            message = f"{quoted(opportunity, ident)} can't be judged by the formula: nothing is said of {names}"
            yield Fault(message, ("opportunities", ident))


def _name(formula: Formula, ident: str) -> str:
    """The title of a criterion, or the sentence of a gate, in quotes."""
    if ident in formula.criteria:
        return quoted(formula.criteria[ident], ident)
    return f"'{formula.gates.get(ident) or ident}'"


def _no_priority(subject: Subject) -> Iterator[Fault]:
    for ident, initiative in subject.plan.initiatives.items():
        if initiative.priority is None:
            message = f"{quoted(initiative, ident)} does not say which of time, cost and quality may not give way"
            yield Fault(message, ("initiatives", ident))


RULES = (
    Rule(
        "JM604",
        "over-budget",
        "warning",
        "More than there is money and people for gets begun and not finished.",
        _over_budget,
    ),
    Rule(
        "JM605",
        "decided-otherwise",
        "info",
        "A verdict that the formula would not give today should be taken again, or its reason kept.",
        _decided_otherwise,
    ),
    Rule(
        "JM704",
        "undecided",
        "info",
        "Without its scores an opportunity is taken up or forgotten by chance.",
        _undecided,
    ),
    Rule(
        "JM705",
        "no-priority",
        "warning",
        "Every project trades time, cost and quality, and somebody has to say beforehand what may not give way.",
        _no_priority,
    ),
)
