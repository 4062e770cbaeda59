"""Edits that the canvas makes by itself: moving cards by hand, putting them back, adding one at a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from journeymapper.edits.interactions import add_interaction, append_interaction
from journeymapper.edits.links import connect, step_name
from journeymapper.edits.placing import move_card, reset_cards
from journeymapper.layout.geometry import Header, JourneyGeometry, Point
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.reach import Units
from journeymapper.ui.focus import Focus
from journeymapper.ui.fresh import untitled
from journeymapper.ui.session import Session


def shift_cards(session: Session, journey: str, idents: Iterable[str], units: Units, *, nudge: bool = False) -> bool:
    """Move cards by hand by units of the grid, as one edit; nudges of the same cards become one together."""
    moved = sorted(idents)
    label = named(session.plan, journey, moved, QCoreApplication.translate("canvas", "move %1"))

    def edit(plan: Plan) -> Plan:
        for ident in moved:
            x, y = offset_of(plan, journey, ident)
            plan = move_card(plan, journey, ident, (x + units[0], y + units[1]))
        return plan

    return session.do(label, edit, ("nudge", journey, tuple(moved)) if nudge else None)


def put_back(session: Session, journey: str, idents: Iterable[str]) -> bool:
    """Put cards that were moved by hand back where the layout puts them."""
    moved = sorted(idents)
    label = named(session.plan, journey, moved, QCoreApplication.translate("canvas", "put %1 back"))
    return session.do(label, lambda plan: reset_cards(plan, journey, moved))


def add_at(session: Session, focus: Focus, geometry: JourneyGeometry, at: Point) -> str:
    """Add an interaction to the stage and lane at a point of the drawing, select it, and give its id."""
    made = ""

    def edit(plan: Plan) -> Plan:
        nonlocal made
        plan, made = add_interaction(plan, focus.journey, untitled(), facts_at(plan, geometry, at))
        return plan

    if session.do(QCoreApplication.translate("canvas", "add an interaction"), edit):
        focus.reveal(("journeys", focus.journey, "interactions", made))
    return made


def link_to(session: Session, focus: Focus, geometry: JourneyGeometry, source: str, target: str, at: Point) -> str:
    """Connect `source` to a step, or without one to a new interaction at a point of the drawing, whose id is given."""
    journey = focus.journey
    name = step_name(session.plan.journeys[journey], source)
    if target:
        label = QCoreApplication.translate("canvas", "connect “%1” to “%2”")
        label = label.replace("%2", step_name(session.plan.journeys[journey], target)).replace("%1", name)
        session.do(label, lambda plan: connect(plan, journey, source, target))
        return ""
    made = ""

    def edit(plan: Plan) -> Plan:
        nonlocal made
        plan, made = append_interaction(plan, journey, source, untitled(), facts_at(plan, geometry, at))
        return plan

    if session.do(QCoreApplication.translate("canvas", "append to “%1”").replace("%1", name), edit):
        focus.reveal(("journeys", journey, "interactions", made))
    return made


def facts_at(plan: Plan, geometry: JourneyGeometry, at: Point) -> dict[str, object]:
    """The stage and process that a new card at a point has; beside an empty journey's, the plan's first."""
    columns = (header for header in geometry.stages if header.area.x <= at[0] <= header.area.right)
    lanes = (header for header in geometry.lanes if header.area.y <= at[1] <= header.area.bottom)
    found = _ident(columns), _ident(lanes)
    if not geometry.cards:
        found = found[0] or next(iter(plan.stages), None), found[1] or next(iter(plan.processes), None)
    return {name: ident for name, ident in zip(("stage", "process"), found, strict=True) if ident}


def _ident(headers: Iterator[Header]) -> str | None:
    header = next(headers, None)
    return header.ident if header else None


def offset_of(plan: Plan, journey: str, ident: str) -> tuple[float, float]:
    """How far a card was moved by hand, in units of the grid."""
    offsets = plan.layout.get(journey)
    return offsets.get(ident, (0, 0)) if offsets else (0, 0)


def named(plan: Plan, journey: str, idents: list[str], pattern: str) -> str:
    """The pattern with the title of the one item, or how many there are."""
    if len(idents) == 1:
        item = plan.journeys[journey].interactions.get(idents[0])
        return pattern.replace("%1", f"“{item.name(idents[0])}”" if item else idents[0])
    return pattern.replace("%1", QCoreApplication.translate("canvas", "%n cards", "", len(idents)))
