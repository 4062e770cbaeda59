from collections import deque

import pytest
from hypothesis import given

from journeymapper.analysis.asking import asking, known_data
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import planned_journeys
from tests.sketches import Shares, journey, plan

DATA = {"data": {"name": {}, "taste": {}}, "criteria": {"ready": {"needs": ["name"]}}}


def test_what_is_known_on_every_way_is_asked_twice() -> None:
    steps: dict[str, Shares] = {
        "a": {"asks": ["name"], "b": "50%", "c": "50%"},
        "b": {"asks": ["taste"], "c": "100%"},
        "c": {"asks": ["name", "taste"], "uses": ["taste"], "won": "100%"},
    }
    found = asking(plan_chain(plan({"j": journey(steps)}, **DATA)))
    assert found.certain == {("j", "c"): ("name",)}
    assert found.possible == {("j", "c"): ("taste",)}
    assert found.never_asked == {}
    assert found.in_vain == {}


def test_a_loop_asks_again_perhaps() -> None:
    steps: dict[str, Shares] = {
        "a": {"asks": ["name"], "b": "100%"},
        "b": {"asks": ["taste"], "a": "50%", "won": "50%"},
    }
    found = asking(plan_chain(plan({"j": journey(steps)}, **DATA)))
    assert found.certain == {}
    assert found.possible == {("j", "a"): ("name",), ("j", "b"): ("taste",)}
    assert found.in_vain == {"taste": (("j", "b"),)}


def test_a_way_that_nobody_takes_tells_nothing() -> None:
    steps: dict[str, Shares] = {
        "a": {"b": "0%", "c": "100%"},
        "b": {"asks": ["taste"], "c": "100%"},
        "c": {"uses": ["taste"], "won": "100%"},
        "apart": {"asks": ["taste"], "c": "100%"},
    }
    assert asking(plan_chain(plan({"j": journey(steps)}, **DATA))).never_asked == {("j", "c"): ("taste",)}


def test_using_what_was_just_asked_is_fine() -> None:
    steps: dict[str, Shares] = {"a": {"asks": ["taste"], "uses": ["taste"], "won": "100%"}}
    found = asking(plan_chain(plan({"j": journey(steps)}, **DATA)))
    assert found == ({}, {}, {}, {})


def test_answers_are_known_in_the_next_journey() -> None:
    detail = journey({"x": {"asks": ["name"], "done": "100%"}}, {"done": {"leads_to": "after"}})
    life = journey({
        "before": {"asks": ["name"], "event": "100%"},
        "event": {"opens": "detail", "after": None, "asks": ["taste"]},
        "after": {"asks": ["name"], "uses": ["taste"], "won": "100%"},
    })  # fmt: skip
    found = asking(plan_chain(plan({"life": life, "detail": detail}, **DATA)))
    assert found.certain == {("detail", "x"): ("name",), ("life", "after"): ("name",)}
    assert found.never_asked == {("life", "after"): ("taste",)}


def test_what_comes_in_twice_is_certain_only_where_it_is_at_both_places() -> None:
    detail = journey({"x": {"asks": ["name"], "uses": ["taste"], "done": "100%"}}, {"done": {"leads_to": "b"}})
    life = journey({"a": {"opens": "detail", "b": None}, "b": {"opens": "detail", "b": None}})
    found = asking(plan_chain(plan({"life": life, "detail": detail}, **DATA)))
    assert found.certain == {}
    assert found.possible == {("detail", "x"): ("name",)}
    assert found.never_asked == {("detail", "x"): ("taste",)}


@given(planned_journeys())
def test_following_every_way_says_the_same(planned: PlanChain) -> None:
    names, known = known_data(planned)
    met = _followed(planned)
    assert set(known) == set(met)
    for key, sets in met.items():
        may = {name for number, name in enumerate(names) if known[key].may >> number & 1}
        must = {name for number, name in enumerate(names) if known[key].must >> number & 1}
        assert must <= may
        assert may == frozenset().union(*sets)
        assert must == frozenset.intersection(*sets)


def _followed(planned: PlanChain) -> dict[str, set[frozenset[str]]]:
    """What customers may have told when they come to each step: every set that some walk gathers."""
    met: dict[str, set[frozenset[str]]] = {}
    waiting = deque((start, frozenset[str]()) for start in planned.chain.starts)
    while waiting:
        key, told = waiting.popleft()
        if told in met.setdefault(key, set()):
            continue
        met[key].add(told)
        after = told | set(planned.steps[key].asks or ())
        waiting.extend((to, after) for (source, to) in planned.chain.links if source == key and to in planned.steps)
    return met


@given(planned_journeys())
def test_answers_are_told_apart(planned: PlanChain) -> None:
    found = asking(planned)
    for step in found.certain:
        assert not set(found.certain[step]) & set(found.possible.get(step, ()))
    for step, names in found.never_asked.items():
        interaction = planned.plan.journeys[step[0]].interactions[step[1]]
        assert not set(names) & set(interaction.asks or ())


@pytest.mark.parametrize("steps", [{}, {"a": {"asks": ["name"], "won": "100%"}}])
def test_without_a_start_nobody_is_asked(steps: dict[str, dict[str, str]]) -> None:
    found = asking(plan_chain(plan({"j": journey(steps, starts={})}, **DATA)))
    assert found == ({}, {}, {}, {})
