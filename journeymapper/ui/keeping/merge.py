"""A merge that git could not finish: which side to open, what differs between them, and the end of it by a save."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.model.finding import Finding
from journeymapper.storage.conflict import Sides
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.source import read_bytes
from journeymapper.ui.dialogs.questions import Choice, ask
from journeymapper.ui.session import Session

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

MERGE = "merge"
"""What the banner speaks about."""


class UnfinishedMerge(QObject):
    """The sides of one file in one window. Nothing is written before the person saves."""

    def __init__(self, window: MainWindow, path: Path, sides: Sides) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._sides = sides
        self._session: Session | None = None

    def ask(self, findings: tuple[Finding, ...]) -> None:
        """Ask which side to open, or whether to see the lines."""
        said = self.tr("git left an unfinished merge in “%1”").replace("%1", self._path.name)
        detail = self.tr(
            "Both sides of %n place(s) are in the file. Open one of them; nothing is written before you save.",
            "", self._sides.places,
        )  # fmt: skip
        ask(
            self._window, said, detail,
            Choice(_named(self.tr("Open ours"), self._sides.ours_name), partial(self.open, ours=True)),
            Choice(_named(self.tr("Open theirs"), self._sides.theirs_name), partial(self.open, ours=False)),
            Choice(self.tr("Show the lines"), partial(self._window.show_unreadable, self._path, findings)),
            Choice(self.tr("Cancel")),
        )  # fmt: skip

    def open(self, *, ours: bool) -> None:
        """Show one side as work that is not saved; a save puts it in the place of both."""
        chosen = parse_plan(self._sides.ours if ours else self._sides.theirs, str(self._path), self._path.parent)
        if chosen.opened is None:
            self._window.show_unreadable(self._path, chosen.findings)
            return
        document = replace(chosen.opened, path=self._path, digest=digest_of(read_bytes(self._path)))
        self._session = Session(document)
        self._session.history.mark_unsaved()
        self._window.show_plan(self._session, self._window.files.opening.locked(self._path))
        self._session.state_changed.connect(self._end)
        self._tell(ours=ours)

    def _tell(self, *, ours: bool) -> None:
        """Say which side is shown, and offer the other one."""
        mine, other = self._names(ours=ours)
        said = self.tr("This is one side (%1) of an unfinished merge; saving ends the merge with it.")
        self._window.opened.banner.say(
            MERGE, said.replace("%1", mine),
            Choice(self.tr("Compare…"), partial(self._compare, ours=ours)),
            Choice(self.tr("Show %1 instead").replace("%1", other), partial(self._switch, ours=not ours)),
        )  # fmt: skip

    def _switch(self, *, ours: bool) -> None:
        session = self._session
        if session and session.plan is session.document.plan:
            self.open(ours=ours)
        else:
            self._window.files.unless_unsaved(partial(self.open, ours=ours))

    def _compare(self, *, ours: bool) -> None:
        from journeymapper.compare.differences import differences
        from journeymapper.ui.keeping.comparison import Comparison, ComparisonDialog

        other = self._read(self._sides.theirs if ours else self._sides.ours)
        if other is None:
            self._window.say(self.tr("The other side can't be read as a plan."))
            return
        mine, title, names = (
            self._window.opened.session.plan,
            self.tr("Both sides of the merge"),
            self._names(ours=ours),
        )
        base = self._read(self._sides.base) if self._sides.base else None
        if base:
            columns = (self.tr("Last common"), *names)
            found = differences(base.plan, mine, other.plan)
            compared = Comparison(title, self.tr("A ⚠ marks what both changed in different ways."), columns, found)
        else:
            found = differences(mine, other.plan)
            compared = Comparison(title, self.tr("What the other side has otherwise."), names, found)
        ComparisonDialog(compared, (Choice(self.tr("Close")),), self._window).open()

    def _read(self, data: bytes) -> Document | None:
        return parse_plan(data, self._path.name, self._path.parent).opened

    def _names(self, *, ours: bool) -> tuple[str, str]:
        """What git calls the side that is shown, and the other one."""
        names = self._sides.ours_name, self._sides.theirs_name
        return names if ours else (names[1], names[0])

    def _end(self) -> None:
        """A save ends the merge."""
        if self._session and self._session.is_saved:
            self._window.opened.banner.clear(MERGE)


def _named(text: str, name: str) -> str:
    return f"{text} ({name})".replace("&", "&&") if name else text
