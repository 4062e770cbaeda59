"""What a person has to decide about the file of an open plan, said in the banner and answered there or in a dialog."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.storage.problems import CONFLICT
from journeymapper.ui.crash import is_something_kept
from journeymapper.ui.dialogs.questions import Choice, ask
from journeymapper.ui.keeping.outside import Broken, Conflict, Gone

if TYPE_CHECKING:
    from journeymapper.errors import SaveFailed
    from journeymapper.storage.recovery import Kept
    from journeymapper.ui.main_window import MainWindow
    from journeymapper.ui.workspace import Workspace

FILE, RECOVERY, OTHERS = "file", "recovery", "others"
"""What the banner can speak about."""


class Decisions(QObject):
    """Brings what `Outside` finds, and kept work, before the person. It belongs to one workspace."""

    def __init__(self, window: MainWindow, work: Workspace) -> None:
        super().__init__(work)
        self._window = window
        self._work = work
        self._session = work.session
        work.outside.changed.connect(self._show_state)
        work.outside.followed.connect(self._tell_followed)
        work.journal.failed.connect(self._tell_unkept)
        work.saver.failed.connect(self._tell_failure)

    def offer_recovery(self) -> None:
        """Offer the work on this plan that a program which was cut off left behind."""
        if not is_something_kept():
            return
        from journeymapper.ui.keeping.leftovers import leftover_of
        from journeymapper.ui.keeping.recovered import spoken_time

        kept = leftover_of(self._session.path) if self._session.path else None
        if kept is None:
            return
        said = self.tr("Unsaved work on this plan was kept (%1).").replace("%1", spoken_time(kept))
        self._work.banner.say(
            RECOVERY, said,
            Choice(self.tr("What differs…"), partial(self._compare_kept, kept)),
            Choice(self.tr("Recover"), partial(self._recover, kept)),
            Choice(self.tr("Discard"), partial(self._discard, kept)),
            Choice(self.tr("Later")),
        )  # fmt: skip

    def tell_leftovers(self, count: int) -> None:
        """Say that there is kept work on other plans, which the start page offers."""
        said = self.tr("Unsaved work on %n other plan(s) was kept.", "", count)
        show = Choice(self.tr("Show…"), self._window.files.close)
        self._work.banner.say(OTHERS, said, show, Choice(self.tr("Later")))

    def _tell_failure(self, failure: SaveFailed, path: Path | None) -> None:
        """Say why the plan could not be written, and offer what can be done; of a file that changed show both sides."""
        from journeymapper.storage.saving import ChangedOnDisk, NotProven
        from journeymapper.ui.dialogs.failures import SaveFailures

        if isinstance(failure, ChangedOnDisk):
            self._work.outside.look(self._show_sides)
        elif isinstance(failure, NotProven):
            self._work.journal.flush()
            SaveFailures(self._window).tell_fault(failure)
        else:
            SaveFailures(self._window).tell(failure, path)

    def _show_sides(self) -> None:
        """Show both sides of a change on disk, item by item, with the ways out."""
        state = self._work.outside.state
        if isinstance(state, Conflict):
            self._compare(state)
        elif isinstance(state, Broken):
            said = self.tr("“%1” was changed on disk and can't be read as a plan now")
            detail = self.tr("Nothing was written over, and the plan is still open here.")
            choices = (*reversed(self._ways_out_of(state)), Choice(self.tr("Cancel")))
            ask(self._window, said.replace("%1", self._session.name), detail, *choices)
        elif state is None:
            self._window.files.save()  # what stood in the way is none of the plan's facts

    def _show_state(self) -> None:
        state, banner = self._work.outside.state, self._work.banner
        name = self._session.name
        if isinstance(state, Conflict):
            said = self.tr("“%1” was changed on disk by somebody else, and you have unsaved changes.")
            banner.say(
                FILE, said.replace("%1", name),
                Choice(self.tr("Compare…"), self._show_sides),
                Choice(self.tr("Keep mine"), self._keep_mine),
                Choice(self.tr("Take theirs"), self._take_theirs),
                Choice(self.tr("Save mine as a copy…"), self._window.files.save_as),
            )  # fmt: skip
        elif isinstance(state, Gone):
            said = self.tr("“%1” is not in its folder any more. The plan is still here.")
            banner.say(
                FILE, said.replace("%1", name),
                Choice(self.tr("Save it again"), self._window.files.save),
                Choice(self.tr("Save as…"), self._window.files.save_as),
            )  # fmt: skip
        elif isinstance(state, Broken):
            said = self.tr("“%1” was changed on disk and can't be read as a plan now. Here it is as it was.")
            banner.say(FILE, said.replace("%1", name), *self._ways_out_of(state))
        else:
            banner.clear(FILE)

    def _ways_out_of(self, state: Broken) -> tuple[Choice, ...]:
        """What can be done about a file that can't be read any more; of an unfinished merge a side can be opened."""
        files = self._window.files
        show = Choice(self.tr("Show problems…"), partial(self._window.show_unreadable, state.path, state.findings))
        if any(finding.rule == CONFLICT.rule for finding in state.findings):
            show = Choice(self.tr("Open a side of the merge…"), partial(files.open_path, state.path))
        mine = Choice(self.tr("Put mine in its place"), self._displace, loses=True)
        return show, mine, Choice(self.tr("Save mine as a copy…"), files.save_as)

    def _displace(self) -> None:
        self._work.outside.keep_mine()
        self._window.files.save()

    def _compare(self, state: Conflict) -> None:
        from journeymapper.compare.differences import differences
        from journeymapper.ui.keeping.comparison import Comparison, ComparisonDialog

        found = differences(state.base, self._session.plan, state.theirs.plan)
        title = self.tr("“%1” was changed by you and by somebody else").replace("%1", self._session.name)
        explanation = self.tr("A ⚠ marks what both changed in different ways. Nothing is written before you save.")
        columns = (self.tr("Last common"), self.tr("Mine"), self.tr("Theirs"))
        choices = (
            Choice(self.tr("Save mine as a copy…"), self._window.files.save_as),
            Choice(self.tr("Keep mine"), self._keep_mine),
            Choice(self.tr("Take theirs"), self._take_theirs),
            Choice(self.tr("Decide later")),
        )
        ComparisonDialog(Comparison(title, explanation, columns, found), choices, self._window).open()

    def _keep_mine(self) -> None:
        self._work.outside.keep_mine()
        self._window.say(self.tr("Your version stays; the next save puts it into the file."))

    def _take_theirs(self) -> None:
        self._work.outside.take_theirs(self.tr("Take over the file"))
        self._window.say(self.tr("This is what the file holds; undo gives your version back."))

    def _tell_followed(self) -> None:
        self._window.say(self.tr("“%1” was changed on disk; this is what it holds now.").replace(
            "%1", self._session.name))  # fmt: skip

    def _tell_unkept(self, reason: str) -> None:
        self._window.say(self.tr("No copy of unsaved work can be kept: %1").replace("%1", reason))

    def _compare_kept(self, kept: Kept) -> None:
        from journeymapper.ui.keeping.leftovers import examined

        leftover = examined(kept)
        if leftover:
            self._window.files.opening.compare(leftover)

    def _recover(self, kept: Kept) -> None:
        self._window.files.unless_unsaved(partial(self._window.files.opening.recover, kept))

    def _discard(self, kept: Kept) -> None:
        from journeymapper.ui.keeping.recovered import ask_to_discard

        ask_to_discard(self._window, kept, partial(self._work.banner.clear, RECOVERY))
