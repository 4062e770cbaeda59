from typing import Any

from tests.rules.found import findings, places
from tests.rules.sound import faults, said
from tests.sketches import journey


def test_a_micro_journey_that_no_event_opens() -> None:
    found = faults("JM112", {"journeys/life/interactions/visit/opens": None})
    assert [finding.message for finding in found] == ["No event opens 'A visit'"]
    assert places(found) == ["journeys/visit"]


def test_macro_journeys_and_those_of_unknown_level_need_not_be_opened() -> None:
    assert said("JM112") == []
    assert findings("JM112", {"j": journey({"a": {"won": "100%"}})}) == []


def _steps(count: int, stage: str | None) -> dict[str, Any]:
    return {f"s{n}": {"stage": stage if n % 2 else "use", "won": "100%"} for n in range(count)}


def test_a_journey_that_is_too_long() -> None:
    found = findings("JM113", {"j": journey(_steps(31, None), title="Long")})
    assert found[0].message == "'Long' has 31 interactions, and more than 30 are hard to take in"
    assert findings("JM113", {"j": journey({f"s{n}": {"stage": None, "won": "100%"} for n in range(30)})}) == []


def test_a_stage_that_is_too_long() -> None:
    found = findings("JM113", {"j": journey(_steps(16, None), title="Long")})
    assert [finding.message for finding in found] == [
        "'Long' has 8 interactions in 'use', and more than 7 are hard to take in"
    ]
    assert found[0].items == (("journeys", "j"), ("stages", "use"))
    assert findings("JM113", {"j": journey(_steps(14, None))}) == []


def test_a_macro_journey_without_milestones() -> None:
    assert said("JM115") == []
    steps = "journeys/life/interactions"
    assert said("JM115", {f"{steps}/see/milestone": None}) == [
        "'A guest's life' does not say which event is the first contact"
    ]
    none = {f"{steps}/see/milestone": None, f"{steps}/recall/milestone": "other", "journeys/life/conversion": None}
    assert said("JM115", none) == [
        "'A guest's life' does not say which event is the first contact, the conversion and the last contact"
    ]


def test_micro_journeys_and_what_is_left_open_need_no_milestones() -> None:
    bare = {"journeys/life/interactions/see/milestone": None}
    assert said("JM115", {**bare, "journeys/life/detail": "open"}) == []
    assert said("JM115", {**bare, "journeys/life/level": None}) == []
