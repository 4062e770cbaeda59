"""The focus: which journey is looked at, what is selected there, and the places visited before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.ui.session import Session

VISITED = 100
"""How many places are remembered."""


class Focus(QObject):
    """What is looked at. Ids of interactions and ends, and ``"source>target"`` for links, name what is selected."""

    journey_changed = Signal(str)
    selection_changed = Signal(object)
    """The frozenset of what is selected now."""
    reveal_asked = Signal(str)
    """Bring this item of the current journey into view."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.journey = first_journey(session)
        self.selection: frozenset[str] = frozenset()
        self._visited = [self.journey]
        self._at = 0
        session.changed.connect(self._follow_plan)

    @property
    def shown(self) -> Journey | None:
        """The journey that is looked at; None in a plan without journeys."""
        return self._session.plan.journeys.get(self.journey)

    @property
    def selected_interactions(self) -> tuple[str, ...]:
        """The selected interactions, in the plan's order."""
        return tuple(ident for ident in self.shown.interactions if ident in self.selection) if self.shown else ()

    def show_journey(self, ident: str) -> None:
        """Look at another journey, with nothing selected."""
        if ident == self.journey or ident not in self._session.plan.journeys:
            return
        self._visited = [*self._visited[: self._at + 1], ident][-VISITED:]
        self._at = len(self._visited) - 1
        self._go(ident)

    def select(self, idents: Iterable[str]) -> None:
        """Select these items and nothing else; what the journey does not have is left out."""
        chosen = frozenset(ident for ident in idents if self._has(ident))
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit(chosen)

    def reveal(self, path: ItemPath) -> bool:
        """Show the journey that the path leads into, select the item and ask for it to be in view.

        Gives whether the path leads into a journey at all.
        """
        if len(path) < 2 or path[0] != "journeys" or path[1] not in self._session.plan.journeys:
            return False
        self.show_journey(str(path[1]))
        item = next((name for name in _names(path) if self._has(name)), "")
        if item:
            self.select([item])
            self.reveal_asked.emit(item)
        return True

    @property
    def opener(self) -> tuple[str, str] | None:
        """The journey and the event that this journey details; None where none does."""
        return opener_of(self._session, self.journey)

    def go_out(self) -> None:
        """Back to the event that this journey details."""
        if self.opener:
            journey, event = self.opener
            self.reveal(("journeys", journey, "interactions", event))

    def go_in(self) -> None:
        """Into the journey that details the selected event."""
        if self.detail:
            self.show_journey(self.detail)

    @property
    def detail(self) -> str:
        """The journey that the one selected event opens, empty if none."""
        selected = self.selected_interactions
        if self.shown is None or len(selected) != 1:
            return ""
        opened = self.shown.interactions[selected[0]].opens or ""
        return opened if opened in self._session.plan.journeys else ""

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._visited) - 1

    def back(self) -> None:
        """To the place visited before."""
        self._visit(self._at - 1)

    def forward(self) -> None:
        """To the place that `back` came from."""
        self._visit(self._at + 1)

    def _visit(self, at: int) -> None:
        if 0 <= at < len(self._visited):
            self._at = at
            self._go(self._visited[at])

    def _go(self, ident: str) -> None:
        self.select(())
        self.journey = ident
        self.journey_changed.emit(ident)

    def _follow_plan(self) -> None:
        """Keep to what the plan still has."""
        journeys = self._session.plan.journeys
        here = self.journey if self.journey in journeys else first_journey(self._session)
        before = [place for place in self._visited[: self._at] if place in journeys]
        after = [place for place in self._visited[self._at + 1 :] if place in journeys]
        self._visited, self._at = [*before, here, *after], len(before)
        if here != self.journey:
            self._go(here)
        self.select(self.selection)

    def _has(self, name: str) -> bool:
        if self.shown is None:
            return False
        source, _, target = name.partition(">")
        if target:
            return source in self.shown.interactions and target in self.shown.interactions[source].next
        return source in self.shown.interactions or source in self.shown.ends


def first_journey(session: Session) -> str:
    """The journey to begin with: the first macro journey, else the first one, else none ("")."""
    journeys = session.plan.journeys
    macro = (ident for ident, journey in journeys.items() if journey.level == "macro")
    return next(macro, next(iter(journeys), ""))


def opener_of(session: Session, ident: str) -> tuple[str, str] | None:
    """The first journey and event that open the journey `ident`."""
    for above, journey in session.plan.journeys.items():
        for event, interaction in journey.interactions.items():
            if interaction.opens == ident and above != ident:
                return above, event
    return None


def _names(path: ItemPath) -> Iterable[str]:
    """What a path may name on the canvas, the most exact first."""
    if len(path) >= 6 and path[2] == "interactions" and path[4] == "next":
        yield f"{path[3]}>{path[5]}"
    if len(path) >= 4 and path[2] in ("interactions", "ends", "starts"):
        yield str(path[3])
