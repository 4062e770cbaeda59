import pytest

from tests.rules.found import places
from tests.rules.sound import faults, said

BUY = "journeys/visit/interactions/buy"
LIFE = "journeys/life/interactions"


@pytest.mark.parametrize("expects", [None, " "])
def test_an_interaction_without_expectation(expects: str | None) -> None:
    assert said("JM401") == []
    found = faults("JM401", {f"{BUY}/expects": expects})
    assert [finding.message for finding in found] == ["'Buys a cup' does not say what the customer expects"]
    assert places(found) == [BUY]
    assert said("JM401", {f"{BUY}/expects": expects, f"{BUY}/detail": "open"}) == []


def test_an_interaction_without_feeling() -> None:
    assert said("JM402") == []
    assert said("JM402", {f"{BUY}/feeling": 0}) == []
    assert said("JM402", {f"{BUY}/feeling": None}) == []  # known for a persona
    assert said("JM402", {f"{BUY}/feeling": None, f"{BUY}/feeling_by": None}) == [
        "'Buys a cup' does not say what the customer feels"
    ]


def test_a_moment_of_truth_with_a_bad_feeling() -> None:
    assert said("JM403") == []
    found = faults("JM403", {f"{BUY}/feeling": -0.5})
    assert [finding.message for finding in found] == ["'Buys a cup' is a moment of truth, and customers feel bad there"]
    assert places(found) == [BUY]
    assert said("JM403", {f"{BUY}/feeling_by": {"ann": -1}}) == [
        "'Buys a cup' is a moment of truth, and 'Ann' feel bad there"
    ]


def test_an_unknown_feeling_and_what_decides_nothing_are_not_sad() -> None:
    assert said("JM403", {f"{BUY}/feeling": None}) == []
    assert said("JM403", {f"{BUY}/feeling": -1, f"{BUY}/moment_of_truth": False}) == []
    assert said("JM403", {f"{BUY}/feeling": -1, f"{BUY}/moment_of_truth": None}) == []


@pytest.mark.parametrize("flag", [None, False])
def test_a_journey_without_moment_of_truth(flag: bool | None) -> None:
    assert said("JM404") == []  # the macro journey has that of its detail
    found = faults("JM404", {f"{BUY}/moment_of_truth": flag})
    assert [finding.message for finding in found] == [
        "'A guest's life' has no moment of truth", "'A visit' has no moment of truth",
    ]  # fmt: skip
    assert said("JM404", {f"{BUY}/moment_of_truth": flag, "journeys/visit/detail": "open"})[1:] == []


def test_a_journey_in_which_nothing_goes_beyond_the_basics() -> None:
    assert said("JM406") == []
    found = faults("JM406", {f"{BUY}/beyond_basics": None})
    assert [finding.message for finding in found] == ["Nothing in 'A visit' is said to go beyond the basics"]
    assert places(found) == ["journeys/visit"]
    assert said("JM406", {f"{BUY}/beyond_basics": False, "journeys/visit/detail": "open"}) == []
