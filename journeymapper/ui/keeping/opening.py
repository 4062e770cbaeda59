"""The opening of a plan in a window: its lock, its file, work on it that was kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journeymapper.storage.document import Document
from journeymapper.storage.reading import Reading, read_plan
from journeymapper.ui.crash import is_something_kept
from journeymapper.ui.keeping.locks import Holder, PlanLock
from journeymapper.ui.session import Session
from journeymapper.ui.settings import add_recent

if TYPE_CHECKING:
    from journeymapper.storage.recovery import Kept
    from journeymapper.ui.keeping.decisions import Decisions
    from journeymapper.ui.keeping.leftovers import Leftover
    from journeymapper.ui.main_window import MainWindow


class Opening(QObject):
    """Shows plans in a window, and asks where something stands in the way. Nothing is lost by any answer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.is_first = False
        """The next plan is the first that this program shows: what is left of others is told then."""

    def load(self, path: Path) -> None:
        """Show the plan of a file; where it can't be read, say why and leave everything as it is."""
        lock = PlanLock(path)
        own = self._own_lock(path)
        if own:
            own.release()
        if lock.take():
            self._read(path, lock)
        elif (other := self._window_with(path)) is not None:
            other.show()
            other.raise_()
            other.activateWindow()
        else:
            self._ask_about(path, lock)

    def recover(self, kept: Kept) -> None:
        """Show kept work as unsaved work on its file; undo gives what the file held."""
        from journeymapper.storage.grafting import grafted
        from journeymapper.ui.keeping.leftovers import base_of, examined, file_as_kept

        leftover = examined(kept)
        if leftover is None:
            self._window.say(self.tr("This copy can't be read any more; it stays where it is."))
            return
        document = file_as_kept(kept) or base_of(kept)
        session = Session(document or Document.new(leftover.plan))
        if document:
            session.put(grafted(document.plan, leftover.plan), self.tr("Recover unsaved work"))
        else:
            session.history.mark_unsaved()
        self._window.show_plan(session, self.locked(kept.path) if kept.path else None)
        work = self._window.opened
        work.focus.show_journey(kept.journey)
        work.journal.inherit(kept.folder)
        work.outside.look()

    def compare(self, leftover: Leftover) -> None:
        """Show what kept work has otherwise than the file that it was made from."""
        from journeymapper.ui.dialogs.questions import Choice
        from journeymapper.ui.keeping.comparison import Comparison, ComparisonDialog

        compared = Comparison(
            self.tr("Unsaved work on “%1”").replace("%1", leftover.plan.title),
            self.tr("Nothing is written before you save; undo gives back what the file held."),
            (self.tr("In the file"), self.tr("Unsaved work")),
            leftover.found,
        )
        recover = partial(self._window.files.unless_unsaved, partial(self.recover, leftover.kept))
        choices = (Choice(self.tr("Recover"), recover), Choice(self.tr("Close")))
        ComparisonDialog(compared, choices, self._window).open()

    def locked(self, path: Path) -> PlanLock:
        """The lock of a plan that takes the place of the one in this window, which may have it."""
        if own := self._own_lock(path):
            own.release()
        lock = PlanLock(path)
        lock.take()
        return lock

    def _read(self, path: Path, lock: PlanLock, reason: str = "") -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            reading = read_plan(path)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if reading.opened is None:
            lock.release()
            if own := self._own_lock(path):
                own.take()
            self._cannot(path, reading)
            return
        document = replace(reading.opened, read_only_reason=reason or reading.opened.read_only_reason)
        add_recent(path)
        decisions = self._window.show_plan(Session(document), lock)
        self._tell_of(document)
        decisions.offer_recovery()
        if self.is_first:
            self._tell_of_others(decisions, path)

    def _tell_of(self, document: Document) -> None:
        """Say what is special about a plan that was opened."""
        said = []
        if document.read_only_reason:
            said.append(self.tr("Read-only: %1").replace("%1", document.read_only_reason))
        elif document.upgraded is not None:
            words = self.tr("Written in format %1; the next save will write it in format %2.")
            now = str(document.plan.journeymapper)
            said.append(words.replace("%1", str(document.upgraded)).replace("%2", now))
        if document.damage:
            count = len(document.damage)
            said.append(self.tr("%n thing(s) in this file can't be read; they are kept as they are", "", count))
        if said:
            self._window.say("\n".join(said))

    def _tell_of_others(self, decisions: Decisions, path: Path) -> None:
        self.is_first = False
        if not is_something_kept():
            return
        from journeymapper.ui.keeping.leftovers import leftovers

        others = [kept for kept in leftovers() if kept.path != path.resolve()]
        if others:
            decisions.tell_leftovers(len(others))

    def _cannot(self, path: Path, reading: Reading) -> None:
        """Say why a file can't be opened; of an unfinished merge either side can be."""
        from journeymapper.storage.conflict import sides_of
        from journeymapper.storage.problems import CONFLICT
        from journeymapper.storage.source import read_bytes

        is_torn = any(finding.rule == CONFLICT.rule for finding in reading.findings)
        sides = sides_of(read_bytes(path)) if is_torn else None
        if sides:
            from journeymapper.ui.keeping.merge import UnfinishedMerge

            UnfinishedMerge(self._window, path, sides).ask(reading.findings)
            return
        self._window.show_unreadable(path, reading.findings)

    def _ask_about(self, path: Path, lock: PlanLock) -> None:
        from journeymapper.ui.dialogs.questions import Choice, ask

        ask(
            self._window,
            self.tr("“%1” is open elsewhere").replace("%1", path.name),
            f"{self._spoken(lock.holder)} {self.tr('Whoever saves last is asked about what the other one wrote.')}",
            Choice(self.tr("Open read-only"), partial(self._open_read_only, path, lock)),
            Choice(self.tr("Open anyway"), partial(self._open_anyway, path, lock)),
            Choice(self.tr("Cancel")),
        )

    def _spoken(self, holder: Holder) -> str:
        if not holder.process:
            return self.tr("Its lock does not say where.")
        said = self.tr("It is open in another journeymapper (process %1 on %2).")
        return said.replace("%1", str(holder.process)).replace("%2", holder.computer)

    def _open_read_only(self, path: Path, lock: PlanLock) -> None:
        self._read(path, lock, self.tr("the plan is open elsewhere; save it under another name, or open it again"))

    def _open_anyway(self, path: Path, lock: PlanLock) -> None:
        lock.seize()
        self._read(path, lock)

    def _own_lock(self, path: Path) -> PlanLock | None:
        """The lock of the plan that is open in this window, if it is that file."""
        work = self._window.workspace
        if work is None or work.session.path is None or not _is_same(work.session.path, path):
            return None
        return work.lock

    def _window_with(self, path: Path) -> MainWindow | None:
        """The window of this program in which the plan is open."""
        from journeymapper.ui.main_window import MainWindow

        for window in QApplication.topLevelWidgets():
            work = window.workspace if isinstance(window, MainWindow) else None
            if isinstance(window, MainWindow) and work and work.session.path and _is_same(work.session.path, path):
                return window
        return None


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
