"""A micro journey in small, as its event's card shows it: every step in its lane, in the order of the flow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from journeymapper.layout.geometry import Mini, Rect
from journeymapper.layout.grid import process_of
from journeymapper.layout.network import network_of
from journeymapper.layout.ranks import order_of
from journeymapper.layout.sheet import Sheet
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_BOX = (15.0, 8.0)
_STEP = (25.0, 22.0)
"""Most that two steps are apart, across and down."""


def mini_of(plan: Plan, journey: Journey, frame: Rect, lanes: Mapping[str | None, int]) -> Mini:
    """The preview of a journey inside `frame`; `lanes` is the row of each process, the same in all previews."""
    network = network_of(journey)
    owners = [process_of(plan, step) for step in journey.interactions.values()]
    colours = {process: number for number, process in enumerate(plan.processes)}
    columns = _columns(order_of(network).ranks, owners)
    across = min(_STEP[0], (frame.w - _BOX[0]) / max(1, max(columns, default=0)))
    down = min(_STEP[1], (frame.h - _BOX[1]) / max(1, len(lanes) - 1))
    w, h = min(_BOX[0], across * 0.8), min(_BOX[1], down * 0.7)
    boxes = tuple(
        (Rect(frame.x + column * across, frame.y + lanes[owner] * down, w, h), colours.get(owner or "", -1))
        for column, owner in zip(columns, owners, strict=True)
    )
    lines = ((boxes[source][0].center, boxes[target][0].center) for source, target in network.links)
    return Mini(boxes, tuple(lines))


def preview_lanes(sheet: Sheet) -> dict[str | None, int]:
    """The row of each process in the previews of a macro journey, in the order in which its details come to it."""
    opened = (sheet.plan.journeys.get(event.opens or "") for event in sheet.journey.interactions.values())
    steps = (step for detail in opened if detail for step in detail.interactions.values())
    owners = dict.fromkeys(process_of(sheet.plan, step) for step in steps)
    ordered = [owner for owner in owners if owner] + [None] * (None in owners)
    return {owner: row for row, owner in enumerate(ordered)}


def _columns(ranks: Sequence[int], owners: Sequence[str | None]) -> list[int]:
    """A column for each step: ranks one after the other, each as wide as the most of its steps in one lane."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, rank in enumerate(ranks):
        members[rank].append(number)
    columns = [0] * len(ranks)
    first = 0
    for rank in sorted(members):
        taken: Counter[str | None] = Counter()
        for number in members[rank]:
            columns[number] = first + taken[owners[number]]
            taken[owners[number]] += 1
        first += max(taken.values())
    return columns
