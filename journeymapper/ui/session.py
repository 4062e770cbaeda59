"""The session: one open plan, what was done to it, what is wrong with it, and where it is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from journeymapper.edits.changes import changes_between
from journeymapper.edits.history import History
from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan

if TYPE_CHECKING:
    from journeymapper.storage.damage import Damage
    from journeymapper.storage.document import Document

Edit = Callable[[Plan], Plan]
FAST = 0.05
"""Seconds: checks that take longer wait until nobody edits."""
PAUSE = 600
"""Milliseconds without an edit after which slow checks run."""


class Session(QObject):
    """An open plan. Every edit goes through `do`; whoever shows the plan listens to `changed`."""

    changed = Signal(object)
    """Changes, after every edit, undo, redo and reload."""
    state_changed = Signal()
    """The saved mark, the file or the title may be others."""
    checked = Signal(object)
    """All findings, a tuple of Finding."""
    refused = Signal(str)
    """An edit was not allowed; the sentence says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.history = History(document.plan)
        self.findings: tuple[Finding, ...] = ()
        self.check_seconds = 0.0
        self.is_saving = False
        """A save takes long enough to be told."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.history.plan

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What could not be read of the file, as far as no edit has put something in its place."""
        return self.document.surviving(self.plan)

    @property
    def path(self) -> Path | None:
        """Where the plan is kept; None as long as it was never saved."""
        return self.document.path

    @property
    def name(self) -> str:
        """The file's name, or the plan's title where there is no file yet."""
        return self.path.name if self.path else self.plan.title

    @property
    def is_saved(self) -> bool:
        """Whether closing would lose nothing; a new plan that nobody touched counts as saved."""
        return self.history.is_saved

    @property
    def is_read_only(self) -> bool:
        """Whether the plan can't be saved in the file that it came from, but as another."""
        return self.document.read_only_reason != ""

    def do(self, label: str, edit: Edit, merge_key: Hashable = None) -> bool:
        """Make an edit that undo calls `label`; gives whether the plan is another one now.

        Where the edit refuses, `refused` is emitted and nothing changes.
        """
        before = self.plan
        try:
            after = edit(before)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return False
        if after is before:
            return False
        for lost in self.document.overrun(after):
            said = self.tr("What stands in line %1 can't be read and would be lost; mend it in a text editor first")
            self.refused.emit(said.replace("%1", str(self.document.position(lost.path)[0])))
            return False
        self.history.record(after, label, merge_key)
        self._announce(before)
        return True

    def put(self, plan: Plan, label: str) -> None:
        """Have another plan, as a step that undo calls `label`."""
        before = self.plan
        self.history.record(plan, label)
        self._announce(before)

    def undo(self) -> None:
        """Take the last edit back."""
        before = self.plan
        self.history.undo()
        self._announce(before)

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        before = self.plan
        self.history.redo()
        self._announce(before)

    def take_saved(self, document: Document, plan: Plan) -> None:
        """`plan`, which may not be the latest any more, was written: `document` is its file now.

        A variant became a plan of its own, or an edit made something readable that was not: the history begins anew.
        """
        before, anew = self.plan, document.plan is not plan
        if anew and before is not plan and not plan.extends:
            return  # there are later edits: what became readable is a change on disk for them
        anew |= document.damage != self.document.damage
        self.document = document
        if document.plan is plan:
            self.history.mark_saved(plan)
        else:
            self._begin_anew(plan)
        self._announce(before, anew=anew)
        self.check_soon()

    def take_over(self, document: Document, label: str) -> None:
        """What the file holds now is the plan, as a step of that label that undo takes back."""
        before, anew = self.plan, document.damage != self.document.damage
        self.document = document
        self.history.record(document.plan, label)
        self.history.mark_saved()
        self._announce(before, anew=anew)

    def rest_on(self, document: Document, *, holds_it: bool = True) -> None:
        """The file holds something else now; the plan stays, and the next save puts it in its place.

        `holds_it` says whether the document's plan is what the file holds, so that it counts as saved.
        """
        self.document = document
        if holds_it:
            self.history.mark_saved(document.plan)
        else:
            self.history.mark_unsaved()
        self.state_changed.emit()
        self.check_soon()

    def show_saving(self, saving: bool) -> None:
        """Tell that a save goes on, or not any more."""
        if saving != self.is_saving:
            self.is_saving = saving
            self.state_changed.emit()

    def lose_file(self) -> None:
        """The file is gone: whatever was saved is not any more."""
        self.history.mark_unsaved()
        self.state_changed.emit()

    def check_soon(self) -> None:
        """Check after the events at hand; where checking is slow, after a pause."""
        self._timer.start(0 if self.check_seconds < FAST else PAUSE)

    def check(self) -> None:
        """Look for references that name nothing and run the rules, now."""
        from journeymapper.rules.checking import check
        from journeymapper.storage.dangling import dangling_findings
        from journeymapper.storage.tree import uncollected
        from journeymapper.ui.doubts import certain

        self._timer.stop()
        began = time.perf_counter()
        damage = self.damage
        with uncollected():
            loose = dangling_findings(self.plan, gone=self.document.gone)
            found = [*loose, *certain(check(self.plan), damage)]
            told = [self.document.locate(finding) for each in damage for finding in each.findings]
            self.findings = (*told, *map(self._located, found))
        self.check_seconds = time.perf_counter() - began
        self.checked.emit(self.findings)

    def _begin_anew(self, written: Plan) -> None:
        """The file holds another plan than the one that was written, so that nothing before can be taken back."""
        since, label = self.plan, self.history.undo_label
        self.history = History(self.document.plan)
        if since is not written:
            self.history.record(since.model_copy(update={"extends": None}), label)

    def _announce(self, before: Plan, *, anew: bool = False) -> None:
        changes = changes_between(before, self.plan)
        if changes or anew:
            self.changed.emit(changes)
            self.check_soon()
        self.state_changed.emit()

    def _located(self, finding: Finding) -> Finding:
        """With its line, if the file has the item as it is now."""
        return self.document.locate(finding) if self._is_in_file(finding) else finding

    def _is_in_file(self, finding: Finding) -> bool:
        return not finding.items or _found(self.plan, finding) is _found(self.document.plan, finding)


def _found(plan: Plan, finding: Finding) -> object:
    try:
        return item_at(plan, finding.items[0])
    except EditRefused:
        return None
