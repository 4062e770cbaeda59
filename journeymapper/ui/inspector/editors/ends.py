"""The editor for the ends of a journey: a line for each with its outcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.ends import add_end
from journeymapper.model.plan import Plan
from journeymapper.model.words import Outcome
from journeymapper.ui.inspector.editors.rows import RowsEditor


class EndsEditor(RowsEditor):
    """Ends by their titles; a typed title makes a new one, and one that goes takes the links to it along."""

    edited = Signal(str, object)
    """What undo calls an edit, and the edit."""

    def __init__(self) -> None:
        super().__init__(None, main="outcome", example="?", fresh={})

    def name_of(self, ident: str, plan: Plan) -> str:
        """The end's title."""
        return plan.journeys[str(self.path[1])].ends[ident].name(ident)

    def drop(self, gone: str) -> None:
        """Delete an end with the links to it."""
        label = QCoreApplication.translate("Form", "delete an end")
        self.edited.emit(label, partial(delete_items, paths=[(*self.path, gone)]))

    def add_text(self, text: str) -> None:
        """Make an end: the first is a success, further ones are failures, until somebody says otherwise."""
        outcome: Outcome = "failure" if self.holds("success") else "success"
        if text:
            label = QCoreApplication.translate("Form", "add an end")
            self.edited.emit(label, partial(_with_end, journey=str(self.path[1]), title=text, outcome=outcome))

    def holds(self, outcome: str) -> bool:
        """Whether an end of that outcome is there."""
        return any(end.outcome == outcome for end in self._value.values())


def _with_end(plan: Plan, journey: str, title: str, outcome: Outcome) -> Plan:
    return add_end(plan, journey, title, outcome)[0]
