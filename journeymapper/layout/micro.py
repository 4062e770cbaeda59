"""The geometry of a micro journey: stages across, processes down, every link on its own way between the cards."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.layout.cards import card_of, face_of
from journeymapper.layout.channels import Levels, channel_tracks, gutter_tracks
from journeymapper.layout.curve import Ground, curve_of
from journeymapper.layout.ends import Attached, attached_to
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import JourneyGeometry, Label, Pill, Rect, Stub
from journeymapper.layout.grid import place
from journeymapper.layout.heads import headers_of, lane_label_width, top_of_lanes
from journeymapper.layout.marks import Mark, marks_of
from journeymapper.layout.metrics import CARD_WIDTH, TRACK
from journeymapper.layout.network import network_of
from journeymapper.layout.ports import left_ports, right_ports, slots_of
from journeymapper.layout.ranks import order_of
from journeymapper.layout.spacing import Body, heights_of, widths_of
from journeymapper.layout.text import TextMeasure
from journeymapper.layout.tracing import Tracer
from journeymapper.layout.ways import Way, ways_through
from journeymapper.model.plan import Plan
from journeymapper.model.values import FrozenMap


def lay_out_micro(plan: Plan, journey_id: str, measure: TextMeasure, flow: Flow | None = None) -> JourneyGeometry:
    """The geometry of a micro journey; see `journey.lay_out`."""
    journey = plan.journeys[journey_id]
    network = network_of(journey)
    order = order_of(network)
    grid = place(plan, journey, network, order)
    ways = ways_through(grid, network)
    marks = marks_of(plan, journey, network, flow, measure)
    slots = slots_of(grid, ways)
    faces = [face_of(plan, ident, each, measure) for ident, each in journey.interactions.items()]
    tall = [max(face.height, slots.need(card)) for card, face in enumerate(faces)]
    attached = attached_to(journey, network, ways, marks, flow, measure, tall)
    bodies = _bodies(ways, marks, attached, tall)

    channels = channel_tracks(grid, ways)
    heights = heights_of(grid, bodies, channels.count, top_of_lanes(plan, journey))
    tops = [heights.rows[row] + body.down for row, body in zip(grid.rows, bodies, strict=True)]
    leaving, around = right_ports(slots, tall)
    leaving = {number: tops[ways[number].source] + offset for number, offset in leaving.items()}
    around = {number: tops[ways[number].target] + offset for number, offset in around.items()}
    entering = left_ports(slots, ways, tops, tall, leaving) | around
    levels = Levels(leaving, entering, {
        number: heights.channels[channel] + TRACK * track for (number, channel), track in channels.of.items()
    })  # fmt: skip
    gutters = gutter_tracks(ways, levels)
    widths = widths_of(grid, bodies, gutters.count, lane_label_width(plan, grid, measure))
    rects = [
        Rect(widths.columns[column] + body.across, top, CARD_WIDTH, body.height)
        for column, body, top in zip(grid.columns, bodies, tops, strict=True)
    ]
    tracer = Tracer(network, rects, levels, gutters, widths)
    colours = {ident: number for number, ident in enumerate(plan.processes)}
    cards = {
        ident: card_of(plan, ident, each, face, rect, colours)
        for (ident, each), face, rect in zip(journey.interactions.items(), faces, rects, strict=True)
    }
    stages, phases, lanes = headers_of(plan, journey, grid, heights, widths, order, measure)
    bottom = heights.lanes[-1][1] if heights.lanes else top_of_lanes(plan, journey)
    curve = curve_of(journey, Ground(network, grid, widths, bottom), flow)
    return JourneyGeometry(
        journey_id, "micro", journey.name(journey_id), f"Micro journey of “{plan.title}”",
        Rect(0, 0, widths.borders[-1] + 8, curve.frame.bottom if curve else bottom), stages, phases, lanes, FrozenMap(cards),
        tuple(tracer.route(number, way, mark) for number, (way, mark) in enumerate(zip(ways, marks, strict=True))),
        tuple(_moved_stub(stub, rect) for each, rect in zip(attached, rects, strict=True) for stub in each.stubs),
        tuple(_moved_pill(pill, rect) for each, rect in zip(attached, rects, strict=True) for pill in each.pills),
        curve,
        FrozenMap(zip(network.idents, grid.columns, strict=True)),
        FrozenMap(zip(network.idents, order.ranks, strict=True)),
    )  # fmt: skip


def _bodies(
    ways: Sequence[Way], marks: Sequence[Mark], attached: Sequence[Attached], tall: Sequence[float]
) -> list[Body]:
    right = [each.right for each in attached]
    for way, mark in zip(ways, marks, strict=True):
        length = mark.length - CARD_WIDTH / 2 if way.course in ("down", "up") else mark.length
        right[way.source] = max(right[way.source], length)
    return [
        Body(height, each.above, each.below, reach)
        for height, each, reach in zip(tall, attached, right, strict=True)
    ]


def _moved(rect: Rect, by: Rect) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.w, rect.h)


def _moved_stub(stub: Stub, by: Rect) -> Stub:
    return Stub(stub.source, stub.target, _moved(stub.rect, by), Label(stub.label.text, _moved(stub.label.rect, by)))


def _moved_pill(pill: Pill, by: Rect) -> Pill:
    return Pill(pill.kind, pill.ident, pill.text, _moved(pill.rect, by))
