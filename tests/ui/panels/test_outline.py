from __future__ import annotations

from typing import Any

from journeymapper.model.plan import Plan
from journeymapper.ui.panels.outline import Entry, Outline, outline


def plan(**journeys: dict[str, Any]) -> Plan:
    return Plan.model_validate({"title": "P", "journeys": journeys})


def macro(*opened: str) -> dict[str, Any]:
    return {"level": "macro", "interactions": {f"e{place}": {"opens": each} for place, each in enumerate(opened)}}


MICRO: dict[str, Any] = {"level": "micro", "interactions": {"a": {}, "b": {}}}


def test_micro_journeys_stand_under_the_events_in_their_order() -> None:
    found = outline(plan(one=MICRO, two=MICRO, life=macro("two", "one")))
    assert found == Outline((Entry("life", "life", 2, (Entry("two", "two", 2), Entry("one", "one", 2))),))


def test_what_no_event_opens_stands_apart() -> None:
    found = outline(plan(life=macro("one"), one=MICRO, lonely=MICRO))
    assert [entry.journey for entry in found.top] == ["life"]
    assert [entry.journey for entry in found.unopened] == ["lonely"]


def test_without_macro_journeys_all_stand_at_the_top() -> None:
    found = outline(plan(one=MICRO, two={"title": "Second", **MICRO}))
    assert found == Outline((Entry("one", "one", 2), Entry("two", "Second", 2)))


def test_each_journey_stands_once() -> None:
    found = outline(plan(life=macro("one", "one"), again=macro("one"), one=MICRO))
    assert [entry.journey for entry in found.top] == ["life", "again"]
    assert [entry.journey for entry in found.top[0].details] == ["one"]
    assert found.top[1].details == ()


def test_journeys_that_open_each_other_are_all_there() -> None:
    circle = {"interactions": {"e": {"opens": "three"}}}
    found = outline(plan(one={"interactions": {"e": {"opens": "two"}}}, two=macro("one"), three=circle))
    assert found == Outline((Entry("two", "two", 1, (Entry("one", "one", 1),)),), (Entry("three", "three", 1),))


def test_a_journey_that_is_missing_is_left_out() -> None:
    assert outline(plan(life=macro("nowhere"))) == Outline((Entry("life", "life", 1),))


def test_deeper_levels_nest() -> None:
    found = outline(plan(life=macro("one"), one={"interactions": {"e": {"opens": "two"}}}, two=MICRO))
    assert found.top[0].details[0].details == (Entry("two", "two", 2),)
