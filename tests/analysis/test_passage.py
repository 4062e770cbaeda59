import pytest
from hypothesis import given

from journeymapper.analysis.duration import Lasting, time_from_start
from journeymapper.analysis.passage import Passages, loss_account
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import DAY, ORACLES, applications, planned_journeys, three_steps
from tests.sketches import journey, nested, plan

O2 = ORACLES["O2_three_step"]


def test_the_three_step_journey() -> None:
    passages = Passages(plan_chain(three_steps()))
    assert passages.conversion == pytest.approx(9 / 28)
    assert passages.first == passages.whole
    assert passages.whole.steps.mean == pytest.approx(29 / 14)
    assert passages.whole.time.mean / DAY == pytest.approx(44 / 7)
    assert passages.whole.time.variance / DAY**2 == pytest.approx(3725 / 147)
    assert passages.whole.cost == pytest.approx(615 / 14)
    assert passages.cost_per_conversion == pytest.approx(410 / 3)


def test_what_those_who_are_won_and_lost_go_through() -> None:
    passages = Passages(plan_chain(three_steps()))
    assert passages.won is not None
    assert passages.lost is not None
    assert list(passages.won.visits.values()) == pytest.approx(O2["given_won"]["visits"])
    assert passages.won.time.mean / DAY == pytest.approx(O2["given_won"]["time"])
    assert passages.won.cost == pytest.approx(O2["given_won"]["cost"])
    assert passages.lost.time.mean / DAY == pytest.approx(O2["given_lost_time"])


def test_thirteen_thousand_applications() -> None:
    planned = plan_chain(applications())
    passages = Passages(planned)
    assert passages.conversion == pytest.approx(ORACLES["O3_bpic2012"]["absorption"]["A_APPROVED"])
    assert list(passages.whole.visits.values()) == pytest.approx([1, 1, 0.562925, 0.390693, 0.383205], abs=5e-7)
    assert passages.whole.steps.mean == pytest.approx(3.336823, abs=5e-7)
    lost = list(loss_account(planned).values())
    assert lost == pytest.approx([0, 0.437075, 0.172232, 0.007488, 0.211584], abs=5e-7)


def test_the_conversion_itself_does_not_count_before_it() -> None:
    steps = {"a": {"cost": 1, "buy": "50%", "lost": "50%"}, "buy": {"cost": 10, "won": "100%"}}
    passages = Passages(plan_chain(plan({"j": journey(steps, conversion="buy")})))
    assert (passages.first.cost, passages.whole.cost) == (1, 6)
    assert passages.cost_per_conversion == 2


def test_where_nobody_converts_there_is_nothing_to_say_of_those_who_do() -> None:
    passages = Passages(plan_chain(plan({"j": journey({"a": {"lost": "100%"}, "buy": {}}, conversion="buy")})))
    assert passages.won is None
    assert passages.conversion == 0
    assert passages.cost_per_conversion is None


def test_an_opened_event_counts_with_its_detail() -> None:
    assert Passages(plan_chain(nested())).conversion == pytest.approx(0.5)


@given(planned_journeys())
def test_all_who_are_lost_are_lost_somewhere(planned: PlanChain) -> None:
    ended = sum(planned.chain.visits[end] for end in planned.ending("failure"))
    assert sum(loss_account(planned).values()) == pytest.approx(ended)


@given(planned_journeys())
def test_winners_and_losers_make_up_everybody(planned: PlanChain) -> None:
    """E[X] = sum over the ends of P(end) E[X | end]; the second moment of time likewise."""
    passages, chain = Passages(planned), planned.first
    parts = [(chain.given([end]), chain.probability([end])) for end in chain.ends]
    going = [(Passages(planned)._through(part, share), share) for part, share in parts if part.starts]
    assert sum(share for _, share in going) == pytest.approx(1)
    assert sum(share * part.time.mean for part, share in going) == pytest.approx(passages.first.time.mean)
    assert sum(share * part.time.second for part, share in going) == pytest.approx(passages.first.time.second)
    assert sum(share * part.cost for part, share in going) == pytest.approx(passages.first.cost)
    for state in chain.states:
        often = sum(share * part.visits.get(state, 0.0) for part, share in going)
        assert often == pytest.approx(passages.first.visits[state])


@given(planned_journeys())
def test_the_time_of_everybody_is_no_shorter_than_until_conversion(planned: PlanChain) -> None:
    passages = Passages(planned)
    assert passages.first.time.mean <= passages.whole.time.mean * (1 + 1e-9)
    assert passages.whole.time == time_from_start(planned.chain, planned.lasting)
    one_each = Lasting(dict.fromkeys(planned.chain.states, 1.0), {}, {})
    assert passages.whole.steps == pytest.approx(time_from_start(planned.chain, one_each), abs=1e-9)
