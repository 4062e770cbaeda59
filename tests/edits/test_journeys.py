from __future__ import annotations

import pytest

from journeymapper.edits.history import History
from journeymapper.edits.journeys import add_journey, detail_event
from journeymapper.errors import EditRefused
from journeymapper.model.plan import Plan
from journeymapper.rules.checking import check
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import canonical
from tests.plans import cafe


def macro() -> Plan:
    life = {
        "title": "Life",
        "level": "macro",
        "interactions": {
            "meet": {"title": "Meets us", "next": {"stay": "40%", "off": "60%"}},
            "stay": {"title": "Stays"},
        },
        "ends": {"off": {"title": "Leaves", "outcome": "failure"}},
    }
    return Plan.model_validate({"title": "Plan", "journeys": {"life": life, "meets-us": {}}})


def test_a_journey_is_added_undone_and_done_again() -> None:
    before = cafe()
    history = History(before)
    plan, ident = add_journey(before, "Get help", "micro")
    history.record(plan, "add")
    assert ident == "get-help"
    assert history.plan.journeys[ident].level == "micro"
    assert history.undo() is before
    assert history.redo() is plan


def test_an_event_is_detailed_by_a_journey_with_the_same_ways_out() -> None:
    plan, ident = detail_event(macro(), "life", "meet")
    assert ident == "meets-us-2"
    assert plan.journeys["life"].interactions["meet"].opens == ident
    ends = plan.journeys[ident].ends
    assert [(end.title, end.outcome, end.leads_to.to if end.leads_to else "") for end in ends.values()] == [
        ("Stays", "success", "stay"),
        ("Leaves", "failure", "off"),
    ]
    assert "JM109" not in {finding.rule for finding in check(plan)}


def test_what_is_made_can_be_read_again() -> None:
    plan, _ = detail_event(macro(), "life", "meet")
    reading = parse_plan(canonical(plan).encode(), "plan", None)
    assert reading.document
    assert reading.document.plan == plan
    assert not reading.findings


def test_an_event_is_detailed_once() -> None:
    plan, _ = detail_event(macro(), "life", "meet")
    with pytest.raises(EditRefused, match="'Meets us' has a micro journey already"):
        detail_event(plan, "life", "meet")
    with pytest.raises(EditRefused):
        detail_event(plan, "life", "nobody")
