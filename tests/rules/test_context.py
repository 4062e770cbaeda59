import pytest

from tests.rules.found import places
from tests.rules.sound import faults, offers, said

LIFE = "journeys/life/interactions"
CHANGING = {
    "points/page": {"title": "Page", "medium": "web"},
    f"{LIFE}/see/point": "page",
    f"{LIFE}/see/next": {"recall": {"share": "100%", "carries": []}},
}
LINK = f"{LIFE}/see/next/recall"


def test_a_change_of_medium_at_which_nothing_is_carried_along() -> None:
    found = faults("JM304", CHANGING)
    assert [finding.message for finding in found] == [
        "From 'Sees us' to 'Remembers us' the medium changes from web to store, and nothing is carried along"
    ]
    assert places(found) == [LINK]
    assert offers("JM304", CHANGING) == ["Carry along all that is known"]


def test_what_is_unknown_is_said_as_unknown() -> None:
    (message,) = said("JM304", {**CHANGING, f"{LINK}/carries": None})
    assert message.endswith("the medium changes from web to store, and it is not known what is carried along")
    assert said("JM304", {**CHANGING, f"{LINK}/carries": None, f"{LIFE}/see/detail": "open"}) == []


@pytest.mark.parametrize("carries", ["all", ["e-mail"]])
def test_something_that_goes_along(carries: object) -> None:
    assert said("JM304", {**CHANGING, f"{LINK}/carries": carries}) == []


def test_a_medium_that_is_the_same_or_unknown() -> None:
    assert said("JM304") == []
    assert said("JM304", {**CHANGING, "points/page/medium": "store"}) == []
    assert said("JM304", {**CHANGING, "points/page/medium": None}) == []
    assert said("JM304", {**CHANGING, f"{LIFE}/see/point": None}) == []


def test_context_goes_through_events_into_their_details() -> None:
    into = {**CHANGING, f"{LIFE}/see/next": {"visit": {"share": "100%", "carries": []}}}
    assert places(faults("JM304", into)) == [f"{LIFE}/see/next/visit"]
