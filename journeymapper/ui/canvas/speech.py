"""What the canvas says to a screen reader: the journey, and what is selected in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.problems import Mark


def name_of(plan: Plan, journey: str) -> str:
    """What the canvas shows."""
    held = plan.journeys.get(journey)
    shown = held.name(journey) if held else plan.title
    return QCoreApplication.translate("canvas", "Journey: %1").replace("%1", shown)


def describe(plan: Plan, journey: str, selection: frozenset[str], marks: Mapping[str, Mark]) -> str:
    """What is selected: title, stage, feeling and problems of one card, or how many there are."""
    held = plan.journeys.get(journey)
    if held is None or not selection:
        return ""
    if len(selection) > 1:
        return QCoreApplication.translate("canvas", "%n items selected", "", len(selection))
    (ident,) = selection
    parts = [_step(held, ident)]
    interaction = held.interactions.get(ident)
    if interaction:
        stage = plan.stages.get(interaction.stage) if interaction.stage else None
        parts += [stage.name(str(interaction.stage))] if stage else []
        if interaction.feeling is not None:
            feeling = QCoreApplication.translate("canvas", "feeling %1")
            parts.append(feeling.replace("%1", f"{interaction.feeling:+g}"))
    parts += marks[ident].messages if ident in marks else ()
    return ", ".join(parts)


def _step(journey: Journey, ident: str) -> str:
    source, _, target = ident.partition(">")
    if target:
        way = QCoreApplication.translate("canvas", "link from %1 to %2")
        return way.replace("%1", _step(journey, source)).replace("%2", _step(journey, target))
    item = journey.interactions.get(ident) or journey.ends.get(ident)
    return item.name(ident) if item else ident
