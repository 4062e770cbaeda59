"""The texts and the height of an interaction's card."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.geometry import Card, Rect
from journeymapper.layout.grid import process_of
from journeymapper.layout.metrics import (
    CARD_PADDING,
    CARD_WIDTH,
    GOAL_SIGN,
    LEAST_LINES,
    LINE_HEIGHT,
    SIGN_WIDTH,
    TEXT_LEFT,
    TEXT_RIGHT,
)
from journeymapper.layout.text import TextMeasure
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan


class Face(NamedTuple):
    """What is written on a card."""

    title: tuple[str, ...]
    goal: str
    where: str
    cut: bool
    least_lines: int

    @property
    def height(self) -> float:
        """The height that the texts need."""
        lines = len(self.title) + bool(self.goal) + bool(self.where)
        return CARD_PADDING + LINE_HEIGHT * max(self.least_lines, lines)


def face_of(plan: Plan, ident: str, interaction: Interaction, measure: TextMeasure) -> Face:
    """Wrap and cut the texts of an interaction so that they fit its card beside the signs."""
    room = CARD_WIDTH - TEXT_LEFT - TEXT_RIGHT
    truth = SIGN_WIDTH if interaction.moment_of_truth else 0.0
    signs = SIGN_WIDTH * ((interaction.feeling is not None) + (interaction.opens is not None))
    goal = plan.goals.get(interaction.goal or "")
    aim, aim_cut = _line(goal.name(interaction.goal or "") if goal else "", room - signs - GOAL_SIGN, measure)
    where, where_cut = _line(where_of(plan, interaction), room - signs, measure)
    beside = truth if aim and where else max(truth, signs)
    title, cut = measure.wrap(interaction.name(ident), "title", room - beside, 2)
    least = LEAST_LINES + 1 if truth and signs else LEAST_LINES
    return Face(title, aim, where, cut or aim_cut or where_cut, least)


def where_of(plan: Plan, interaction: Interaction) -> str:
    """The channel and the interaction point, as far as they are known."""
    channel, point = interaction.channel or "", interaction.point or ""
    found = ((plan.channels.get(channel), channel), (plan.points.get(point), point))
    return " · ".join(item.name(ident) for item, ident in found if item)


def card_of(plan: Plan, ident: str, interaction: Interaction, face: Face, rect: Rect, colours: dict[str, int]) -> Card:
    """The card of an interaction; `colours` is the place of each process."""
    process = process_of(plan, interaction)
    return Card(
        ident, rect, face.title, face.goal, face.where, colours[process] if process else -1, interaction.feeling,
        bool(interaction.moment_of_truth), interaction.opens is not None, cut=face.cut,
    )  # fmt: skip


def _line(text: str, room: float, measure: TextMeasure) -> tuple[str, bool]:
    if not text:
        return "", False
    lines, cut = measure.wrap(text, "line", room, 1)
    return lines[0], cut
