"""The places of a macro journey's events along the customer's cycle: one row, or out and back in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymapper.layout.sheet import Sheet

_ONE_ROW = 4
"""Up to so many events stand in one row."""


class Cycle(NamedTuple):
    """Events in the order of the cycle; each has a column, a fraction where the row back is shorter, and a row."""

    idents: tuple[str, ...]
    columns: tuple[float, ...]
    rows: tuple[int, ...]
    width: int
    """Columns of the longer row."""

    def row(self, row: int) -> list[str]:
        """The events of a row in the order of the cycle; row 1 runs from right to left."""
        return [ident for ident, place in zip(self.idents, self.rows, strict=True) if place == row]


def stage_of(sheet: Sheet, ident: str) -> str | None:
    """The stage of an event, None where the plan has no such one."""
    stage = sheet.journey.interactions[ident].stage
    return stage if stage in sheet.plan.stages else None


def cycle_of(sheet: Sheet) -> Cycle:
    """Order the events by stage, then as planned; the row back holds at most half of them, best whole stages."""
    places: dict[str | None, int] = {stage: place for place, stage in enumerate([*sheet.plan.stages, None])}
    stages = {ident: places[stage_of(sheet, ident)] for ident in sheet.journey.interactions}
    order = sorted(sheet.journey.interactions, key=stages.__getitem__)
    turn = _turn([stages[ident] for ident in order])
    back = len(order) - turn
    step = (turn - 1) / (back - 1) if back > 1 else 0.0
    columns = [*map(float, range(turn)), *(turn - 1 - step * place for place in range(back))]
    return Cycle(tuple(order), tuple(columns), (0,) * turn + (1,) * back, turn)


def _turn(stages: Sequence[int]) -> int:
    """How many events stand in the first row: half of them, a little more where a stage ends there."""
    count = len(stages)
    if count <= _ONE_ROW:
        return count
    return min(
        range((count + 1) // 2, count),
        key=lambda turn: (turn - count / 2 + (stages[turn] == stages[turn - 1]), -turn),
    )
