import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from journeymapper.analysis.chain import Chain, absorbing_chain
from journeymapper.model.net import Net, journey_net
from tests.sketches import plan, sound_journeys

ORACLES = json.loads((Path(__file__).parent.parent / "data" / "oracles.json").read_text(encoding="utf-8"))


def _chain(links: dict[str, dict[str, float]], start: str, ends: tuple[str, ...]) -> Chain:
    return absorbing_chain(Net({start: 1.0}, {step: dict(to) for step, to in links.items()}, ends, ()))


def _walk(right: float) -> dict[str, dict[str, float]]:
    corners = ["0", "1", "2", "3", "4"]
    return {here: {left: 1 - right, on: right} for (left, here), (_, on) in pairwise(pairwise(corners))}


@pytest.mark.parametrize(
    ("right", "oracle", "variance"),
    [(1 / 2, "O1_drunkard_half", (8, 8, 8)), (2 / 3, "O1_drunkard_two_thirds_right", (6.72, 5.76, 4.8))],
)
def test_the_drunkards_walk(right: float, oracle: str, variance: tuple[float, ...]) -> None:
    expected = ORACLES[oracle]
    for number, start in enumerate("123"):
        chain = _chain(_walk(right), start, ("0", "4"))
        assert [chain.visits[state] for state in "123"] == pytest.approx(expected["N"][number])
        assert [chain.visits[end] for end in "04"] == pytest.approx(expected["B"][number])
        assert chain.steps[start] == pytest.approx(expected["t"][number])
        assert chain.steps_variance[start] == pytest.approx(variance[number])


def test_the_drunkard_comes_to_the_other_corners() -> None:
    chain = _chain(_walk(1 / 2), "1", ("0", "4"))
    assert chain.probability(["2"]) == pytest.approx(1 / 2)
    assert chain.probability(["3"]) == pytest.approx(1 / 3)


O2 = ORACLES["O2_three_step"]


def test_the_three_step_journey() -> None:
    chain = _chain(O2["edges"], "A", ("WON", "LOST"))
    assert [chain.visits[state] for state in "ABC"] == pytest.approx(O2["N"][0])
    won = chain.reaching(["WON"])
    assert [won[state] for state in "ABC"] == pytest.approx(O2["P_won"])
    assert chain.probability(["WON"]) == pytest.approx(9 / 28)
    assert chain.steps["A"] == pytest.approx(29 / 14)
    assert [chain.probability([state]) for state in "ABC"] == pytest.approx(O2["visit_prob"])
    assert [chain.lost_at(["LOST"])[state] for state in "ABC"] == pytest.approx(O2["loss_account"])
    assert sum(chain.visits[s] * c for s, c in zip("ABC", O2["cost"], strict=True)) == pytest.approx(615 / 14)


def test_a_real_log_of_thirteen_thousand_applications() -> None:
    counts: dict[str, dict[str, float]] = {}
    for link, count in ORACLES["O3_bpic2012"]["counts"].items():
        source, _, target = link.partition(">")
        counts.setdefault(source, {})[target] = count
    links = {source: {to: n / sum(onward.values()) for to, n in onward.items()} for source, onward in counts.items()}
    ends = tuple(ORACLES["O3_bpic2012"]["absorption"])
    chain = _chain(links, "A_SUBMITTED", ends)
    assert {end: chain.visits[end] for end in ends} == pytest.approx(ORACLES["O3_bpic2012"]["absorption"])


def test_those_who_come_back() -> None:
    chain = _chain({"a": {"b": 1.0}, "b": {"a": 0.96, "end": 0.04}}, "a", ("end",))
    assert chain.returning(["a", "b"]) == pytest.approx({"a": 0.96, "b": 0.96})
    assert chain.returning([]) == {}


