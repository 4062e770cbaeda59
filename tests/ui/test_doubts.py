from journeymapper.model.finding import Finding, ItemPath
from journeymapper.storage.damage import Damage
from journeymapper.ui.doubts import certain, with_lost_ways

BOX: ItemPath = ("journeys", "box")
OFFER = (*BOX, "interactions", "offer")
PAY = (*BOX, "interactions", "pay")


def finding(rule: str, *path: str | int) -> Finding:
    return Finding(rule, "name", "error", "message", (path,))


def test_of_what_can_not_be_read_nothing_else_is_said() -> None:
    found = [finding("JM201", *OFFER), finding("JM206", *OFFER, "next", "pay"), finding("JM201", *PAY)]
    assert certain(found, [Damage(OFFER)]) == [found[2]]
    assert certain(found, [Damage((*OFFER, "cost"))]) == found


def test_where_ways_are_lost_nothing_is_said_of_ways() -> None:
    found = [
        finding("JM101", *PAY),
        finding("JM105", *BOX),
        finding("JM201", *PAY),
        finding("JM101", "journeys", "life"),
    ]
    for lost in (BOX, (*BOX, "interactions"), (*BOX, "starts"), (*BOX, "ends", "Odd"), OFFER, (*OFFER, "next"),
                 (*OFFER, "next", "Odd")):  # fmt: skip
        assert certain(found, [Damage(lost)]) == found[2:]


def test_other_damage_and_an_unknown_share_lose_no_way() -> None:
    kept = [(*OFFER, "cost"), (*OFFER, "next", "pay", "share"), (*BOX, "owner"), ("stages",), ("journeys",),
            (*BOX, "ends", "lost", "outcome")]  # fmt: skip
    assert not with_lost_ways(map(Damage, kept))


def test_a_finding_about_nothing_in_particular_is_said() -> None:
    found = [Finding("JM101", "name", "error", "message")]
    assert certain(found, [Damage(OFFER)]) == found
