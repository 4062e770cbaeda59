from typing import Any

from hypothesis import given

from journeymapper.model.net import Net, journey_net
from journeymapper.model.queries import (
    around_loops,
    dead_ends,
    dominators,
    exits,
    leading_to,
    loops,
    reachable,
    traps,
)
from tests.sketches import journey, plan, sound_journeys


def _net(steps: dict[str, Any], **fields: Any) -> Net:
    return journey_net(plan({"j": journey(steps, **fields)}).journeys["j"])


SHOP = _net(
    {
        "see": {"look": "50%", "ask": "50%"},
        "look": {"pay": "100%"},
        "ask": {"pay": "60%", "lost": "40%"},
        "pay": {"won": "90%", "see": "10%"},
        "orphan": {"pay": "100%"},
    }
)


def test_what_can_be_reached_from_the_starts() -> None:
    assert reachable(SHOP) == {"see", "look", "ask", "pay", "won", "lost"}
    assert reachable(SHOP, ["ask"]) == {"see", "look", "ask", "pay", "won", "lost"}


def test_what_leads_somewhere() -> None:
    assert leading_to(SHOP, ["lost"]) == {"lost", "ask", "see", "pay", "look", "orphan"}
    assert leading_to(_net({"a": {"won": "0%", "lost": "100%"}}), ["won"], taken=True) == {"won"}


def test_dead_ends_lead_nowhere() -> None:
    assert dead_ends(_net({"a": {"b": "100%"}, "b": {}})) == ("b",)
    assert dead_ends(SHOP) == ()


def test_exits_lead_out() -> None:
    assert exits(SHOP) == ("ask", "pay")


def test_a_trap_is_a_set_that_nobody_can_leave() -> None:
    caught = {"a": {"b": "50%", "won": "50%"}, "b": {"c": "100%"}, "c": {"d": "100%"}, "d": {"c": "100%"}}
    assert traps(_net(caught)) == (("c", "d"),)


def test_a_way_out_that_nobody_takes_is_none() -> None:
    assert traps(_net({"a": {"a": "100%", "won": "0%"}})) == (("a",),)


def test_a_dead_end_is_no_trap() -> None:
    assert traps(_net({"a": {"b": "100%"}, "b": {}})) == ()
    assert traps(SHOP) == ()


def test_loops_and_what_is_around_them() -> None:
    assert loops(SHOP) == (("see", "look", "ask", "pay"),)
    assert around_loops(SHOP) == {"see", "look", "ask", "pay"}
    assert loops(_net({"a": {"a": "10%", "won": "90%"}})) == (("a",),)
    assert around_loops(_net({"a": {"b": "100%"}, "b": {"won": "100%"}})) == frozenset()


def test_dominators_are_what_every_successful_customer_passes() -> None:
    assert dominators(SHOP) == ("see", "pay")
    assert dominators(_net({"a": {"lost": "100%"}})) == ()
    assert dominators(_net({"a": {"won": "100%"}}, starts={})) == ()


def test_ten_thousand_steps_are_no_burden() -> None:
    long = _net({f"s{n}": {f"s{n + 1}": "90%", "s0": "10%"} for n in range(10_000)} | {"s10000": {"won": "100%"}})
    assert len(reachable(long)) == 10_002
    assert len(around_loops(long)) == 10_000
    assert len(dominators(long)) == 10_001


@given(sound_journeys())
def test_loops_are_all_around_loops_and_dominators_are_reachable(raw: dict[str, Any]) -> None:
    net = _net({}) if not raw["interactions"] else journey_net(plan({"j": raw}).journeys["j"])
    assert {step for part in loops(net) for step in part} <= around_loops(net)
    assert bool(loops(net)) == bool(around_loops(net))
    assert set(dominators(net)) <= reachable(net)
    assert traps(net) == ()


@given(sound_journeys())
def test_dominators_are_those_of_networkx(raw: dict[str, Any]) -> None:
    import networkx as nx

    net = journey_net(plan({"j": raw}).journeys["j"])
    graph: nx.DiGraph[str] = nx.DiGraph([(step, to) for step, links in net.links.items() for to in links])
    graph.add_edges_from(("start", start) for start in net.starts)
    before = nx.immediate_dominators(graph, "start")
    tree = []
    step = before.get("won", "start")
    while step != "start":
        tree.append(step)
        step = before[step]
    assert dominators(net) == tuple(reversed(tree))


@given(sound_journeys())
def test_without_a_dominator_nobody_succeeds(raw: dict[str, Any]) -> None:
    net = journey_net(plan({"j": raw}).journeys["j"])
    for passed in dominators(net):
        rest = {step: {to: p for to, p in links.items() if to != passed} for step, links in net.links.items()}
        starts = {start: share for start, share in net.starts.items() if start != passed}
        assert reachable(Net(starts, rest, net.ends, net.successes)).isdisjoint(net.successes)
