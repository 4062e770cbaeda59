"""Compositions: each journey as it is drawn, made once and kept until the plan says otherwise."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

from journeymapper.drawing.composing import Composition, compose
from journeymapper.drawing.measure import QtMeasure
from journeymapper.edits.changes import Changes
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.unread import Unread, with_problem_cards

_NOT_DRAWN = frozenset({"formula", "opportunities", "initiatives", "views", "checks", "remarks", "messages"})
"""Parts of a plan that no journey's picture depends on."""


MANY = 500
"""Interactions from which on a journey's picture is kept from the garbage collector."""


class Compositions:
    """The journeys' pictures that are known."""

    def __init__(self) -> None:
        self._known: dict[str, Composition] = {}
        self._unread: dict[str, Unread] = {}
        self._measure = QtMeasure()

    def of(self, plan: Plan, journey: str, unread: Unread = MappingProxyType({})) -> Composition:
        """The picture of a journey of the plan, as it was last told of by `forget`, with what could not be read."""
        if journey not in self._known or self._unread.get(journey) != unread:
            with _collector_paused(many=len(plan.journeys[journey].interactions) > MANY):
                made = compose(plan, journey, self._measure)
                self._known[journey] = with_problem_cards(made, unread, self._measure) if unread else made
            self._unread[journey] = unread
        return self._known[journey]

    def forget(self, plan: Plan, changes: Changes) -> None:
        """Drop the pictures that show something of what changed."""
        paths = changes.paths
        self._known = {ident: known for ident, known in self._known.items() if not _concerns(plan, ident, paths)}


@contextmanager
def _collector_paused(*, many: bool) -> Iterator[None]:
    """Make what lives long without the garbage collector, and if it is much, have it never look there again.

    A picture holds no cycles: it goes when nobody holds it. Walking through that of 10,000 interactions would stop the
    window for half a second now and then.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if many:
            gc.freeze()
        if was_on:
            gc.enable()


def _concerns(plan: Plan, journey: str, paths: frozenset[ItemPath]) -> bool:
    """Whether a change at one of the paths can show in a journey: in itself, in those that customers come from or go
    into on the way, in what all journeys share."""
    shown = _connected(plan, journey)
    return any(_shows(shown, path) for path in paths)


def _shows(shown: frozenset[str], path: ItemPath) -> bool:
    if path[0] in _NOT_DRAWN:
        return False
    return path[0] not in ("journeys", "layout") or len(path) < 2 or path[1] in shown


def _connected(plan: Plan, journey: str) -> frozenset[str]:
    """The journey with all that it opens and that open it, at any distance."""
    opens = {ident: {step.opens for step in held.interactions.values()} for ident, held in plan.journeys.items()}
    found, waiting = {journey}, [journey]
    while waiting:
        here = waiting.pop()
        beside = {ident for ident, opened in opens.items() if here in opened or ident in opens.get(here, ())} - found
        found |= beside
        waiting += beside
    return frozenset(found)
