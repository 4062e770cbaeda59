import pytest
from hypothesis import given

from journeymapper.analysis.duration import Lasting, Moments, mean_time, time_from_start, time_onward
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import DAY, ORACLES, planned_journeys, three_steps
from tests.sketches import journey, plan

O2 = ORACLES["O2_three_step"]


def _close(seconds: float) -> object:
    return pytest.approx(seconds, rel=1e-9, abs=1e-3)


def test_the_three_step_journey_lasts_as_long() -> None:
    planned = plan_chain(three_steps())
    onward = time_onward(planned.chain, planned.lasting)
    for number, step in enumerate("abc"):
        mean, variance = onward[f"j/{step}"]
        assert mean / DAY == pytest.approx(O2["time"][number])
        assert variance / DAY**2 == pytest.approx(O2["var_time"][number])
    assert time_from_start(planned.chain, planned.lasting) == pytest.approx(onward["j/a"])


def test_a_wait_on_the_way_counts_with_those_who_take_it() -> None:
    steps = {"a": {"takes": "1d", "won": {"share": "50%", "after": "4d"}, "lost": "50%"}}
    planned = plan_chain(plan({"j": journey(steps)}))
    time = time_from_start(planned.chain, planned.lasting)
    assert time.mean / DAY == pytest.approx(3)
    assert time.deviation / DAY == pytest.approx(2)
    assert time.second / DAY**2 == pytest.approx((25 + 1) / 2)


def test_ways_that_became_one_wait_differently() -> None:
    """Both ends of the detail lead to the same place: 60 % come there at once, 20 % after five days."""
    ends = {"fast": {"leads_to": "won"}, "slow": {"leads_to": "won"}, "out": {"leads_to": "lost"}}
    detail = journey({"x": {"fast": "60%", "slow": {"share": "20%", "after": "5d"}, "out": "20%"}}, ends)
    life = journey({"event": {"opens": "detail", "won": None, "lost": None}})
    planned = plan_chain(plan({"life": life, "detail": detail}))
    time = time_from_start(planned.chain, planned.lasting)
    assert time.mean / DAY == pytest.approx(1)
    assert time.variance / DAY**2 == pytest.approx(0.2 * 25 - 1)


def test_customers_of_whom_nobody_knows_where_they_go_have_spent_their_time() -> None:
    planned = plan_chain(plan({"j": journey({"a": {"takes": "1d", "b": "50%"}, "b": {"takes": "2d", "won": "100%"}})}))
    time = time_from_start(planned.chain, planned.lasting)
    assert time.mean / DAY == pytest.approx(2)
    assert time.variance / DAY**2 == pytest.approx(1)


def test_who_starts_at_an_end_is_there_at_once() -> None:
    chain = plan_chain(three_steps()).chain.until(["j/a"])
    assert time_from_start(chain, Lasting({}, {}, {})) == Moments(0, 0)


@given(planned_journeys())
def test_the_second_moment_by_its_own_equation_says_the_same(planned: PlanChain) -> None:
    """m2 = (I - Q)^-1 r, r = sum of p (w² + 2 w tau)."""
    chain, lasting = planned.chain, planned.lasting
    mean = mean_time(chain, lasting)
    once = dict.fromkeys(chain.states, 0.0)
    for between, share in chain.links.items():
        lasts = lasting.takes.get(between[0], 0.0) + lasting.after.get(between, 0.0)
        once[between[0]] += share * lasts * (lasts + 2 * mean.get(between[1], 0.0))
    second = chain.total(once)
    for state, moments in time_onward(chain, lasting).items():
        assert moments.second == _close(second[state])


@given(planned_journeys())
def test_steps_are_the_time_of_steps_that_take_one_second(planned: PlanChain) -> None:
    chain = planned.chain
    for state, (mean, variance) in time_onward(chain, Lasting(dict.fromkeys(chain.states, 1.0), {}, {})).items():
        assert mean == pytest.approx(chain.steps[state])
        assert variance == pytest.approx(chain.steps_variance[state], abs=1e-6)


@given(planned_journeys())
def test_over_all_starts_the_moments_mix(planned: PlanChain) -> None:
    onward = time_onward(planned.chain, planned.lasting)
    time = time_from_start(planned.chain, planned.lasting)
    starts = planned.chain.starts.items()
    assert time.mean == _close(sum(share * onward[start].mean for start, share in starts))
    assert time.second == _close(sum(share * onward[start].second for start, share in starts))
