from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.flow import flat_chain, journey_flow
from journeymapper.model.flatten import flatten
from journeymapper.model.plan import Plan
from tests.sketches import any_plans, journey, nested, plan, sound_journeys


def test_a_micro_journey_flows_from_its_own_starts() -> None:
    flow = journey_flow(nested(), "buying")
    assert flow.arrivals == pytest.approx({"look": 10 / 9, "shop": 5 / 9, "paid": 1 / 3, "bye": 2 / 3})
    assert flow.shares["shop", "paid"] == 0.6
    assert flow.links["shop", "paid"] == pytest.approx(1 / 3)
    assert not flow.computed
    assert not flow.assumed
    assert flow.conversion is None


def test_a_macro_event_has_the_figures_of_its_detail() -> None:
    flow = journey_flow(nested(), "life")
    assert flow.arrivals == pytest.approx({"meet": 1, "buy": 0.5, "won": 1 / 3, "lost": 2 / 3})
    assert flow.computed == {("buy", "won"), ("buy", "lost")}
    assert flow.shares["buy", "won"] == pytest.approx(2 / 3)
    assert flow.shares["meet", "buy"] == 0.5
    assert flow.conversion == pytest.approx(0.5)


def test_the_figures_of_the_detail_count_even_where_the_event_says_others() -> None:
    life = journey({"event": {"opens": "detail", "won": "90%", "lost": "10%"}})
    detail = journey({"a": {"yes": "30%", "no": "70%"}}, {"yes": {"leads_to": "won"}, "no": {"leads_to": "lost"}})
    assert journey_flow(plan({"life": life, "detail": detail}), "life").shares == pytest.approx(
        {("event", "won"): 0.3, ("event", "lost"): 0.7}
    )


def test_unknown_shares_are_assumed_and_marked() -> None:
    flow = journey_flow(plan({"j": journey({"a": {"b": "50%", "won": None, "lost": None}, "b": {"won": "100%"}})}), "j")
    assert flow.shares["a", "won"] == 0.25
    assert flow.assumed == {("a", "won"), ("a", "lost")}


def test_what_is_computed_from_assumptions_is_assumed() -> None:
    life = journey({"event": {"opens": "detail", "won": None, "lost": None}})
    detail = journey({"a": {"yes": None, "no": "70%"}}, {"yes": {"leads_to": "won"}, "no": {"leads_to": "lost"}})
    flow = journey_flow(plan({"life": life, "detail": detail}), "life")
    assert flow.assumed == {("event", "won"), ("event", "lost")}
    assert flow.shares["event", "won"] == pytest.approx(0.3)


def test_an_event_that_cannot_be_opened_has_assumed_shares() -> None:
    flow = journey_flow(plan({"life": journey({"event": {"opens": "gone", "won": None, "lost": None}})}), "life")
    assert flow.assumed == {("event", "won"), ("event", "lost")}
    assert not flow.computed


def test_customers_who_come_round_are_counted_again() -> None:
    life = journey({"event": {"opens": "detail", "event": None, "won": None}})
    ends = {"again": {"leads_to": "event"}, "done": {"leads_to": "won"}}
    detail = journey({"a": {"again": "20%", "done": "80%"}}, ends)
    flow = journey_flow(plan({"life": life, "detail": detail}), "life")
    assert flow.arrivals["event"] == pytest.approx(1.25)
    assert flow.links["event", "event"] == pytest.approx(0.25)


def test_without_a_start_nobody_comes() -> None:
    flow = journey_flow(plan({"j": journey({"a": {"won": "100%"}}, starts={}, conversion="won")}), "j")
    assert flow.arrivals == {"a": 0.0, "won": 0.0, "lost": 0.0}
    assert flow.shares == {("a", "won"): 1.0}
    assert flow.conversion is None


def test_an_unknown_journey_has_no_flow() -> None:
    with pytest.raises(KeyError):
        journey_flow(plan(), "gone")


def _nested(micro: dict[str, Any], enters: str) -> dict[str, dict[str, Any]]:
    """A macro journey around a random micro one, which is left for good or for another round."""
    ends = {"won": {"leads_to": {"to": "event", "enters": enters}}, "lost": {"leads_to": "lost"}}
    life = journey({"event": {"opens": "micro", "lost": None, "event": None}, "never": {"lost": "100%"}})
    return {"life": life, "micro": {**micro, "ends": ends}}


@given(sound_journeys(), st.data())
def test_flows_are_kept_at_every_step(raw: dict[str, Any], data: st.DataObject) -> None:
    enters = data.draw(st.sampled_from(list(raw["interactions"])))
    flow = journey_flow(plan(_nested(raw, enters)), "life")
    for step in ("event", "never"):
        going = sum(often for (source, _), often in flow.links.items() if source == step)
        assert going == pytest.approx(flow.arrivals[step])
    assert flow.arrivals["lost"] == pytest.approx(1)
    for (source, target), often in flow.links.items():
        if often:
            assert often == pytest.approx(flow.arrivals[source] * flow.shares[source, target])


@given(sound_journeys())
def test_a_journey_and_its_flattened_plan_have_the_same_figures(raw: dict[str, Any]) -> None:
    whole = plan({"j": raw})
    flow, chain = journey_flow(whole, "j"), flat_chain(flatten(whole, "j"))
    for key, often in chain.visits.items():
        assert flow.arrivals[key.removeprefix("j/")] == pytest.approx(often)


@given(any_plans())
def test_so_have_all_journeys_that_open_nothing(whole: Plan) -> None:
    for key, held in whole.journeys.items():
        if not any(step.opens in whole.journeys for step in held.interactions.values()):
            flow, flat = journey_flow(whole, key), flatten(whole, key)
            chain = flat_chain(flat)
            assert flow.arrivals == pytest.approx(
                {step.ident: chain.visits.get(at, 0.0) for at, step in {**flat.steps, **flat.ends}.items()}
            )
            if flat.conversion and chain.starts:
                assert flow.conversion == pytest.approx(chain.probability(flat.conversion))
            else:
                assert flow.conversion is None


@given(any_plans())
def test_every_plan_has_a_flow_however_wrong_it_is(whole: Plan) -> None:
    for key, held in whole.journeys.items():
        flow = journey_flow(whole, key)
        assert set(flow.arrivals) == {*held.interactions, *held.ends}
        assert all(isfinite(figure) and figure >= 0 for figure in (*flow.arrivals.values(), *flow.links.values()))
        assert all(-1e-9 <= share <= 1 + 1e-9 for pair, share in flow.shares.items() if pair in flow.computed)
        assert flow.conversion is None or -1e-9 <= flow.conversion <= 1 + 1e-9
