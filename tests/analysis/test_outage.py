from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.outage import conversion_without, outage, outage_of, removal_effect
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import ORACLES, planned_journeys, three_steps
from tests.sketches import Shares, journey, plan

TWO_CHANNELS = {
    "ad": {"channel": "site", "shop": "50%", "call": "30%", "lost": "20%"},
    "shop": {"channel": "site", "buy": "60%", "call": "10%", "lost": "30%"},
    "call": {"channel": "phone", "buy": "80%", "lost": "20%"},
    "buy": {"channel": "till", "won": "100%"},
}


def _two_channels() -> PlanChain:
    raw = journey(TWO_CHANNELS, conversion="buy")
    return plan_chain(plan({"j": raw}, channels={"site": {}, "phone": {}, "till": {}, "unused": {}}))


def test_a_failing_channel_strands_those_who_come_to_it() -> None:
    found = outage_of(_two_channels(), "channel", "phone")
    assert found.out == ("j/call",)
    assert found.stranded == pytest.approx(0.3 + 0.05)
    assert found.conversion == pytest.approx(0.3)
    assert found.ways_round == {"j/ad": ("j/shop", "j/buy"), "j/shop": ("j/buy",)}


def test_where_the_start_fails_nobody_goes_on() -> None:
    found = outage_of(_two_channels(), "channel", "site")
    assert (found.stranded, found.conversion) == (1, 0)
    assert found.ways_round == {}


def test_where_conversion_fails_nobody_converts_yet_its_removal_is_none() -> None:
    planned = _two_channels()
    found = outage_of(planned, "channel", "till")
    assert found.conversion == 0
    assert found.ways_round == {"j/shop": (), "j/call": ()}
    assert removal_effect(planned, found.out) == pytest.approx(0)


def test_a_channel_that_nobody_meets_is_not_missed() -> None:
    planned = _two_channels()
    found = outage_of(planned, "channel", "unused")
    assert (found.out, found.stranded, found.ways_round) == ((), 0, {})
    assert found.conversion == pytest.approx(planned.first.probability(planned.goals))


def test_every_step_of_the_three_step_journey_is_needed() -> None:
    planned = plan_chain(three_steps())
    assert [removal_effect(planned, [f"j/{key}"]) for key in "abc"] == [1, 1, 1]


def test_the_removal_effects_of_two_channels() -> None:
    oracle = ORACLES["O4a"]
    steps: dict[str, Shares] = {
        "ga": {"conv": "50%", "mail": "25%", "null": "25%"},
        "mail": {"conv": "100%"},
    }
    ends = {"conv": {"outcome": "success"}, "null": {"outcome": "failure"}}
    planned = plan_chain(plan({"j": journey(steps, ends, starts={"ga": "80%", "mail": "20%"})}))
    assert planned.first.probability(planned.goals) == pytest.approx(oracle["P"])
    effects = {key: removal_effect(planned, [f"j/{key}"]) for key in steps}
    assert effects == pytest.approx(oracle["RE"])


def test_what_is_left_without_one_of_several_channels() -> None:
    steps: dict[str, Shares] = {
        "open": {"social": "50%", "store": "50%"},
        "social": {"store": "30%", "notif": "15%", "exit": "50%", "buy": "5%"},
        "store": {"social": "40%", "notif": "10%", "exit": "40%", "buy": "10%"},
        "notif": {"buy": "50%", "exit": "50%"},
    }
    ends = {"buy": {"outcome": "success"}, "exit": {"outcome": "failure"}}
    planned = plan_chain(plan({"j": journey(steps, ends)}))
    assert conversion_without(planned, ["j/notif"]) == pytest.approx(ORACLES["O4d_P"])


def test_where_nobody_converts_nothing_is_removed() -> None:
    assert removal_effect(plan_chain(plan({"j": journey({"a": {"lost": "100%"}})})), ["j/a"]) is None


@given(planned_journeys())
def test_the_removal_effect_is_the_share_of_conversions_that_pass(planned: PlanChain) -> None:
    before = planned.first.probability(planned.goals)
    if before:
        winners = planned.first.given(planned.goals)
        passed = winners.ever(winners.states)
        for state in planned.first.states:
            assert removal_effect(planned, [state]) == pytest.approx(passed.get(state, 0.0), abs=1e-9)


@given(planned_journeys(), st.data())
def test_ways_round_lead_to_success_and_avoid_what_failed(planned: PlanChain, data: st.DataObject) -> None:
    out = data.draw(st.sets(st.sampled_from(planned.chain.states)))
    found = outage(planned, out)
    assert found.stranded == pytest.approx(planned.chain.probability(out) if out else 0)
    assert found.conversion <= planned.first.probability(planned.goals) + 1e-12
    for step, way in found.ways_round.items():
        round_about = planned.chain.until([*out, *planned.goals]).reaching(
            (planned.goals | planned.ending("success")) - out
        )
        if step not in planned.goals:
            assert bool(way) == (round_about[step] > 0)
        assert out.isdisjoint(way)
        if way:
            assert way[-1] in planned.goals | planned.ending("success")
            shares = [planned.chain.links[pair] for pair in zip((step, *way), way, strict=False)]
            assert prod(shares) > 0
