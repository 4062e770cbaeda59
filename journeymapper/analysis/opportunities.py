"""The formula for accepting and refusing opportunities: gates that must hold, a score, budget and capacity.

Must-meet and should-meet criteria: Cooper, Stage-Gate (2008).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import fsum
from typing import Literal

from journeymapper.model.opportunity import Criterion, Formula, Opportunity
from journeymapper.model.plan import Plan

Verdict = Literal["accept", "refuse", "park"]
Scarce = Literal["budget", "capacity"]
NEAR = 0.05
"""A score this near to a threshold is fragile."""
SHIFT = 0.10
"""A verdict is fragile that another weight, by so much, would change."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the formula says of one opportunity; `verdict` is None where what it needs is not known.

    `score` runs from 0 to 1. `failed` are the gates that are answered no; `missing` what the formula needs to know, as
    ids of gates and criteria and `cost`. `short_of` says what is not left for one that is good enough. `is_fragile`
    says that a slightly other score or weight would change the verdict.
    """

    verdict: Verdict | None
    score: float | None = None
    failed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    short_of: Scarce | None = None
    is_fragile: bool = False


def judge(plan: Plan) -> dict[str, Judgement]:
    """What the plan's formula says of each opportunity, by its id; nothing where there is no formula.

    The best scores get budget and capacity first; what is good enough but finds none left is parked.
    """
    formula = plan.formula
    if formula is None:
        return {}
    found = {ident: _alone(formula, opportunity) for ident, opportunity in plan.opportunities.items()}
    budget = formula.budget.likely if formula.budget is not None else None
    places = formula.capacity
    good = [ident for ident, judgement in found.items() if judgement.verdict == "accept"]
    for ident in sorted(good, key=lambda each: -(found[each].score or 0.0)):
        cost = plan.opportunities[ident].cost
        if places is not None and places < 1:
            found[ident] = replace(found[ident], verdict="park", short_of="capacity")
        elif budget is not None and cost is None:
            found[ident] = replace(found[ident], verdict=None, missing=("cost",))
        elif budget is not None and cost is not None and cost.likely > budget:
            found[ident] = replace(found[ident], verdict="park", short_of="budget")
        else:
            places = None if places is None else places - 1
            budget = None if budget is None or cost is None else budget - cost.likely
    return found


def score_of(formula: Formula, opportunity: Opportunity, weights: Mapping[str, float] | None = None) -> float | None:
    """The weighted sum of what the scores are worth, from 0 to 1; None where something that counts is not known.

    Weights that don't add up to 1 are scaled. `weights` are other ones to try.
    """
    weighing = weights or _weights(formula)
    if not weighing or _missing_scores(formula, opportunity):
        return None
    worth = {key: _worth(formula.criteria[key], opportunity.scores.get(key)) for key in weighing}
    if None in worth.values():
        return None
    return fsum(weight * (worth[key] or 0.0) for key, weight in weighing.items())


def missing_for(formula: Formula, opportunity: Opportunity) -> tuple[str, ...]:
    """The gates without an answer and the criteria without a score, by id; none once a gate is answered no."""
    if _failed(formula, opportunity):
        return ()
    gates = (gate for gate in formula.gates if opportunity.gates.get(gate) is None)
    return (*gates, *_missing_scores(formula, opportunity))


def _alone(formula: Formula, opportunity: Opportunity) -> Judgement:
    """The judgement without regard to budget and capacity."""
    failed = _failed(formula, opportunity)
    score = score_of(formula, opportunity)
    if failed:
        return Judgement("refuse", score, failed)
    verdict = None if (missing := missing_for(formula, opportunity)) else _verdict(formula, score)
    fragile = verdict is not None and score is not None and _is_fragile(formula, opportunity, score, verdict)
    return Judgement(verdict, score, (), missing, None, fragile)


def _failed(formula: Formula, opportunity: Opportunity) -> tuple[str, ...]:
    return tuple(gate for gate in formula.gates if opportunity.gates.get(gate) is False)


def _missing_scores(formula: Formula, opportunity: Opportunity) -> tuple[str, ...]:
    weighty = (key for key, criterion in formula.criteria.items() if criterion.weight != 0)
    return tuple(key for key in weighty if opportunity.scores.get(key) is None)


def _weights(formula: Formula) -> dict[str, float]:
    """The weights that count, scaled to add up to 1; none where one of them is not known."""
    known = {key: criterion.weight for key, criterion in formula.criteria.items() if criterion.weight != 0}
    whole = fsum(weight or 0.0 for weight in known.values())
    return (
        {} if None in known.values() or not whole else {key: (weight or 0.0) / whole for key, weight in known.items()}
    )


def _worth(criterion: Criterion, score: float | None) -> float | None:
    """What a score is worth between the criterion's anchors, 0 at `low` and 1 at `high`, whichever is greater."""
    low, high = criterion.low, criterion.high
    if score is None or low is None or high is None or low == high:
        return None
    return min(1.0, max(0.0, (score - low) / (high - low)))


def _verdict(formula: Formula, score: float | None) -> Verdict | None:
    if score is None or formula.accept is None:
        return None
    if score >= formula.accept - 1e-9:
        return "accept"
    refuse = formula.refuse if formula.refuse is not None else formula.accept
    return "refuse" if score < refuse - 1e-9 else "park"


def _is_fragile(formula: Formula, opportunity: Opportunity, score: float, verdict: Verdict) -> bool:
    thresholds = (formula.accept, formula.refuse)
    if any(threshold is not None and abs(score - threshold) < NEAR for threshold in thresholds):
        return True
    shifted = (score_of(formula, opportunity, weights) for weights in _shifted_weights(formula))
    return any(_verdict(formula, other) != verdict for other in shifted if other is not None)


def _shifted_weights(formula: Formula) -> Iterator[dict[str, float]]:
    """The weights with one of them changed by as much as may be, the others scaled to what is left."""
    shares = _weights(formula)
    for key, share in shares.items():
        for change in (-SHIFT, SHIFT):
            moved = min(1.0, max(0.0, share + change))
            rest = (1 - moved) / (1 - share) if share < 1 else 0.0
            yield {other: moved if other == key else part * rest for other, part in shares.items()}
