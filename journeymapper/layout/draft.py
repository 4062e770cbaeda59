"""A micro journey before it has measures: the grid, the ways of the links, and what every card needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymapper.layout.cards import Face, face_of
from journeymapper.layout.ends import Attached, attached_to
from journeymapper.layout.grid import Grid, place
from journeymapper.layout.marks import Mark, marks_of
from journeymapper.layout.metrics import CARD_WIDTH
from journeymapper.layout.network import Network, network_of
from journeymapper.layout.ports import Slots, slots_of
from journeymapper.layout.ranks import Order, order_of
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.spacing import Body
from journeymapper.layout.ways import Way, ways_through

Shift = tuple[float, float]
"""How far a card stands right of and below the place that its cell gives it."""


class Draft(NamedTuple):
    """Everything about a journey's drawing that takes no coordinates; lists are in the order of the network."""

    sheet: Sheet
    network: Network
    order: Order
    grid: Grid
    ways: list[Way]
    slots: Slots
    marks: list[Mark]
    faces: list[Face]
    attached: list[Attached]
    bodies: list[Body]


def draft_of(sheet: Sheet) -> Draft:
    """Draft a journey, every card where the flow puts it."""
    network = network_of(sheet.journey)
    order = order_of(network)
    marks = marks_of(sheet, network)
    faces = [face_of(sheet.plan, ident, each, sheet.measure) for ident, each in sheet.journey.interactions.items()]
    grid = place(sheet.plan, sheet.journey, network, order, whole=not sheet.is_detail)
    return _drafted(sheet, network, order, grid, marks, faces, [(0.0, 0.0)] * network.size)


def redrafted(draft: Draft, grid: Grid, shifts: Sequence[Shift]) -> Draft:
    """The draft with its cards in other cells, shifted in them."""
    return _drafted(draft.sheet, draft.network, draft.order, grid, draft.marks, draft.faces, shifts)


def _drafted(
    sheet: Sheet, network: Network, order: Order, grid: Grid, marks: list[Mark], faces: list[Face],
    shifts: Sequence[Shift],
) -> Draft:  # fmt: skip
    ways = ways_through(grid, network, [across for across, _ in shifts])
    slots = slots_of(grid, ways)
    heights = [max(face.height, slots.need(card)) for card, face in enumerate(faces)]
    attached = attached_to(sheet, network, ways, marks, heights)
    bodies = _bodies(ways, marks, attached, heights, shifts)
    return Draft(sheet, network, order, grid, ways, slots, marks, faces, attached, bodies)


def _bodies(
    ways: Sequence[Way], marks: Sequence[Mark], attached: Sequence[Attached], heights: Sequence[float],
    shifts: Sequence[Shift],
) -> list[Body]:  # fmt: skip
    right = [each.right for each in attached]
    for way, mark in zip(ways, marks, strict=True):
        length = mark.length - CARD_WIDTH / 2 if way.course in ("down", "up") else mark.length
        right[way.source] = max(right[way.source], length)
    return [
        Body(height, each.above, each.below, reach, across, down)
        for height, each, reach, (across, down) in zip(heights, attached, right, shifts, strict=True)
    ]
