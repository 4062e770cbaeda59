from datetime import date
from typing import Any

import pytest

from journeymapper.rules.checking import check
from tests.rules.found import places
from tests.rules.sound import faults, said, sound

BUY = "journeys/visit/interactions/buy"
MEASURE = f"{BUY}/measures/buys"


@pytest.mark.parametrize(
    ("owner", "name"), [(BUY, "'Buys a cup'"), ("stages/use", "'Drinking'"), ("journeys/life", "'A guest's life'")]
)
def test_a_measure_without_target(owner: str, name: str) -> None:
    assert said("JM502") == []
    found = faults("JM502", {f"{owner}/measures/waits": {"title": "Waits"}})
    assert [finding.message for finding in found] == [f"The measure 'Waits' of {name} has no target"]
    assert places(found) == [f"{owner}/measures/waits"]


def test_measures_of_what_is_left_open_need_no_target() -> None:
    assert said("JM502", {f"{MEASURE}/target": None, f"{BUY}/detail": "open"}) == []
    assert said("JM502", {f"{MEASURE}/target": None, "journeys/visit/detail": "open"}) == []


def test_a_measure_that_was_not_checked_for_longer_than_is_said() -> None:
    assert said("JM503") == []
    found = faults("JM503", {MEASURE: {"title": "Buys", "on": "2026-09-30", "every": "1mo"}})
    assert [finding.message for finding in found] == [
        "The measure 'Buys' of 'Buys a cup' was last checked on 2026-09-30, and is due every 1mo"
    ]
    assert places(found) == [MEASURE]


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"on": "2026-05-05"}, 0),  # 180 days before
        ({"on": "2026-05-04"}, 1),
        ({"on": "2026-05-04", "every": "1y"}, 0),
        ({"on": "2026-10-25", "every": "1w"}, 0),
        ({"every": "1d"}, 0),
        ({"on": "2027-01-01", "every": "1d"}, 0),
    ],
)
def test_when_a_measure_is_overdue(facts: dict[str, Any], count: int) -> None:
    assert len(said("JM503", {MEASURE: facts})) == count


def test_dates_are_compared_with_the_day_of_the_check() -> None:
    overdue = [each for each in check(sound(), today=date(2028, 1, 1)) if each.rule == "JM503"]
    assert len(overdue) == 3


def test_a_moment_of_truth_without_measure() -> None:
    assert said("JM504") == []
    found = faults("JM504", {f"{BUY}/measures": None})
    assert [finding.message for finding in found] == [
        "'Buys a cup' is a moment of truth, and nothing is measured there"
    ]
    assert places(found) == [BUY]
    assert said("JM504", {f"{BUY}/measures": None, f"{BUY}/moment_of_truth": None}) == []
    assert said("JM504", {f"{BUY}/measures": None, f"{BUY}/detail": "open"}) == []
