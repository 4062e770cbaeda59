from typing import Any

from tests.rules.found import findings, places
from tests.rules.sound import faults, said
from tests.sketches import journey

BUY = "journeys/visit/interactions/buy"
LIFE = "journeys/life/interactions"


def test_what_everybody_must_pass_with_one_channel_only() -> None:
    assert said("JM116") == []
    found = faults("JM116", {"points/counter/channels": ["shop"]})
    assert found[0].message == "Everybody who succeeds in 'A guest's life' must pass 'Sees us', and only by 'Shop'"
    assert places(found) == [f"{LIFE}/see", f"{LIFE}/recall", BUY]


def test_what_can_be_passed_by_and_what_is_unknown_is_no_single_point() -> None:
    two = {"points/counter/channels": ["shop"], "journeys/visit/interactions/more": {"next": {"happy": "100%"}}}
    two["journeys/visit/starts"] = {"buy": "50%", "more": "50%"}
    assert places(faults("JM116", two)) == [f"{LIFE}/see", f"{LIFE}/recall"]
    assert said("JM116", {"points/counter/channels": None}) == []


def _line(teams: list[str | None], **fields: Any) -> dict[str, Any]:
    """A journey of one way through these teams."""
    names = [f"s{number}" for number in range(len(teams))]
    steps = {
        name: {"team": team, "process": None, onward: "90%", "lost": "10%"}
        for name, team, onward in zip(names, teams, [*names[1:], "won"], strict=True)
    }
    return journey(steps, title="Visit", **fields)


def test_a_likely_way_with_too_many_hand_overs() -> None:
    found = findings("JM309", {"j": _line(["a", "b", "a", "b", "a", "b"])})
    assert [finding.message for finding in found] == [
        "The likeliest way to success in 'Visit' has 5 hand-overs, more than 4"
    ]
    assert found[0].items[:2] == (("journeys", "j"), ("journeys", "j", "interactions", "s1"))


def test_hand_overs_within_the_budget_and_unknown_owners() -> None:
    assert findings("JM309", {"j": _line(["a", "b", "a", "b", "a"])}) == []
    assert findings("JM309", {"j": _line(["a", None, "a", "b", "a", "b"])}) == []


def test_the_nearest_budget_counts() -> None:
    tight: dict[str, Any] = {"budgets": {"handovers": 1}}
    assert len(findings("JM309", {"j": _line(["a", "b", "a"])}, checks=tight)) == 1
    assert findings("JM309", {"j": _line(["a", "b", "a"], checks={"budgets": {"handovers": 2}})}, checks=tight) == []


def test_too_many_questions_before_conversion() -> None:
    many = {"data": {f"d{n}": {} for n in range(13)}, f"{LIFE}/see/asks": [f"d{n}" for n in range(13)]}
    found = faults("JM310", many)
    assert [finding.message for finding in found] == [
        "The likeliest way to conversion in 'A guest's life' asks 13 questions, more than 12"
    ]
    assert found[0].items == (("journeys", "life"), ("journeys", "life", "interactions", "see"))
    assert said("JM310", {**many, "checks": {"budgets": {"questions": 13}}}) == []


def test_questions_at_and_after_conversion_and_without_one_are_not_counted() -> None:
    data: dict[str, Any] = {"data": {f"d{n}": {} for n in range(13)}}
    assert said("JM310", {**data, f"{BUY}/asks": list(data["data"])}) == []
    assert said("JM310", {**data, f"{LIFE}/see/asks": list(data["data"]), "journeys/life/conversion": None}) == []


def test_the_likeliest_way_that_ends_low() -> None:
    assert said("JM407") == []
    found = faults("JM407", {f"{LIFE}/recall/feeling": -1})
    assert [finding.message for finding in found] == [
        "The likeliest way to success in 'A guest's life' ends on a bad feeling, at 'Remembers us'"
    ]
    assert places(found) == [f"{LIFE}/recall"]
    assert said("JM407", {f"{LIFE}/recall/feeling": None}) == []
    assert said("JM407", {f"{LIFE}/see/feeling": -2}) == []
