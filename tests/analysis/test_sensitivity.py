from dataclasses import replace

import pytest
from hypothesis import given

from journeymapper.analysis import sensitivity
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.analysis.sensitivity import lifted, lifts, most_decisive
from tests.analysis.worked import ORACLES, applications, planned_journeys, three_steps
from tests.sketches import journey, plan


def _again(planned: PlanChain, step: str, factor: float) -> float:
    """The conversion, worked out anew with one row changed."""
    failures = planned.ending("failure")
    links = {
        pair: share * factor if pair[0] == step and pair[1] not in failures - planned.goals else share
        for pair, share in planned.first.links.items()
    }
    return replace(planned.first, links=links).probability(planned.goals)


def test_fewer_lost_at_one_step_of_the_three_step_journey() -> None:
    planned = plan_chain(three_steps())
    assert lifted(planned, "j/b", 0.9 / 0.8) == pytest.approx(ORACLES["O2_three_step"]["P_won_if_B_loss_0.1"])


def test_small_changes_are_the_derivatives() -> None:
    planned = plan_chain(three_steps())
    passing = {"a": 0.5, "b": 0.8, "c": 1.0}
    slopes = [(lifted(planned, f"j/{key}", 1 + 1e-7) - 9 / 28) / (share * 1e-7) for key, share in passing.items()]
    assert slopes == pytest.approx(ORACLES["O2_three_step"]["dP_dpass"], rel=1e-5)


def test_a_tenth_fewer_drop_out_of_applications() -> None:
    planned = plan_chain(applications())
    before = planned.first.probability(planned.goals)
    for state, lift in ORACLES["O3_bpic2012"]["minus10pct_dropoff_lift"].items():
        step = f"j/{state.lower().replace('_', '-')}"
        lost = sum(share for (source, end), share in planned.first.links.items()
                   if source == step and end in planned.ending("failure"))  # fmt: skip
        assert lifted(planned, step, (1 - 0.9 * lost) / (1 - lost)) / before - 1 == pytest.approx(lift)


def test_the_lever_is_not_where_most_are_lost() -> None:
    planned = plan_chain(applications())
    assert lifts(planned)[0].step == "j/a-finalized"
    assert most_decisive(planned) == ("j/a-finalized",)


def test_where_nobody_is_lost_nothing_can_be_lifted() -> None:
    planned = plan_chain(plan({"j": journey({"a": {"won": "100%"}})}))
    assert [(lift.step, lift.gain) for lift in lifts(planned)] == [("j/a", 0.0)]
    assert most_decisive(planned) == ()


@given(planned_journeys())
def test_lifts_are_what_comes_out_anew(planned: PlanChain) -> None:
    before = planned.first.probability(planned.goals)
    factors = sensitivity._factors(planned, sensitivity.ODDS)
    for lift in lifts(planned):
        assert lift.exact
        assert lift.gain == pytest.approx(_again(planned, lift.step, factors[lift.step]) - before, abs=1e-12)
        assert lift.gain <= 0.1 * before * planned.first.repeats([lift.step])[lift.step] + 1e-12


@given(planned_journeys())
def test_large_plans_are_ranked_roughly_first(planned: PlanChain) -> None:
    exact = {lift.step: lift.gain for lift in lifts(planned)}
    with pytest.MonkeyPatch.context() as small:
        small.setattr(sensitivity, "EXACT_UP_TO", 0)
        small.setattr(sensitivity, "CLOSELY", 2)
        rough = lifts(planned)
    assert {lift.step for lift in rough} == set(exact)
    assert all(lift.gain == pytest.approx(exact[lift.step]) for lift in rough if lift.exact)
    assert all(lift.gain <= exact[lift.step] + 1e-12 for lift in rough)