def test_unsound_shares_have_figures_too() -> None:
    too_much = _chain({"a": {"b": 0.9, "end": 0.9}, "b": {"end": 0.5}}, "a", ("end",))
    assert too_much.visits == pytest.approx({"a": 1, "b": 0.5, "end": 0.75})
    trap = _chain({"a": {"b": 0.5, "end": 0.5}, "b": {"c": 1.0}, "c": {"b": 1.0}}, "a", ("end",))
    assert trap.visits == pytest.approx({"a": 1, "b": 0.5, "c": 0, "end": 0.5})


def test_what_nobody_comes_to_is_left_out() -> None:
    chain = _chain({"a": {"end": 1.0}, "orphan": {"end": 1.0}}, "a", ("end",))
    assert chain.states == ("a",)
    assert absorbing_chain(Net({}, {"a": {}}, ("end",), ())).visits == {"end": 0.0}


@given(sound_journeys())
def test_every_customer_ends_somewhere(raw: dict[str, Any]) -> None:
    chain = absorbing_chain(journey_net(plan({"j": raw}).journeys["j"]))
    ended = {end: chain.visits[end] for end in chain.ends}
    assert sum(ended.values()) == pytest.approx(1)
    for end in chain.ends:
        assert sum(chain.lost_at([end]).values()) == pytest.approx(ended[end])
        assert chain.probability([end]) == pytest.approx(ended[end])


@given(sound_journeys())
def test_visits_and_steps_tell_the_same(raw: dict[str, Any]) -> None:
    chain = absorbing_chain(journey_net(plan({"j": raw}).journeys["j"]))
    passed = sum(chain.visits[state] for state in chain.states)
    assert passed == pytest.approx(sum(share * chain.steps[start] for start, share in chain.starts.items()))
    assert all(variance > -1e-9 for variance in chain.steps_variance.values())


@given(sound_journeys())
def test_coming_to_a_step_and_coming_back_explain_its_visits(raw: dict[str, Any]) -> None:
    chain = absorbing_chain(journey_net(plan({"j": raw}).journeys["j"]))
    back = chain.returning(chain.states)
    for state in chain.states:
        assert chain.visits[state] == pytest.approx(chain.probability([state]) / (1 - back[state]))


def test_customers_may_stop_at_a_first_passage() -> None:
    chain = _chain(O2["edges"], "A", ("WON", "LOST")).until(["C"])
    assert chain.states == ("A", "B")
    assert chain.ends == ("WON", "LOST", "C")
    assert chain.visits["C"] == pytest.approx(1 / 3)
    assert chain.visits["WON"] == 0


def test_those_who_are_won_have_a_chain_of_their_own() -> None:
    won = _chain(O2["edges"], "A", ("WON", "LOST")).given(["WON"])
    assert [won.visits[state] for state in "ABC"] == pytest.approx(O2["given_won"]["visits"])
    assert won.visits["WON"] == pytest.approx(1)
    assert won.links["A", "B"] == 1
    assert _chain({"a": {"lost": 1.0}}, "a", ("won", "lost")).given(["won"]).starts == {}


def test_what_visits_bring_comes_together() -> None:
    chain = _chain(O2["edges"], "A", ("WON", "LOST"))
    spent = chain.total(dict(zip("ABC", O2["cost"], strict=True)))
    assert [spent[state] for state in "ABC"] == pytest.approx(O2["cost_total"])
    assert chain.from_start(spent) == spent["A"]


@given(sound_journeys())
def test_given_all_ends_the_chain_is_the_same(raw: dict[str, Any]) -> None:
    chain = absorbing_chain(journey_net(plan({"j": raw}).journeys["j"]))
    same = chain.given(chain.ends)
    assert (same.states, same.ends) == (chain.states, chain.ends)
    assert same.links == pytest.approx({pair: share for pair, share in chain.links.items() if share})
    assert same.starts == pytest.approx(chain.starts)


@given(sound_journeys())
def test_ever_coming_to_a_state_is_its_first_passage(raw: dict[str, Any]) -> None:
    chain = absorbing_chain(journey_net(plan({"j": raw}).journeys["j"]))
    for state, ever in chain.ever(chain.states).items():
        assert ever == pytest.approx(chain.probability([state]))
        assert ever == pytest.approx(chain.until([state]).visits[state])
