"""The cards of a macro journey's events, each with its micro journey in small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journeymapper.layout.figures import people_text
from journeymapper.layout.geometry import Card, Rect
from journeymapper.layout.grid import process_of
from journeymapper.layout.metrics import EVENT_LINE, EVENT_TEXT_TOP, EVENT_WIDTH, SIGN_WIDTH, TEXT_LEFT, TEXT_RIGHT
from journeymapper.layout.mini import mini_of
from journeymapper.layout.sheet import Sheet
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_PREVIEW_TOP = 4.0
_PREVIEW_HEIGHT = 52.0
_PREVIEW_BOTTOM = 28.0
_BARE_BOTTOM = 20.0
_FOLDER = 34.0
"""Left free at the right of a preview, for the folder."""


class EventFace(NamedTuple):
    """What is written on an event's card."""

    title: tuple[str, ...]
    facts: str
    """How many come, and how many steps it has."""
    cut: bool

    @property
    def end(self) -> float:
        """Where the texts end, below the card's top."""
        return EVENT_TEXT_TOP + EVENT_LINE * (len(self.title) + 1)

    def height(self, previewed: bool) -> float:
        """The height of the card."""
        return self.end + (_PREVIEW_TOP + _PREVIEW_HEIGHT + _PREVIEW_BOTTOM if previewed else _BARE_BOTTOM)


def event_face(sheet: Sheet, ident: str) -> EventFace:
    """Wrap and cut the texts of an event so that they fit its card."""
    event = sheet.journey.interactions[ident]
    room = EVENT_WIDTH - TEXT_LEFT - TEXT_RIGHT
    title, cut = sheet.measure.wrap(event.name(ident), "title", room - SIGN_WIDTH * bool(event.moment_of_truth), 2)
    facts = " · ".join(_facts(sheet, ident, event))
    shown = sheet.cut(facts, "line", room)
    return EventFace(title, shown, cut or shown != facts)


def _facts(sheet: Sheet, ident: str, event: Interaction) -> list[str]:
    facts = []
    flow, volume = sheet.flow, sheet.plan.volume
    if flow is not None and ident in flow.arrivals:
        who = "customers" if volume is not None else "of customers"
        facts.append(f"{people_text(flow.arrivals[ident], volume)} {who}")
    detail = sheet.plan.journeys.get(event.opens or "")
    if detail is not None:
        steps = flow.steps.get(ident, len(detail.interactions)) if flow else len(detail.interactions)
        facts.append(f"{steps} interaction" + ("s" if steps != 1 else ""))
    return facts


def event_card(sheet: Sheet, ident: str, rect: Rect, face: EventFace, lanes: Mapping[str | None, int]) -> Card:
    """The card of an event; `lanes` is the row of each process in its preview."""
    plan, event = sheet.plan, sheet.journey.interactions[ident]
    colours = {process: number for number, process in enumerate(plan.processes)}
    detail = plan.journeys.get(event.opens or "")
    top = rect.y + face.end + _PREVIEW_TOP
    frame = Rect(rect.x + TEXT_LEFT, top, rect.w - TEXT_LEFT - _FOLDER, _PREVIEW_HEIGHT)
    converts = sheet.journey.conversion == ident
    return Card(
        ident=ident,
        rect=rect,
        title=face.title,
        goal="",
        where=face.facts,
        process=colours.get(_owner(plan, event, detail) or "", -1),
        feeling=event.feeling,
        moment_of_truth=bool(event.moment_of_truth),
        opens=event.opens is not None,
        milestone="conversion" if converts else _MILESTONES.get(event.milestone or "", ""),
        is_conversion=converts,
        mini=mini_of(plan, detail, frame, lanes) if detail else None,
        cut=face.cut,
    )


def _owner(plan: Plan, event: Interaction, detail: Journey | None) -> str | None:
    """The process that owns an event, or most of its detail."""
    own = process_of(plan, event)
    if own is not None or detail is None:
        return own
    owners = [owner for step in detail.interactions.values() if (owner := process_of(plan, step)) is not None]
    return max(dict.fromkeys(owners), key=owners.count, default=None)


_MILESTONES = {"first-contact": "first contact", "last-contact": "last contact", "renewal": "renewal"}
