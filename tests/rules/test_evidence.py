from datetime import date
from typing import Any

import pytest

from journeymapper.rules.checking import check
from tests.rules.found import places
from tests.rules.sound import faults, said, sound

BUY = "journeys/visit/interactions/buy"


def test_the_share_of_figures_that_are_assumed() -> None:
    assert said("JM505") == []
    found = faults("JM505", {f"{BUY}/next/happy": None, f"{BUY}/next/none": None, f"{BUY}/next/gone": None})
    assert found == []
    found = faults("JM505", {f"{BUY}/evidence/basis": "assumed"})
    assert [finding.message for finding in found] == ["5 of the 5 figures of 'A visit' are assumed (100%)"]
    assert places(found) == ["journeys/visit"]


def test_an_unknown_share_is_assumed_and_an_unknown_basis_is_not() -> None:
    assert said("JM505", {f"{BUY}/next": {"happy": {}, "gone": "10%"}}) == [
        "1 of the 5 figures of 'A visit' are assumed (20%)"
    ]
    assert said("JM505", {f"{BUY}/evidence": None}) == []


def test_the_nearest_evidence_counts() -> None:
    assumed = {"journeys/visit/evidence": {"basis": "assumed"}}
    assert said("JM505", assumed) == []
    assert len(said("JM505", {**assumed, f"{BUY}/evidence": None})) == 1
    link = {"share": "90%", "evidence": {"basis": "assumed"}}
    assert said("JM505", {f"{BUY}/next/happy": link}) == ["1 of the 5 figures of 'A visit' are assumed (20%)"]
    both = {"journeys/visit/starts": {"buy": "50%", "more": None}, "journeys/visit/interactions/more": {}}
    assert said("JM505", both) == ["1 of the 7 figures of 'A visit' are assumed (14%)"]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (BUY, "'Buys a cup'"),
        ("journeys/visit", "'A visit'"),
        (f"{BUY}/next/happy", "the way from 'Buys a cup' to 'Likes it'"),
    ],
)
def test_evidence_that_never_heard_churned_customers(owner: str, name: str) -> None:
    assert said("JM507") == []
    changes: dict[str, Any] = {f"{BUY}/next/happy": {"share": "90%"}, f"{owner}/evidence": {"voices": ["loyal"]}}
    found = faults("JM507", changes)
    assert [finding.message for finding in found] == [f"The evidence for {name} never heard customers who have left"]
    assert places(found) == [f"{owner}/evidence"]


@pytest.mark.parametrize("voices", [None, ["churned"], ["loyal", "former customers"], ["ex-customers who left"]])
def test_voices_that_have_left_or_are_unknown(voices: list[str] | None) -> None:
    assert said("JM507", {f"{BUY}/evidence/voices": voices}) == []


def test_evidence_that_is_old() -> None:
    assert said("JM703") == []
    found = faults("JM703", {f"{BUY}/evidence/on": "2025-10-31"})
    assert [finding.message for finding in found] == [
        "The evidence for 'Buys a cup' is of 2025-10-31, more than a year ago"
    ]
    assert places(found) == [f"{BUY}/evidence"]
    assert said("JM703", {f"{BUY}/evidence/on": "2025-11-01"}) == []
    assert said("JM703", {f"{BUY}/evidence/on": None}) == []


def test_a_leap_day_has_a_year_before() -> None:
    old = check(sound({f"{BUY}/evidence/on": "2027-02-27"}), today=date(2028, 2, 29))
    assert f"{BUY}/evidence" in places([each for each in old if each.rule == "JM703"])
