from itertools import pairwise
from math import prod
from typing import Any

import pytest
from hypothesis import given

from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, journey_net
from journeymapper.model.ways import likeliest_path, likeliest_way, round_trip, ways
from tests.sketches import journey, plan, sound_journeys


def _journey(*args: Any, **fields: Any) -> Journey:
    return plan({"j": journey(*args, **fields)}).journeys["j"]


DETOUR = {
    "see": {"buy": "10%", "ask": "90%"},
    "ask": {"buy": "50%", "lost": "50%"},
    "buy": {"won": "80%", "see": "20%"},
}


def test_the_likeliest_way_takes_the_greatest_product_of_shares() -> None:
    assert likeliest_way(_journey(DETOUR)) == ("see", "ask", "buy")


def test_better_figures_change_the_way() -> None:
    assert likeliest_way(_journey(DETOUR), {("see", "buy"): 0.5, ("see", "ask"): 0.5}) == ("see", "buy")


def test_unknown_shares_count_as_even_parts() -> None:
    unknown = {"a": {"b": None, "c": None, "won": "20%"}, "b": {"won": None}, "c": {"lost": None}}
    assert likeliest_way(_journey(unknown)) == ("a", "b")


def test_there_is_no_way_where_nobody_succeeds() -> None:
    assert likeliest_way(_journey({"a": {"lost": "100%"}})) == ()
    assert likeliest_way(_journey({"a": {"won": "0%", "lost": "100%"}})) == ()
    assert likeliest_way(_journey({"a": {"won": "100%"}}, starts={})) == ()


def test_the_likelier_start_is_taken() -> None:
    both = {"a": {"won": "50%", "lost": "50%"}, "b": {"won": "60%", "lost": "40%"}}
    assert likeliest_way(_journey(both, starts={"a": "70%", "b": "30%"})) == ("a",)


def test_ways_that_are_equally_likely_come_in_the_order_of_the_plan() -> None:
    same = {"a": {"c": "50%", "b": "50%"}, "b": {"won": "100%"}, "c": {"won": "100%"}}
    assert likeliest_way(_journey(same)) == ("a", "c")


def test_a_goal_may_be_any_step() -> None:
    assert likeliest_path(journey_net(_journey(DETOUR)), ["ask"]) == ("see", "ask")


def test_ways_come_likeliest_first_with_their_shares() -> None:
    found = list(ways(journey_net(_journey(DETOUR))))
    assert [way for way, _ in found] == [("see", "ask", "buy", "won"), ("see", "buy", "won")]
    assert [share for _, share in found] == pytest.approx([0.36, 0.08])


def test_ways_are_bounded_even_where_there_are_millions() -> None:
    rungs = {f"s{n}": {f"s{n + 1}": "50%", f"t{n + 1}": "50%"} for n in range(30)}
    rails = {f"t{n}": {f"s{n + 1}": "50%", f"t{n + 1}": "50%"} for n in range(1, 30)}
    last = {"s30": {"won": "100%"}, "t30": {"won": "100%"}}
    assert len(list(ways(journey_net(_journey({**rungs, **rails, **last})), limit=20))) == 20


def test_no_ways_without_start_or_success() -> None:
    assert list(ways(journey_net(_journey({"a": {"lost": "100%"}})))) == []
    assert list(ways(journey_net(_journey({"a": {"won": "100%"}}, starts={})))) == []


def test_a_round_trip_leads_back_to_where_it_began() -> None:
    net = journey_net(_journey(DETOUR))
    assert round_trip(net, "buy") == ("buy", "see", "ask")
    assert round_trip(journey_net(_journey({"a": {"a": "10%", "won": "90%"}})), "a") == ("a",)
    assert round_trip(journey_net(_journey({"a": {"won": "100%"}})), "a") == ()


@given(sound_journeys())
def test_the_likeliest_way_is_the_first_of_all_ways(raw: dict[str, Any]) -> None:
    net = journey_net(plan({"j": raw}).journeys["j"])
    best = likeliest_path(net, net.successes)
    first = next(ways(net, limit=1), ((), 0.0))
    assert bool(best) == bool(first[0])
    if best:
        assert _share(net, best) == pytest.approx(first[1])


def _share(net: Net, way: tuple[str, ...]) -> float:
    start = net.starts[way[0]] or 0.0
    return start * prod(net.links[one][two] or 0.0 for one, two in pairwise(way))
