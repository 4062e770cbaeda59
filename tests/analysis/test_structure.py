from itertools import combinations

from hypothesis import given

from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.analysis.structure import blocking_set, hands_changed, passed_by_all
from journeymapper.model.net import Net
from journeymapper.model.queries import reachable
from tests.analysis.worked import planned_journeys
from tests.sketches import Shares, journey, nested, plan

DIAMOND = {
    "a": {"b": "50%", "c": "50%"},
    "b": {"d": "40%", "e": "60%"},
    "c": {"e": "100%"},
    "d": {"won": "100%"},
    "e": {"won": "50%", "lost": "50%"},
}


def _blocked(net: Net, out: tuple[str, ...]) -> bool:
    links = {step: targets for step, targets in net.links.items() if step not in out}
    starts = {start: share for start, share in net.starts.items() if start not in out}
    return reachable(Net(starts, links, (), ())).isdisjoint(net.successes)


def test_what_everybody_passes_blocks_everybody() -> None:
    planned = plan_chain(nested())
    assert passed_by_all(planned) == ("life/meet", "buying/shop")
    assert blocking_set(planned.net) == ("life/meet",)


def test_several_ways_are_blocked_by_several_interactions() -> None:
    starts = {"b": "50%", "c": "50%"}
    net = plan_chain(plan({"j": journey({**DIAMOND, "a": {"won": "100%"}}, starts=starts)})).net
    assert len(blocking_set(net)) == 2
    assert _blocked(net, blocking_set(net))


def test_where_there_is_no_way_nothing_can_block_it() -> None:
    assert blocking_set(plan_chain(plan({"j": journey({"a": {"lost": "100%"}})})).net) == ()
    assert blocking_set(plan_chain(plan({"j": journey({"a": {"won": "100%"}}, starts={})})).net) == ()


def test_hands_change_on_the_likeliest_way_and_on_every_way() -> None:
    steps: dict[str, Shares] = {
        "a": {"team": "web", "b": "50%", "c": "50%"},
        "b": {"team": "web", "d": "90%", "lost": "10%"},
        "c": {"team": "shop", "d": "20%", "lost": "80%"},
        "d": {"team": "shop", "e": "100%"},
        "e": {"team": "web", "won": "100%"},
    }
    found = hands_changed(plan_chain(plan({"j": journey(steps)}, teams={"web": {}, "shop": {}})))
    assert found.likeliest_way == ("j/a", "j/b", "j/d", "j/e", "j/won")
    assert found.on_it == (("j/b", "j/d"), ("j/d", "j/e"))
    assert found.on_every_way == (("j/d", "j/e"),)


@given(planned_journeys())
def test_no_smaller_set_blocks_success(planned: PlanChain) -> None:
    net = planned.net
    found = blocking_set(net)
    assert _blocked(net, found)
    for size in range(len(found)):
        assert not any(_blocked(net, out) for out in combinations(net.links, size))


@given(planned_journeys())
def test_hands_that_always_change_change_on_the_likeliest_way(planned: PlanChain) -> None:
    found = hands_changed(planned)
    assert set(found.on_every_way) <= set(found.on_it)
    for source, target in found.on_every_way:
        cut = {target_: share for target_, share in planned.net.links[source].items() if target_ != target}
        assert _blocked(planned.net._replace(links={**planned.net.links, source: cut}), ())
