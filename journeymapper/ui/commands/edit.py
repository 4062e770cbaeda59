"""The Edit menu: the plan changes, always through the session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.ends import lead_to_end
from journeymapper.edits.interactions import add_interaction, append_interaction
from journeymapper.edits.journeys import add_journey, detail_event
from journeymapper.edits.links import connect, step_name, why_not_connect
from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.words import Outcome
from journeymapper.ui.fresh import untitled

if TYPE_CHECKING:
    from journeymapper.ui.focus import Focus
    from journeymapper.ui.main_window import MainWindow
    from journeymapper.ui.workspace import Workspace

PLACE = ("stage", "phase", "process", "team")
"""The fields that say where in the journey an interaction stands."""


class EditCommands(QObject):
    """What the Edit menu does to the selected items of the journey shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def undo(self) -> None:
        """Take the last edit back."""
        self._work.session.undo()

    def redo(self) -> None:
        """Make it again."""
        self._work.session.redo()

    def add(self) -> None:
        """A new interaction beside the selected one, else in the first stage and lane; its title can be typed."""
        facts = self._place_of_new()
        adding = partial(add_interaction, journey=self._focus.journey, title=untitled(), facts=facts)
        self._make(adding, self.tr("add an interaction"))

    def append(self) -> None:
        """A new interaction that the selected one leads to; its title can be typed."""
        source = self._focus.selected_interactions[0]
        adding = partial(append_interaction, journey=self._focus.journey, source=source, title=untitled())
        self._make(adding, self.tr("append to “%1”").replace("%1", step_name(self._journey, source)))

    def connect_steps(self) -> None:
        """Connect the two selected steps: the first to the second in the plan's order, else the other way round.

        With one selected, its target can be chosen by typing.
        """
        if len(self._focus.selection) == 1:
            self._work.edit("next")
            return
        journey = self._journey
        first, second = (ident for ident in (*journey.interactions, *journey.ends) if ident in self._focus.selection)
        if why_not_connect(journey, first, second) and not why_not_connect(journey, second, first):
            first, second = second, first
        label = self.tr("connect “%1” to “%2”")
        label = label.replace("%2", step_name(journey, second)).replace("%1", step_name(journey, first))
        edit = partial(connect, journey=self._focus.journey, source=first, target=second)
        if self._work.session.do(label, edit):
            self._focus.select([f"{first}>{second}"])

    def lead_to_success(self) -> None:
        """The selected interaction leads to the journey's success, which is made where there is none."""
        self._lead_to("success", self.tr("Success"))

    def lead_to_loss(self) -> None:
        """Customers leave at the selected interaction."""
        self._lead_to("failure", self.tr("Leaves"))

    def _lead_to(self, outcome: Outcome, title: str) -> None:
        source, journey = self._focus.selected_interactions[0], self._focus.journey
        before = set(self._journey.ends)
        label = self.tr("let “%1” end").replace("%1", step_name(self._journey, source))
        leading = partial(lead_to_end, journey=journey, source=source, outcome=outcome, title=title)
        if not self._work.session.do(label, partial(_first, leading)):
            return
        made = [ident for ident in self._journey.ends if ident not in before]
        if made:
            self._focus.select(made)
            self._work.edit("title")

    def detail(self) -> None:
        """A micro journey for the selected event, with the event's own ways out; it is shown."""
        event = self._focus.selected_interactions[0]
        label = self.tr("detail “%1”").replace("%1", step_name(self._journey, event))
        self._make_journey(partial(detail_event, journey=self._focus.journey, event=event), label)

    def add_journey(self) -> None:
        """A new journey, which is shown; its title can be typed."""
        has_macro = any(journey.level == "macro" for journey in self._work.session.plan.journeys.values())
        adding = partial(add_journey, title=self.tr("New journey"), level="micro" if has_macro else "macro")
        if self._make_journey(adding, self.tr("add a journey")):
            self.edit_title()

    def edit_title(self) -> None:
        """Type a new title for the selected interaction."""
        self._work.edit("title")
        self._window.refresh()

    def delete(self) -> None:
        """Delete what is selected with everything that leads to it."""
        chosen = sorted(self._focus.selection)
        paths = [path_of(self._focus.journey, self._journey, name) for name in chosen]
        label = self.tr("delete %n item(s)", "", len(chosen))
        if len(chosen) == 1:
            label = self.tr("delete “%1”").replace("%1", spoken(self._journey, chosen[0]))
        self._work.session.do(label, partial(delete_items, paths=paths))

    def select_all(self) -> None:
        """Select every interaction of the journey."""
        self._focus.select(self._journey.interactions)

    def select_none(self) -> None:
        """Select nothing."""
        self._focus.select(())

    def _make(self, adding: Callable[[Plan], tuple[Plan, str]], label: str) -> None:
        before = set(self._journey.interactions)
        if self._work.session.do(label, partial(_first, adding)):
            made = next(ident for ident in self._journey.interactions if ident not in before)
            self._focus.select([made])
            self._focus.reveal_asked.emit(made)
            self.edit_title()

    def _make_journey(self, adding: Callable[[Plan], tuple[Plan, str]], label: str) -> bool:
        before = set(self._work.session.plan.journeys)
        if not self._work.session.do(label, partial(_first, adding)):
            return False
        self._focus.show_journey(next(ident for ident in self._work.session.plan.journeys if ident not in before))
        return True

    def _place_of_new(self) -> dict[str, object]:
        beside = self._focus.selected_interactions
        if beside:
            neighbour = self._journey.interactions[beside[-1]]
            return {name: value for name in PLACE if (value := getattr(neighbour, name))}
        plan = self._work.session.plan
        firsts = {"stage": next(iter(plan.stages), None), "process": next(iter(plan.processes), None)}
        return {name: ident for name, ident in firsts.items() if ident}

    @property
    def _work(self) -> Workspace:
        return self._window.opened

    @property
    def _focus(self) -> Focus:
        return self._window.opened.focus

    @property
    def _journey(self) -> Journey:
        return self._work.session.plan.journeys[self._focus.journey]


def path_of(journey: str, held: Journey, name: str) -> ItemPath:
    """The path of an interaction, an end or a link ("source>target") of a journey."""
    source, _, target = name.partition(">")
    if target:
        return ("journeys", journey, "interactions", source, "next", target)
    return ("journeys", journey, "interactions" if name in held.interactions else "ends", name)


def spoken(journey: Journey, name: str) -> str:
    """What an item of a journey is called."""
    return " → ".join(step_name(journey, ident) for ident in name.split(">"))


def _first(adding: Callable[[Plan], tuple[Plan, str]], plan: Plan) -> Plan:
    return adding(plan)[0]
