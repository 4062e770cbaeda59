"""Interactions that could not be read, which the canvas shows as problem cards in place of empty ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from journeymapper.drawing.composing import Composition
from journeymapper.drawing.display import Group, Run
from journeymapper.drawing.problem_card import draw_problem
from journeymapper.layout.text import TextMeasure
from journeymapper.storage.damage import Damage

Unread = Mapping[str, str]
"""The ids of a journey's interactions that could not be read, each with the reason."""


def unread_in(damage: Iterable[Damage], journey: str) -> Unread:
    """What could not be read of a journey's interactions, as a whole."""
    place = ("journeys", journey, "interactions")
    return {
        str(each.path[3]): each.findings[0].message if each.findings else ""
        for each in damage
        if len(each.path) == 4 and each.path[:3] == place
    }


def with_problem_cards(composition: Composition, unread: Unread, measure: TextMeasure) -> Composition:
    """The picture of a journey with problem cards for what could not be read."""
    cards, said = composition.geometry.cards, QCoreApplication.translate("canvas", "can't be read")

    def drawn(run: Run, item: object) -> Group:
        owner = run.owner(item)
        return draw_problem(cards[owner], said, unread[owner], measure) if owner in unread else run.draw(item)

    runs = tuple(
        replace(run, draw=partial(drawn, run)) if run.kind == "card" else run for run in composition.display.runs
    )
    return composition._replace(display=replace(composition.display, runs=runs))
