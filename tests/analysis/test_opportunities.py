from typing import Any

import pytest

from journeymapper.analysis.opportunities import Judgement, judge
from journeymapper.model.plan import Plan

WEIGHTS = (0.25, 0.25, 0.25, 0.15, 0.10)
WORTH = (0.8, 0.7, 0.5, 0.6, 0.8)
"""The worked example of the formula: 0.67, accepted from 0.65 on, and fragile."""


def _plan(opportunities: dict[str, Any], **formula: Any) -> Plan:
    criteria = {f"c{n}": {"weight": weight, "low": 0, "high": 1} for n, weight in enumerate(WEIGHTS)}
    whole = {"gates": {"fits": "Fits"}, "criteria": criteria, "accept": 0.65, "refuse": 0.45, **formula}
    return Plan.model_validate({"title": "Plan", "formula": whole, "opportunities": opportunities})


def _chance(worth: tuple[float, ...] = WORTH, **facts: Any) -> dict[str, Any]:
    return {"gates": {"fits": True}, "scores": {f"c{n}": value for n, value in enumerate(worth)}, **facts}


def _judged(chance: dict[str, Any], **formula: Any) -> Judgement:
    return judge(_plan({"it": chance}, **formula))["it"]


def test_the_worked_example() -> None:
    judgement = _judged(_chance())
    assert judgement.score == pytest.approx(0.67)
    assert (judgement.verdict, judgement.is_fragile) == ("accept", True)


@pytest.mark.parametrize(
    ("level", "verdict", "fragile"),
    [
        (1.0, "accept", False),
        (0.65, "accept", True),
        (0.55, "park", False),
        (0.45, "park", True),
        (0.2, "refuse", False),
    ],
)
def test_the_score_decides(level: float, verdict: str, fragile: bool) -> None:
    judgement = _judged(_chance((level,) * 5))
    assert (judgement.verdict, judgement.is_fragile) == (verdict, fragile)


def test_a_verdict_that_other_weights_would_change_is_fragile() -> None:
    assert _judged(_chance((1, 1, 1, 0, 0)), accept=0.67, refuse=0.1).is_fragile  # 0.75 with the weights as they are
    assert not _judged(_chance((1, 1, 1, 0.9, 0.9)), accept=0.6, refuse=0.1).is_fragile


def test_a_gate_that_fails_refuses_whatever_the_score_is() -> None:
    judgement = _judged(_chance((1, 1, 1, 1, 1), gates={"fits": False}))
    assert (judgement.verdict, judgement.failed) == ("refuse", ("fits",))


@pytest.mark.parametrize("gates", [{}, {"fits": None}])
def test_a_gate_without_an_answer_is_not_no(gates: dict[str, Any]) -> None:
    judgement = _judged(_chance(gates=gates))
    assert (judgement.verdict, judgement.failed, judgement.missing) == (None, (), ("fits",))


def test_a_missing_score_leaves_it_open() -> None:
    judgement = _judged({"gates": {"fits": True}, "scores": {"c0": 1, "c1": None}})
    assert (judgement.verdict, judgement.score, judgement.missing) == (None, None, ("c1", "c2", "c3", "c4"))


def test_worth_runs_between_the_anchors_whichever_is_greater() -> None:
    criteria = {"weeks": {"weight": 0.2, "low": 26, "high": 0}}
    chance = {"gates": {"fits": True}, "scores": {"weeks": 6.5}}
    assert _judged(chance, criteria=criteria).score == pytest.approx(0.75)
    assert _judged({**chance, "scores": {"weeks": 40}}, criteria=criteria).score == 0
    assert _judged(chance, criteria={"weeks": {"weight": 0.2, "low": 26}}).verdict is None
    assert _judged(chance, criteria={"weeks": {"low": 26, "high": 0}}).score is None


def test_the_best_get_budget_and_capacity_first() -> None:
    plan = _plan(
        {"good": _chance(cost=60), "best": _chance((1, 1, 1, 1, 1), cost=50), "small": _chance((0.9,) * 5, cost=40)},
        budget=100,
    )
    assert {key: (each.verdict, each.short_of) for key, each in judge(plan).items()} == {
        "good": ("park", "budget"), "best": ("accept", None), "small": ("accept", None),
    }  # fmt: skip
    plan = _plan({"good": _chance(), "best": _chance((1, 1, 1, 1, 1))}, capacity=1)
    assert [(each.verdict, each.short_of) for each in judge(plan).values()] == [("park", "capacity"), ("accept", None)]


def test_an_unknown_cost_can_t_be_held_against_a_budget() -> None:
    assert _judged(_chance(), budget=10).missing == ("cost",)
    assert _judged(_chance(), budget=10).verdict is None
    assert _judged(_chance((0.2,) * 5), budget=10).verdict == "refuse"


def test_without_a_formula_or_thresholds_nothing_is_decided() -> None:
    assert judge(Plan(title="Plan")) == {}
    assert _judged(_chance(), accept=None).verdict is None
    assert _judged(_chance((0.5,) * 5), refuse=None).verdict == "refuse"
