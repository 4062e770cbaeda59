from typing import Any

import pytest

from tests.rules.found import places
from tests.rules.sound import faults, offers, said

NEXT = "journeys/life/interactions/visit/next"
SAID = {f"{NEXT}/recall": "70%", f"{NEXT}/lost": "30%"}


def test_a_share_that_differs_from_the_computed_one() -> None:
    found = faults("JM110", SAID)
    assert [finding.message for finding in found] == [
        "From 'Visits us' to 'Remembers us' go 70% by what is said, and 90% by 'A visit'",
        "From 'Visits us' to 'Leaves' go 30% by what is said, and 10% by 'A visit'",
    ]
    assert places(found) == [f"{NEXT}/recall", f"{NEXT}/lost"]
    assert found[0].items[1] == ("journeys", "visit")
    assert offers("JM110", SAID) == ["Take over the shares that are computed"]


@pytest.mark.parametrize("share", ["90%", "89%", "91%", "80%..95%"])
def test_a_point_more_or_less_is_the_same(share: str) -> None:
    assert said("JM110", {f"{NEXT}/recall": share, f"{NEXT}/lost": "10%"}) == []


def test_shares_that_are_left_to_the_detail_differ_from_nothing() -> None:
    assert said("JM110") == []


def test_what_rests_on_unknown_shares_is_not_known_to_differ() -> None:
    unknown: dict[str, Any] = {"journeys/visit/interactions/buy/next": {"happy": {}, "gone": {}}}
    assert said("JM110", {**SAID, **unknown}) == []
    assert said("JM110", {**SAID, "journeys/life/starts": {"recall": "100%"}}) == []
    assert said("JM110", {**SAID, "journeys/visit/starts": None}) == []
