import pytest
from hypothesis import given

from journeymapper.analysis.passage import Passages
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.analysis.worth import Discount, discount_of, worth
from journeymapper.model.library import Segment
from tests.analysis.worked import DAY, ORACLES, planned_journeys, three_steps
from tests.sketches import Shares, journey, plan

PC = ORACLES["PC2000"]


def test_later_money_is_worth_less_in_the_three_step_journey() -> None:
    planned = plan_chain(three_steps(value=300))
    found = worth(planned, Discount(1 / 0.99 - 1, DAY))
    assert list(found.onward.values()) == pytest.approx(ORACLES["O2_three_step"]["value_disc_0.99_win300"])
    assert found.start == found.onward["j/a"]
    assert found.negative == ()


def test_pfeifer_and_carraway_as_a_plan_in_which_every_step_takes_a_period() -> None:
    steps: dict[str, Shares] = {
        f"r{number}": {
            "takes": "1mo",
            "cost": PC["M"],
            "earns": PC["NC"] if number == 1 else 0,
            "r1": f"{buys * 100:g}%",
            f"r{number + 1}": f"{100 - buys * 100:g}%",
        }
        for number, buys in enumerate(PC["p"], start=1)
    }
    ends = {"r5": {"title": "Former customer", "outcome": "failure"}}
    segment = Segment.model_validate({"period": "1mo", "discount": "20%"})
    found = worth(plan_chain(plan({"j": journey(steps, ends)})), discount_of(segment))
    assert [*found.onward.values(), 0] == pytest.approx(PC["V_inf"], abs=5e-9)
    assert found.negative == ("j/r4",)


def test_without_discount_it_is_what_comes_in_less_what_goes_out() -> None:
    found = worth(plan_chain(three_steps(value=300)))
    assert found.start == pytest.approx(300 * 9 / 28 - 615 / 14)
    assert not found.unknown


def test_unknown_costs_and_values_are_no_loss() -> None:
    steps: dict[str, Shares] = {
        "a": {"cost": 9, "b": "50%", "lost": "50%"},
        "b": {"won": "100%"},
        "c": {"cost": 2, "lost": "100%"},
    }
    planned = plan_chain(plan({"j": journey(steps, starts={"a": "50%", "c": "50%"})}))
    assert planned.without_cost == ("j/b",)
    assert planned.without_value == ("j/won",)
    assert worth(planned).unknown == {"j/a", "j/b"}
    assert worth(planned).negative == ("j/c",)


def test_a_discount_needs_a_period() -> None:
    assert discount_of(Segment.model_validate({"discount": "1%"})) is None
    assert discount_of(Segment.model_validate({"period": "1mo"})) is None
    assert discount_of(Segment.model_validate({"discount": "1%", "period": "0d"})) is None


@given(planned_journeys())
def test_where_nothing_comes_in_the_expected_value_is_the_cost(planned: PlanChain) -> None:
    found = worth(planned)
    assert found.start == pytest.approx(-Passages(planned).whole.cost)
    assert worth(planned, Discount(0.0, DAY)).onward == pytest.approx(found.onward)
    later = worth(planned, Discount(0.01, DAY))
    assert all(later.onward[step] >= value - 1e-9 for step, value in found.onward.items())
