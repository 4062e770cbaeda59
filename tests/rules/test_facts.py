from typing import Any

import pytest

from tests.rules.found import findings
from tests.sketches import journey

CASES = [
    ("JM201", "goal", "'A' has no goal"),
    ("JM202", "channel", "'A' has no channel"),
    ("JM203", "point", "'A' has no interaction point"),
    ("JM204", "process", "'A' belongs to no business process"),
    ("JM205", "does", "'A' does not say what we do"),
    ("JM206", "stage", "'A' has no customer stage"),
]


def _found(rule: str, links: dict[str, Any], **fields: Any) -> list[str]:
    journeys = {"j": journey({"a": {"won": "100%", **links}}, **fields), "d": journey({"x": {"won": "100%"}})}
    return [finding.message for finding in findings(rule, journeys, teams={"web": {"process": "sales"}, "lab": {}})]


@pytest.mark.parametrize(("rule", "fact", "message"), CASES)
def test_a_missing_fact_is_told(rule: str, fact: str, message: str) -> None:
    assert _found(rule, {fact: None}) == [message]


@pytest.mark.parametrize("rule", [rule for rule, _, _ in CASES])
def test_known_facts_are_fine(rule: str) -> None:
    assert _found(rule, {}) == []


@pytest.mark.parametrize(("rule", "fact", "_"), CASES)
def test_facts_are_not_missed_where_the_detail_has_them_or_it_is_left_open(rule: str, fact: str, _: str) -> None:
    assert _found(rule, {fact: None, "opens": "d"}) == []
    assert _found(rule, {fact: None, "detail": "open"}) == []
    assert _found(rule, {fact: None}, detail="open") == []


def test_a_team_lends_its_process() -> None:
    assert _found("JM204", {"process": None, "team": "web"}) == []
    assert len(_found("JM204", {"process": None, "team": "lab"})) == 1


@pytest.mark.parametrize("does", ["", "  "])
def test_saying_nothing_is_not_saying(does: str) -> None:
    assert len(_found("JM205", {"does": does})) == 1
