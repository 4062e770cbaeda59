import pytest
from hypothesis import given

from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import planned_journeys
from tests.sketches import Shares, journey, nested, plan


def test_the_steps_of_details_take_the_place_of_their_events() -> None:
    planned = plan_chain(nested())
    assert list(planned.steps) == ["life/meet", "buying/look", "buying/shop"]
    assert planned.goals == {"buying/look", "buying/shop"}
    assert planned.ending("success") == {"life/won"}
    assert planned.chances["life/meet"] == pytest.approx(0.5)


def test_without_a_conversion_every_success_counts() -> None:
    ends = {"won": {"outcome": "success"}, "loved": {"outcome": "success"}, "lost": {"outcome": "failure"}}
    assert plan_chain(plan({"j": journey({"a": {"won": "100%"}}, ends)})).goals == {"j/won", "j/loved"}


def test_ranges_count_with_their_likely_values() -> None:
    steps: dict[str, Shares] = {
        "a": {"takes": "1s..2s..9s", "cost": "1..3", "earns": 4, "won": {"share": "100%", "after": "10s"}}
    }
    planned = plan_chain(plan({"j": journey(steps, {"won": {"outcome": "success", "value": "90..120..150"}})}))
    assert planned.lasting == ({"j/a": 2}, {("j/a", "j/won"): 10}, {})
    assert (planned.costs, planned.earnings, planned.values) == ({"j/a": 2}, {"j/a": 4}, {"j/won": 120})


def test_what_is_missing_is_named_where_customers_come() -> None:
    steps: dict[str, Shares] = {
        "a": {"cost": 1, "b": "100%"},
        "b": {"takes": "1s", "won": "100%"},
        "apart": {"won": "100%"},
    }
    planned = plan_chain(plan({"j": journey(steps)}))
    assert planned.without_time == ("j/a",)
    assert planned.without_cost == ("j/b",)
    assert planned.without_value == ("j/won",)


def test_what_rests_on_assumptions_is_marked_before_and_after() -> None:
    steps: dict[str, Shares] = {
        "a": {"b": "50%", "c": "50%"},
        "b": {"d": None, "lost": "40%"},
        "c": {"won": "100%"},
        "d": {"won": "100%"},
        "apart": {"d": None},
    }
    planned = plan_chain(plan({"j": journey(steps)}))
    assert planned.assumed == {("j/b", "j/d")}
    assert planned.assumed_arrivals == {"j/d", "j/won"}
    assert planned.assumed_onward == {"j/a", "j/b"}
    assert planned.assumes_conversion


def test_assumptions_after_conversion_do_not_touch_it() -> None:
    steps: dict[str, Shares] = {"a": {"buy": "50%", "lost": "50%"}, "buy": {"won": None, "lost": None}}
    assert not plan_chain(plan({"j": journey(steps, conversion="buy")})).assumes_conversion
    starts = {"a": None, "b": None}
    both = plan_chain(plan({"j": journey({"a": {"won": "100%"}, "b": {"won": "100%"}}, starts=starts)}))
    assert both.assumed_arrivals == {"j/a", "j/b", "j/won"}
    assert both.assumes_conversion


def test_a_plan_without_journeys_has_no_chain() -> None:
    with pytest.raises(KeyError):
        plan_chain(plan())


@given(planned_journeys())
def test_chances_are_the_row_sums_of_those_who_end(planned: PlanChain) -> None:
    ended = [planned.chain.reaching([end]) for end in planned.chain.ends]
    for state in planned.chain.states:
        assert sum(each[state] for each in ended) == pytest.approx(1)
