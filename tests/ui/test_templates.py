from __future__ import annotations

from journeymapper.edits.interactions import add_interaction
from journeymapper.rules.checking import check
from journeymapper.ui.figures import Counts, Reach, counts_of, reach_of
from journeymapper.ui.templates import blank_plan
from tests.plans import cafe


def test_a_new_plan_has_the_stages_phases_and_processes_of_the_method() -> None:
    plan = blank_plan()
    assert list(plan.stages) == ["engagement", "transaction", "fulfilment", "service"]
    assert list(plan.phases) == ["attraction", "acquisition", "development", "retention", "growth"]
    assert list(plan.processes) == ["sales", "marketing", "support"]


def test_a_new_plan_can_be_drawn_in_at_once() -> None:
    plan, ident = add_interaction(blank_plan(), "journey", "First")
    assert plan.journeys["journey"].starts[ident].share is not None


def test_a_new_plan_can_be_checked() -> None:
    assert {finding.severity for finding in check(blank_plan())} <= {"error", "warning", "info"}


def test_a_plan_is_counted() -> None:
    assert counts_of(cafe()) == Counts(interactions=2, macro_events=0, channels=2)


def test_how_many_reach_the_conversion() -> None:
    plan = cafe()
    assert reach_of(plan, "visit") is None
    journey = plan.journeys["visit"].model_copy(update={"conversion": "buy"})
    plan = plan.model_copy(update={"journeys": plan.journeys.put("visit", journey)})
    assert reach_of(plan, "visit") == Reach("Buys a cup", 0.4)
    assert reach_of(plan, "nowhere") is None
