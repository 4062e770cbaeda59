"""The cards of a macro journey's events, each with its micro journey in small."""

from __future__ import annotations

from journeymapper.layout.figures import people_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Card, Rect
from journeymapper.layout.grid import process_of
from journeymapper.layout.metrics import EVENT_LINE, EVENT_TEXT_TOP, EVENT_WIDTH, SIGN_WIDTH, TEXT_LEFT, TEXT_RIGHT
from journeymapper.layout.mini import mini_of
from journeymapper.layout.text import TextMeasure
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_MINI_HEIGHT = 52.0
_BARE_HEIGHT = 20.0
_FOLDER = 34.0
"""Left free at the right of a preview, for the folder."""


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
    colours = {process: number for number, process in enumerate(plan.processes)}
    detail = plan.journeys.get(event.opens) if event.opens else None
    top = EVENT_TEXT_TOP + EVENT_LINE * (len(title) + 1) + 4.0
    frame = Rect(rect.x + TEXT_LEFT, rect.y + top, rect.w - TEXT_LEFT - _FOLDER, _MINI_HEIGHT)
    converts = journey.conversion == ident
    return Card(
        ident, rect, title, "", where, colours.get(_owner(plan, event, detail) or "", -1), event.feeling,
        bool(event.moment_of_truth), event.opens is not None,
        "conversion" if converts else _MILESTONES.get(event.milestone or "", ""), converts,
        mini_of(plan, detail, frame, colours) if detail else None, cut,
    )  # fmt: skip


def _owner(plan: Plan, event: Interaction, detail: Journey | None) -> str | None:
    """The process that owns an event, or most of its detail."""
    own = process_of(plan, event)
    if own is not None or detail is None:
        return own
    owners = [owner for step in detail.interactions.values() if (owner := process_of(plan, step)) is not None]
    return max(dict.fromkeys(owners), key=owners.count, default=None)


_MILESTONES = {"first-contact": "first contact", "last-contact": "last contact", "renewal": "renewal"}
