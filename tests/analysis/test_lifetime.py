from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.lifetime import margin_multiple, relationship_value, segment_value
from journeymapper.model.library import Segment
from tests.analysis.worked import ORACLES

O5 = ORACLES["O5_gupta_lehmann"]
PC = ORACLES["PC2000"]


def _segment(**facts: object) -> Segment:
    return Segment.model_validate(facts)


def _recency(buying: list[float]) -> list[dict[int, float]]:
    """Who buys is recent again; who never does for so many periods is a former customer, the last state."""
    former = len(buying)
    rows = [{0: buys, number + 1: 1 - buys} for number, buys in enumerate(buying)]
    return [*rows, {former: 1.0}]


@pytest.mark.parametrize("case", O5[:2])
def test_the_margin_multiple(case: dict[str, float]) -> None:
    assert margin_multiple(case["r"], case["i"]) == pytest.approx(case["multiple"])


def test_a_segment_is_worth_its_margins_less_what_it_costs_to_win() -> None:
    facts = O5[2]
    segment = _segment(margin=facts["m"], retention="55%", discount="10%", acquisition_cost=facts["AC"])
    value = segment_value(segment)
    assert value.gross == pytest.approx(150)
    assert value.net == pytest.approx(facts["CLV"])
    assert value.missing == ()


def test_what_is_unknown_stays_unknown() -> None:
    assert segment_value(_segment(margin=10, discount="1%")) == (None, None, ("retention", "acquisition_cost"))
    gross, net, missing = segment_value(_segment(margin=10, retention="50%", discount="50%"))
    assert (gross, net, missing) == (5, None, ("acquisition_cost",))


def test_who_never_leaves_is_worth_more_than_any_figure_unless_money_loses_worth() -> None:
    assert margin_multiple(1, 0) is None
    assert margin_multiple(1, 0.1) == pytest.approx(10)
    assert segment_value(_segment(margin=1, retention="100%", discount="0%", acquisition_cost=1)).net is None


def test_the_example_of_pfeifer_and_carraway() -> None:
    rewards = [PC["NC"] - PC["M"], -PC["M"], -PC["M"], -PC["M"], 0]
    for_ever = relationship_value(_recency(PC["p"]), rewards, PC["d"])
    assert for_ever == pytest.approx(PC["V_inf"], abs=5e-9)
    assert relationship_value(_recency(PC["p"]), rewards, PC["d"], 4) == pytest.approx(PC["V_T4"], abs=5e-9)
    assert relationship_value(_recency(PC["p"][:3]), [36, -4, -4, 0], PC["d"]) == pytest.approx(
        PC["V_curtail_r4"], abs=5e-9
    )


@pytest.mark.parametrize(("bought", "first"), [([0.3, 0.2], 51.574), ([0.3], 48.0)])
def test_stopping_earlier_is_worse(bought: list[float], first: float) -> None:
    rewards = [36.0, *[-4.0] * (len(bought) - 1), 0.0]
    assert relationship_value(_recency(bought), rewards, 0.2)[0] == pytest.approx(first, abs=5e-4)


@pytest.mark.parametrize("case", ORACLES["O6_phpOMS"])
def test_other_examples_of_the_same_model(case: dict[str, Any]) -> None:
    value = relationship_value(_recency(case["p"]), case["payoff"], case["d"], case.get("T"))
    assert value == pytest.approx(case["V"], abs=5e-7)


@given(st.floats(0, 0.99), st.floats(0.001, 1))
def test_the_closed_form_is_the_relationship_with_one_state(retention: float, discount: float) -> None:
    """A customer who stays from one period to the next, and pays from the first next one on."""
    multiple = margin_multiple(retention, discount)
    assert multiple is not None
    assert relationship_value([{0: retention}], [1.0], discount)[0] - 1 == pytest.approx(multiple, abs=1e-9)
    assert relationship_value([{0: retention}], [1.0], discount, 2_000)[0] - 1 == pytest.approx(multiple, abs=1e-6)
