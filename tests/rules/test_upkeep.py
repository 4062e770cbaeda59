from typing import Any

import pytest

from tests.rules.found import places
from tests.rules.sound import faults, offers, said

BUY = "journeys/visit/interactions/buy"


def test_a_plan_or_journey_without_owner() -> None:
    assert said("JM701") == []
    found = faults("JM701", {"owner": None, "journeys/visit/owner": " "})
    assert [finding.message for finding in found] == [
        "Nobody answers for the plan: it has no owner", "Nobody answers for 'A visit': it has no owner",
    ]  # fmt: skip
    assert places(found) == ["title", "journeys/visit"]
    assert said("JM701", {"journeys/visit/owner": None, "journeys/visit/detail": "open"}) == []


def test_a_review_that_is_overdue() -> None:
    assert said("JM702") == []
    found = faults("JM702", {"review_by": "2026-10-31", "journeys/visit/review_by": "2026-10-31"})
    assert [finding.message for finding in found] == [
        "The plan was to be reviewed by 2026-10-31", "'A visit' was to be reviewed by 2026-10-31",
    ]  # fmt: skip
    assert places(found) == ["review_by", "journeys/visit/review_by"]
    assert said("JM702", {"review_by": "2026-11-01"}) == []
    assert said("JM702", {"review_by": None}) == []


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (BUY, "'Buys a cup'"),
        ("journeys/visit", "'A visit'"),
        ("journeys/visit/ends/gone", "'Does not'"),
        ("stages/use", "'Drinking'"),
        ("opportunities/bun", "'A bun with each cup'"),
        (f"{BUY}/next/happy", "the way from 'Buys a cup' to 'Likes it'"),
    ],
)
def test_a_remark_that_is_open(owner: str, name: str) -> None:
    changes: dict[str, Any] = {f"{BUY}/next/happy": {"share": "90%"}, f"{owner}/remarks": {"r1": {"text": "Why?"}}}
    found = faults("JM707", changes)
    assert [finding.message for finding in found] == [f"A remark on {name} is open: Why?"]
    assert places(found) == [f"{owner}/remarks/r1"]
    assert offers("JM707", changes) == ["Say that it is dealt with"]


def test_remarks_on_the_plan_say_who_wrote_them_and_are_cut_where_they_are_long() -> None:
    text = "Is this still what we want, now that the shop is closed on Sundays and Mondays?"
    assert said("JM707", {"remarks": {"r1": {"by": "Ann", "text": text, "resolved": False}}}) == [
        "A remark by Ann on the plan is open: Is this still what we want, now that the shop is closed on…"
    ]
    assert said("JM707") == []


def test_a_moment_of_truth_that_nobody_walked_through() -> None:
    assert said("JM708") == []
    found = faults("JM708", {f"{BUY}/tested": None})
    assert [finding.message for finding in found] == [
        "'Buys a cup' is a moment of truth, and nobody has walked through it as a customer"
    ]
    assert places(found) == [BUY]
    assert said("JM708", {f"{BUY}/tested": {"result": "failed"}}) == []
    assert said("JM708", {f"{BUY}/tested": None, f"{BUY}/moment_of_truth": None}) == []
    assert said("JM708", {f"{BUY}/tested": None, f"{BUY}/detail": "open"}) == []
