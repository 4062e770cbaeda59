import pytest

from journeymapper.rules.fixing import fixes_for
from tests.rules.found import places
from tests.rules.sound import faults, offers, said, sound

BUY = "journeys/visit/interactions/buy"


def test_a_channel_that_does_not_offer_the_point() -> None:
    found = faults("JM207", {"points/counter/channels": ["cart"], f"{BUY}/title": "Buys"})
    assert "'Buys' meets customers at 'Counter', which 'Shop' does not offer" in [each.message for each in found]
    assert places(found)[-1] == BUY
    fix = fixes_for(sound({"points/counter/channels": ["cart"], f"{BUY}/title": "Buys"}), found[-1])[0]
    assert (fix.label, fix.safe) == ("Let 'Shop' offer 'Counter'", True)


def test_a_point_whose_channels_are_unknown_may_be_offered() -> None:
    assert said("JM207") == []
    assert said("JM207", {"points/counter/channels": None}) == []
    assert said("JM207", {f"{BUY}/channel": None, "points/counter/channels": []})[2:] == []
    assert len(said("JM207", {"points/counter/channels": []})) == 3


def test_goals_that_no_interaction_serves() -> None:
    assert said("JM208") == []
    assert said("JM208", {"goals/keep": {"title": "Keep"}, "stages/use/goal": "keep"}) == [
        "No interaction serves the goal 'Keep'"
    ]


@pytest.mark.parametrize(
    ("library", "name"),
    [
        ("channels", "channel"), ("points", "interaction point"), ("data", "data item"), ("segments", "segment"),
        ("teams", "team"), ("personas", "persona"),
    ],
)  # fmt: skip
def test_what_nothing_uses(library: str, name: str) -> None:
    found = faults("JM209", {f"{library}/spare": {"title": "Spare"}})
    assert [finding.message for finding in found] == [f"Nothing uses the {name} 'Spare'"]
    assert places(found) == [f"{library}/spare"]
    assert offers("JM209", {f"{library}/spare": {"title": "Spare"}}) == ["Remove 'Spare'"]


def test_what_is_used_anywhere_is_used() -> None:
    assert said("JM209") == []
    assert said("JM209", {"data/spare": {}, "systems": {"crm": {"holds": ["spare"]}}}) == []
    assert said("JM209", {"segments/spare": {}, f"{BUY}/cost_by": {"spare": 1}}) == []


def test_a_segment_with_a_share_is_not_taken_away_from_the_whole() -> None:
    assert offers("JM209", {"segments/spare": {"share": "20%"}}) == []
