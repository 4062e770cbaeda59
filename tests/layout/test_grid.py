from __future__ import annotations

from typing import Any

from journeymapper.layout.grid import Grid, place, process_of
from journeymapper.layout.network import network_of
from journeymapper.layout.ranks import order_of
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from tests.layout.sample import SAMPLE, sample


def _grid(plan: Plan, ident: str) -> dict[str, tuple[int, int]]:
    grid = _place(plan, ident)
    return dict(zip(plan.journeys[ident].interactions, zip(grid.columns, grid.rows, strict=True), strict=True))


def _place(plan: Plan, ident: str) -> Grid:
    journey = plan.journeys[ident]
    network = network_of(journey)
    return place(plan, journey, network, order_of(network))


def _plan(steps: dict[str, Any]) -> Plan:
    return Plan.model_validate({
        "title": "Plan", "stages": {"buy": {}, "use": {}}, "processes": {"sales": {}, "support": {}},
        "teams": {"desk": {"process": "support"}}, "journeys": {"j": {"interactions": steps}},
    })  # fmt: skip


def _chain(count: int, **facts: Any) -> dict[str, Any]:
    return {f"i{number}": {**facts, "next": {f"i{number + 1}": "100%"}} for number in range(count)}


def test_stages_are_in_the_order_of_the_plan_and_lanes_in_that_of_the_journey() -> None:
    grid = _place(sample(), SAMPLE)
    assert [span.ident for span in grid.stages] == ["engagement", "transaction", "fulfilment", "service"]
    assert [span.ident for span in grid.lanes] == ["marketing", "sales", "support"]


def test_steps_that_follow_each_other_in_a_stage_stand_below_each_other() -> None:
    cells = _grid(sample(), SAMPLE)
    assert cells["ad"] == (0, 0)
    assert cells["form"] == (0, 1)
    assert cells["offer"][0] == cells["qualify"][0] == cells["mail"][0] == 1
    assert cells["offer"][1] + 1 == cells["qualify"][1]


def test_no_two_steps_share_a_cell() -> None:
    cells = _grid(sample(), SAMPLE)
    assert len(set(cells.values())) == len(cells)


def test_a_long_chain_in_one_cell_goes_on_in_further_columns() -> None:
    cells = _grid(_plan(_chain(12, stage="buy", process="sales")), "j")
    assert list(cells.values()) == [(column, row) for column in range(4) for row in range(3)]


def test_a_chain_through_several_lanes_is_at_most_four_steps_long_in_a_column() -> None:
    steps = _chain(8, stage="buy")
    for number, step in enumerate(steps.values()):
        step["process"] = ("sales", "support")[number % 2]
    columns = [column for column, _ in _grid(_plan(steps), "j").values()]
    assert columns == [0, 0, 0, 0, 1, 1, 1, 1]


def test_steps_without_stage_or_process_come_last() -> None:
    grid = _place(_plan({"a": {}, "b": {"stage": "use", "process": "support"}, "c": {"stage": "gone"}}), "j")
    assert [span.ident for span in grid.stages] == ["use", None]
    assert [span.ident for span in grid.lanes] == ["support", None]


def test_a_step_belongs_to_the_process_of_its_team_where_it_names_none() -> None:
    plan = _plan({})
    assert process_of(plan, Interaction(team="desk")) == "support"
    assert process_of(plan, Interaction(team="desk", process="sales")) == "sales"
    assert process_of(plan, Interaction(process="gone")) is None


def test_steps_of_one_cell_are_ordered_by_where_customers_come_from() -> None:
    steps = {
        "a": {"stage": "buy", "process": "sales", "next": {"d": "100%"}},
        "b": {"stage": "buy", "process": "sales", "next": {"c": "100%"}},
        "c": {"stage": "use", "process": "sales"},
        "d": {"stage": "use", "process": "sales"},
    }
    cells = _grid(_plan(steps), "j")
    assert cells["d"][1] < cells["c"][1]


def test_an_interaction_without_links_moves_no_other() -> None:
    before = _grid(_plan(_chain(4)), "j")
    after = _grid(_plan({**_chain(2), "loose": {}, **dict(list(_chain(4).items())[2:])}), "j")
    assert {ident: after[ident] for ident in before} == before
