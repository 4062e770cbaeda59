from typing import Any

import pytest

from tests.rules.found import places
from tests.rules.sound import faults, said

LIFE = "journeys/life/interactions"
SPARE = {"stages/spare": {"title": "Spare", "goal": "sell"}}


def test_a_stage_without_an_interaction_in_a_macro_journey() -> None:
    assert said("JM210") == []
    found = faults("JM210", SPARE)
    assert [finding.message for finding in found] == ["No macro journey has an interaction in the stage 'Spare'"]
    assert places(found) == ["stages/spare"]


def test_an_event_without_stage_is_in_those_of_its_detail() -> None:
    assert said("JM210", {**SPARE, "journeys/visit/interactions/buy/stage": "spare"}) == []
    assert (
        len(said("JM210", {**SPARE, "journeys/visit/interactions/buy/stage": "spare", f"{LIFE}/visit/stage": "use"}))
        == 1
    )


def test_without_a_macro_journey_stages_are_not_known_to_be_empty() -> None:
    assert said("JM210", {**SPARE, "journeys/life/level": None}) == []
    assert said("JM210", {**SPARE, "journeys/life/detail": "open"}) == []


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        ({"goal": None}, ["no goal"]),
        ({"measures": None}, []),  # its interactions have some
        ({"goal": None, "title": "Use"}, ["no goal"]),
    ],
)
def test_a_stage_without_goal(facts: dict[str, Any], lacks: list[str]) -> None:
    said_of = said("JM211", {f"stages/use/{name}": value for name, value in facts.items()})
    assert [each.split("' has ")[1] for each in said_of] == lacks


def test_a_stage_without_check_point() -> None:
    assert said("JM211") == []
    bare = {f"{LIFE}/recall/measures": None}
    assert said("JM211", bare) == ["The stage 'Afterwards' has no check point"]
    assert said("JM211", {**bare, "stages/after/goal": None}) == [
        "The stage 'Afterwards' has no goal and no check point"
    ]
    assert said("JM211", {**bare, f"{LIFE}/recall/detail": "open"}) == []


def test_a_stage_that_nothing_measures_against_a_target() -> None:
    assert said("JM501") == []
    found = faults("JM501", {f"{LIFE}/recall/measures/recalls/target": None})
    assert [finding.message for finding in found] == ["Nothing in the stage 'Afterwards' is measured against a target"]
    assert places(found) == ["stages/after"]
    assert said("JM501", {f"{LIFE}/recall/measures": None, "stages/after/measures": {"m": {"target": 3}}}) == []
    assert said("JM501", {f"{LIFE}/recall/measures": None, f"{LIFE}/recall/detail": "open"}) == []


PHASES: dict[str, Any] = {"phases/more": {}, "phases/most": {}}


def test_a_stage_that_runs_back_while_the_phase_runs_forward() -> None:
    back = {
        **PHASES,
        f"{LIFE}/see/stage": "after",
        f"{LIFE}/see/next": {"recall": "100%"},
        f"{LIFE}/recall/stage": "use",
    }
    found = faults("JM212", {**back, f"{LIFE}/recall/phase": "more"})
    assert [finding.message for finding in found] == [
        "From 'Sees us' to 'Remembers us' the stage runs back while the company phase runs forward"
    ]
    assert places(found) == ["journeys/life/interactions/see/next/recall"]
    assert said("JM212", {**back, f"{LIFE}/recall/phase": None}) == []
    assert said("JM212", back) == []


def test_a_phase_that_runs_back_while_the_stage_runs_forward() -> None:
    forward = {**PHASES, f"{LIFE}/see/next": {"recall": "100%"}, f"{LIFE}/see/phase": "more"}
    assert said("JM212", forward) == [
        "From 'Sees us' to 'Remembers us' the company phase runs back while the stage runs forward"
    ]


def test_a_cycle_that_begins_again_runs_neither_back_nor_forward() -> None:
    last = {**PHASES, **SPARE, f"{LIFE}/see/stage": "spare", f"{LIFE}/see/next": {"recall": "100%"}}
    assert said("JM212", {**last, f"{LIFE}/recall/stage": "use", f"{LIFE}/recall/phase": "more"}) == []
    assert len(said("JM212", {**last, f"{LIFE}/recall/phase": "more"})) == 1


@pytest.mark.parametrize("title", ["Sales", "sales stage", "The sales process"])
def test_a_stage_that_is_named_after_a_process(title: str) -> None:
    assert said("JM706", {"stages/use/title": title}) == [f"The stage '{title}' is named after our process 'Sales'"]


@pytest.mark.parametrize("title", ["Salesroom", "After sales", None])
def test_a_stage_of_another_name(title: str | None) -> None:
    assert said("JM706", {"stages/use/title": title}) == []
