"""The place of every interaction: its column by stage, its row by process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from journeymapper.layout.metrics import CELL, LONGEST_RUN
from journeymapper.layout.network import Network
from journeymapper.layout.ranks import Order
from journeymapper.model.handover import owning_process
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan


class Span(NamedTuple):
    """The columns of a stage or the rows of a lane, both ends included; `ident` is None for none."""

    ident: str | None
    first: int
    last: int


class Grid(NamedTuple):
    """Columns and rows counted from 0 over the whole drawing; no two interactions share both."""

    columns: list[int]
    rows: list[int]
    stages: tuple[Span, ...]
    lanes: tuple[Span, ...]
    width: int
    height: int
    spilled: frozenset[tuple[int, int]] = frozenset()
    """Further cells, by column and row, that hold the lower part of a card that a person moved down."""


def process_of(plan: Plan, interaction: Interaction) -> str | None:
    """The process that owns an interaction: its own, else that of its team; None where the plan has no such one."""
    process = owning_process(plan, interaction)
    return process if process in plan.processes else None


def place(plan: Plan, journey: Journey, network: Network, order: Order, *, whole: bool = False) -> Grid:
    """Place the interactions of a journey.

    Stages stand in the plan's order, lanes in the order in which the journey first comes to their process; no stage
    and no process come last. Unused stages and processes are shown where the `whole` cycle is wanted, lanes below the
    used ones. A link never changes the order of lanes.
    """
    interactions = list(journey.interactions.values())
    stages: list[str | None] = [each.stage if each.stage in plan.stages else None for each in interactions]
    lanes = [process_of(plan, each) for each in interactions]
    steps = _steps_within(stages, network, order)
    kept_stages = [stage for stage in plan.stages if whole or stage in stages] + [None] * (None in stages)
    columns, stage_spans = _columns(stages, lanes, steps, kept_stages, order)
    first_come = [*dict.fromkeys(lanes), *(plan.processes if whole else ())]
    kept_lanes = [lane for lane in dict.fromkeys(first_come) if lane is not None] + [None] * (None in lanes)
    rows, lane_spans = _rows(lanes, columns, steps, kept_lanes, order)
    return Grid(
        columns, rows, stage_spans, lane_spans,
        stage_spans[-1].last + 1 if stage_spans else 0, lane_spans[-1].last + 1 if lane_spans else 0,
    )  # fmt: skip


def _steps_within(stages: Sequence[str | None], network: Network, order: Order) -> list[int]:
    """How many steps of its own stage lead to each interaction; one without any link comes after all the others."""
    steps = [0] * network.size
    for source, target in order.forward:
        if stages[source] == stages[target]:
            steps[target] = max(steps[target], steps[source] + 1)
    linked = {*network.starts, *(number for link in network.links for number in link)}
    return [steps[number] if number in linked else network.size for number in range(network.size)]


def _columns(
    stages: Sequence[str | None], lanes: Sequence[str | None], steps: Sequence[int], names: Sequence[str | None],
    order: Order,
) -> tuple[list[int], tuple[Span, ...]]:  # fmt: skip
    """A column for each interaction: as many to a stage as keep its cells low and its runs short."""
    members: dict[str | None, list[int]] = defaultdict(list)
    for number, stage in enumerate(stages):
        members[stage].append(number)
    sources: list[list[int]] = [[] for _ in stages]
    for source, target in order.forward:
        if stages[source] == stages[target]:
            sources[target].append(source)
    columns = [0] * len(stages)
    spans: list[Span] = []
    first = 0
    for stage in names:
        held = members.get(stage, [])
        used = _fill(sorted(held, key=lambda number: (steps[number], number)), lanes, sources, columns)
        for number in held:
            columns[number] += first
        spans.append(Span(stage, first, first + used - 1))
        first += used
    return columns, tuple(spans)


def _fill(
    members: Sequence[int], lanes: Sequence[str | None], sources: Sequence[Sequence[int]], columns: list[int]
) -> int:
    """Fill `columns`, from 0, for the members of one stage, given in the order of the flow; returns their number."""
    filled: dict[tuple[str | None, int], int] = defaultdict(int)
    run: dict[int, int] = {}
    for number in members:
        column = max((columns[source] for source in sources[number]), default=0)
        length = 1 + max((run[source] for source in sources[number] if columns[source] == column), default=0)
        if length > LONGEST_RUN:
            column, length = column + 1, 1
        while filled[lanes[number], column] == CELL:
            column, length = column + 1, 1
        filled[lanes[number], column] += 1
        columns[number], run[number] = column, length
    return 1 + max((columns[number] for number in members), default=0)


def _rows(
    lanes: Sequence[str | None], columns: Sequence[int], steps: Sequence[int], names: Sequence[str | None],
    order: Order,
) -> tuple[list[int], tuple[Span, ...]]:  # fmt: skip
    """A row for each interaction: in its lane by the steps within its stage, then by where customers come from."""
    cells: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for number, column in enumerate(columns):
        cells[column, lanes[number]].append(number)
    heights = dict.fromkeys(names, 1)
    for (_, name), members in cells.items():
        heights[name] = max(heights[name], len(members))
    spans: list[Span] = []
    for name in names:
        first = spans[-1].last + 1 if spans else 0
        spans.append(Span(name, first, first + heights[name] - 1))
    firsts = {span.ident: span.first for span in spans}
    sources: list[list[int]] = [[] for _ in columns]
    for source, target in order.forward:
        if columns[source] < columns[target]:
            sources[target].append(source)
    rows = [0] * len(columns)
    for (_, name), members in sorted(cells.items(), key=lambda cell: cell[0][0]):
        keys = {number: (steps[number], _mean(rows, sources[number], firsts[name]), number) for number in members}
        for place, number in enumerate(sorted(members, key=keys.__getitem__)):
            rows[number] = firsts[name] + place
    return rows, tuple(spans)


def _mean(rows: Sequence[int], sources: Sequence[int], default: float) -> float:
    return sum(rows[source] for source in sources) / len(sources) if sources else default
