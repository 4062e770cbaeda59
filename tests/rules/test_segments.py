from tests.rules.found import places
from tests.rules.sound import faults, offers, said

BUY = "journeys/visit/interactions/buy"


def test_a_channel_that_the_plan_never_uses_for_a_segment() -> None:
    assert said("JM213") == []
    found = faults("JM213", {"segments/regular/channels": {"cart": "20%", "shop": "80%"}})
    assert [finding.message for finding in found] == [
        "'Regulars' use the channel 'Cart', and the plan never does for them"
    ]
    assert places(found) == ["segments/regular"]


def test_a_share_of_nothing_is_no_use_and_an_unknown_one_is() -> None:
    assert said("JM213", {"segments/regular/channels": {"cart": "0%"}}) == []
    assert len(said("JM213", {"segments/regular": {"share": "100%", "channels": {"cart": None}}})) == 1
    assert said("JM213", {"segments/regular/channels": None}) == []


def test_only_what_the_segment_comes_to_is_for_it() -> None:
    cart = {
        "segments/regular/channels": {"cart": "100%"},
        f"{BUY}/next": {"more": "10%", "happy": "90%"},
        "journeys/visit/interactions/more": {"title": "Buys more", "channel": "cart", "next": {"happy": "100%"}},
    }
    assert said("JM213", cart) == []
    never = {"share": "10%", "share_by": {"regular": "0%"}}
    assert len(said("JM213", {**cart, f"{BUY}/next": {"more": never, "happy": "90%"}})) == 1


def test_segments_are_all_customers_together() -> None:
    assert said("JM603") == []
    short = {"segments/regular/share": "60%", "segments/office": {"share": "20%"}, f"{BUY}/cost_by": {"office": 1}}
    found = faults("JM603", short)
    assert [finding.message for finding in found] == ["The shares of the segments add up to 80%, not to 100%"]
    assert places(found) == ["segments"]
    assert offers("JM603", short) == ["Scale the shares to 100%: 75% and 25%"]


def test_an_unknown_segment_may_be_the_rest() -> None:
    assert said("JM603", {"segments/regular/share": "60%", "segments/office": {}}) == []
    assert said("JM603", {"segments/regular/share": None}) == []
    assert len(said("JM603", {"segments/regular/share": "100%", "segments/office": {"share": "10%"}})) == 1
