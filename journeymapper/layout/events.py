"""The cards of a macro journey's events, each with its micro journey in small."""

from __future__ import annotations

from journeymapper.layout.figures import people_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Card, Mini, Rect
from journeymapper.layout.grid import place, process_of
from journeymapper.layout.metrics import EVENT_LINE, EVENT_TEXT_TOP, EVENT_WIDTH, SIGN_WIDTH, TEXT_LEFT, TEXT_RIGHT
from journeymapper.layout.network import network_of
from journeymapper.layout.ranks import order_of
from journeymapper.layout.text import TextMeasure
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_MINI_HEIGHT = 52.0
_BARE_HEIGHT = 20.0
_BOX = (15.0, 8.0)
_STEP = 24.0
"""Most that two boxes of a preview are apart, in columns and in rows."""
_FOLDER = 34.0
"""Left free at the right of the preview's last row."""


def event_heading(
    plan: Plan, ident: str, event: Interaction, flow: Flow | None, measure: TextMeasure
) -> tuple[tuple[str, ...], str, bool]:
    """The title in one or two lines, how many come and how many steps it has, and whether something was cut."""
    room = EVENT_WIDTH - TEXT_LEFT - TEXT_RIGHT - (SIGN_WIDTH if event.moment_of_truth else 0.0)
    title, cut = measure.wrap(event.name(ident), "title", room, 2)
    lines, cut_too = measure.wrap(" · ".join(_facts(plan, ident, event, flow)) or " ", "line", room, 1)
    return title, lines[0].strip(), cut or cut_too


def _facts(plan: Plan, ident: str, event: Interaction, flow: Flow | None) -> list[str]:
    facts = []
    arrivals = flow.arrivals.get(ident) if flow else None
    if arrivals is not None:
        who = "customers" if plan.volume is not None else "of customers"
        facts.append(f"{people_text(arrivals, plan.volume)} {who}")
    detail = plan.journeys.get(event.opens) if event.opens else None
    if detail is not None:
        steps = flow.steps.get(ident, len(detail.interactions)) if flow else len(detail.interactions)
        facts.append(f"{steps} interaction" + ("s" if steps != 1 else ""))
    return facts


def event_height(title: tuple[str, ...], previewed: bool) -> float:
    """The height of an event's card."""
    lines = EVENT_TEXT_TOP + EVENT_LINE * (len(title) + 1)
    return lines + (_MINI_HEIGHT + 32.0 if previewed else _BARE_HEIGHT)


def event_card(
    plan: Plan, journey: Journey, ident: str, rect: Rect, heading: tuple[tuple[str, ...], str, bool]
) -> Card:
    """The card of an event."""
    event = journey.interactions[ident]
    title, where, cut = heading
    process = process_of(plan, event)
    top = EVENT_TEXT_TOP + EVENT_LINE * (len(title) + 1) + 4.0
    frame = Rect(rect.x + TEXT_LEFT, rect.y + top, rect.w - TEXT_LEFT - TEXT_RIGHT, _MINI_HEIGHT)
    converts = journey.conversion == ident
    return Card(
        ident, rect, title, "", where, list(plan.processes).index(process) if process else -1, event.feeling,
        bool(event.moment_of_truth), event.opens is not None,
        "conversion" if converts else _MILESTONES.get(event.milestone or "", ""), converts,
        mini_of(plan, plan.journeys[event.opens], frame) if event.opens in plan.journeys else None, cut,
    )  # fmt: skip


_MILESTONES = {"first-contact": "first contact", "last-contact": "last contact", "renewal": "renewal"}


def mini_of(plan: Plan, journey: Journey, frame: Rect) -> Mini:
    """A micro journey in small: every step where it stands in large, inside `frame`."""
    network = network_of(journey)
    grid = place(plan, journey, network, order_of(network))
    across = min(_STEP, (frame.w - _BOX[0]) / max(1, grid.width - 1))
    down = min(_STEP * 0.75, (frame.h - _BOX[1]) / max(1, grid.height - 1))
    w, h = min(_BOX[0], across * 0.8), min(_BOX[1], down * 0.7) if grid.height > 1 else _BOX[1]
    colours = {ident: number for number, ident in enumerate(plan.processes)}
    boxes = []
    for interaction, column, row in zip(journey.interactions.values(), grid.columns, grid.rows, strict=True):
        process = process_of(plan, interaction)
        rect = Rect(frame.x + column * across, frame.y + row * down, w, h)
        boxes.append((rect, colours[process] if process else -1))
    lines = [(boxes[source][0].center, boxes[target][0].center) for source, target in network.links]
    return Mini(tuple(boxes), tuple(lines))
