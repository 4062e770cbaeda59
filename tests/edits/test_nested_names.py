"""Renaming and deleting steps where journeys name each other's steps."""

from __future__ import annotations

import pytest

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.renaming import rename_step
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling


def _shop() -> Plan:
    """A macro journey with two details; `pay` is the name of an event, of its detail and of a step inside."""
    return Plan.model_validate(
        {
            "title": "Shop",
            "segments": {"office": {}},
            "journeys": {
                "life": {
                    "starts": {"see": {"enters": "ad"}},
                    "interactions": {
                        "see": {"opens": "seeing", "next": {"pay": {"enters": "pay"}}},
                        "pay": {"opens": "pay", "goal": "pay", "next": {"stay": "100%"}},
                    },
                    "ends": {"stay": {"outcome": "success"}},
                },
                "seeing": {
                    "starts": {"ad": "100%"},
                    "starts_by": {"office": {"ad": "100%"}},
                    "interactions": {"ad": {"next": {"ad": "10%", "go": "90%"}}},
                    "ends": {"go": {"leads_to": {"to": "pay", "enters": "pay"}}},
                },
                "pay": {
                    "starts": {"basket": "100%"},
                    "interactions": {"basket": {"next": {"pay": "100%"}}, "pay": {"next": {"done": "100%"}}},
                    "ends": {"done": {"leads_to": "stay"}},
                },
            },
            "opportunities": {"o": {"at": ["seeing/ad"], "lifts": {"seeing/ad": {"ad": "5%"}}}},
            "layout": {"seeing": {"ad": [0, 1]}, "life": {"see": [1, 0]}},
        }
    )


def _loose(plan: Plan) -> list[str]:
    return [reference.ident for reference in dangling(plan)]


@pytest.mark.parametrize(
    ("journey", "old"),
    [("life", "see"), ("life", "pay"), ("life", "stay"), ("seeing", "ad"), ("seeing", "go"), ("pay", "pay")],
)
def test_a_new_id_leaves_nothing_loose_and_can_be_taken_back(journey: str, old: str) -> None:
    there = rename_step(_shop(), journey, old, "brand-new")
    assert _loose(there) == _loose(_shop()) == ["pay"]
    assert rename_step(there, journey, "brand-new", old) == _shop()


def test_a_step_inside_keeps_its_id_when_the_event_of_that_name_gets_another() -> None:
    plan = rename_step(_shop(), "life", "pay", "checkout")
    assert plan.journeys["life"].interactions["see"].next["checkout"].enters == "pay"
    leads_to = plan.journeys["seeing"].ends["go"].leads_to
    assert leads_to is not None
    assert (leads_to.to, leads_to.enters) == ("checkout", "pay")
    assert plan.journeys["life"].interactions["checkout"].goal == "pay"


def test_an_event_keeps_its_id_when_the_step_of_that_name_inside_gets_another() -> None:
    plan = rename_step(_shop(), "pay", "pay", "checkout")
    assert plan.journeys["life"].interactions["see"].next["pay"].enters == "checkout"
    assert list(plan.journeys["pay"].interactions["basket"].next) == ["checkout"]


def test_deleting_the_last_of_a_group_takes_the_group_along() -> None:
    plan = delete_items(_shop(), [("journeys", "seeing", "interactions", "ad")])
    assert list(plan.layout) == ["life"]
    assert not plan.journeys["seeing"].starts_by
    assert not plan.opportunities["o"].lifts
    assert plan.journeys["life"].starts["see"].enters is None
