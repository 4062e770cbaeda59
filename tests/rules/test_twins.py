from typing import Any

from journeymapper.rules.fixing import fixes_for
from tests.rules.found import findings, places
from tests.rules.sound import faults, offers, said
from tests.sketches import journey, plan

BUY = "journeys/visit/interactions"
TWIN: dict[str, Any] = {
    "title": " buys a CUP", "stage": "use", "channel": "shop", "point": "counter", "process": "sales",
    "team": "baristas", "next": {"happy": "90%", "gone": "10%"},
}  # fmt: skip
BOTH = {f"{BUY}/again": TWIN, "journeys/visit/starts": {"buy": "60%", "again": "40%"}}


def test_twins_have_title_channel_and_point_in_common() -> None:
    found = faults("JM114", BOTH)
    assert [finding.message for finding in found] == [
        "' buys a CUP' is there twice, with the same channel and interaction point"
    ]
    assert places(found) == ["journeys/visit/interactions/again"]


def test_what_differs_or_is_unknown_makes_no_twins() -> None:
    assert said("JM114") == []
    assert said("JM114", {**BOTH, f"{BUY}/again": {**TWIN, "channel": "cart"}}) == []
    assert said("JM114", {**BOTH, f"{BUY}/again": {**TWIN, "point": None}, f"{BUY}/buy/point": None}) == []
    assert said("JM114", {**BOTH, f"{BUY}/again": {**TWIN, "title": None}, f"{BUY}/buy/title": None}) == []


def test_twins_can_be_made_one() -> None:
    assert offers("JM114", BOTH) == ["Make one interaction of both 'Buys a cup'"]


def test_twins_of_different_owners_or_that_follow_each_other_are_left_to_the_planner() -> None:
    assert offers("JM114", {**BOTH, f"{BUY}/again": {**TWIN, "team": None}}) == []
    journeys = {"j": journey({"a": {"b": "100%"}, "b": {"won": "100%"}})}
    for step in journeys["j"]["interactions"].values():
        step["title"] = "Calls"
    (finding,) = findings("JM114", journeys)
    assert fixes_for(plan(journeys), finding) == ()
