import pytest

from tests.rules.found import findings, messages, places
from tests.sketches import journey

ONE = {"a": {"won": "60%", "lost": "40%"}, "b": {"won": "100%"}}


def test_no_start_tells_of_a_journey_without_any() -> None:
    assert messages("JM104", ONE, starts={}) == ["'Visit' has no start"]


@pytest.mark.parametrize(
    ("starts", "sum_of_shares"),
    [({"a": "50%", "b": "40%"}, "90%"), ({"a": "70%", "b": "60%"}, "130%"), ({"a": "90%"}, "90%")],
)
def test_no_start_tells_of_starts_that_miss_the_whole(starts: dict[str, str], sum_of_shares: str) -> None:
    assert messages("JM104", ONE, starts=starts) == [f"The starts of 'Visit' add up to {sum_of_shares}, not to 100%"]


def test_no_start_looks_at_each_audience() -> None:
    found = findings("JM104", {"j": journey(ONE, title="Visit", starts_by={"office": {"a": "50%", "b": "30%"}})})
    assert [finding.message for finding in found] == ["The starts of 'Visit' for 'Offices' add up to 80%, not to 100%"]
    assert places(found) == ["journeys/j/starts_by/office"]


@pytest.mark.parametrize("starts", [{"a": "100%"}, {"a": "33.3%", "b": "66.7%"}, {"a": "40%..60%", "b": "50%"}])
def test_no_start_is_silent_where_starts_are_whole(starts: dict[str, str]) -> None:
    assert messages("JM104", ONE, starts=starts) == []


@pytest.mark.parametrize("starts", [{"a": None}, {"a": "50%", "b": None}])
def test_no_start_takes_unknown_starts_for_the_rest(starts: dict[str, str | None]) -> None:
    assert messages("JM104", ONE, starts=starts) == []


def test_no_success_tells_of_a_journey_that_only_fails() -> None:
    assert messages("JM105", {"a": {"lost": "100%"}}, ends={"lost": {"outcome": "failure"}}) == [
        "No end of 'Visit' counts as a success"
    ]


def test_no_success_says_which_outcomes_are_missing() -> None:
    assert messages("JM105", {"a": {"done": "100%"}}, ends={"done": {"title": "Done"}}) == [
        "No end of 'Visit' counts as a success; the outcome of 'Done' is not said"
    ]


def test_no_success_tells_of_a_success_that_nobody_reaches() -> None:
    assert messages("JM105", {"a": {"lost": "100%"}}) == ["'Visit' can't succeed: no way leads from a start to 'won'"]


def test_no_success_is_silent_where_some_succeed() -> None:
    assert messages("JM105", ONE) == []


def test_a_journey_that_is_left_open_and_empty_is_left_alone() -> None:
    for rule in ("JM104", "JM105"):
        assert messages(rule, {}, ends={}, detail="open") == []
        assert len(messages(rule, {}, ends={})) == 1
