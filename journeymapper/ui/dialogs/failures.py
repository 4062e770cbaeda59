"""What is said when a plan could not be saved, and what can be done then."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.errors import SaveFailed
from journeymapper.ui.dialogs.questions import Choice, ask

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class SaveFailures(QObject):
    """Asks on after a failed save. The plan in the window is untouched whatever is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def tell(self, failure: SaveFailed, path: Path | None) -> None:
        """Say why the plan could not be saved to `path` and offer the ways out."""
        from journeymapper.storage.saving import ChangedOnDisk

        elsewhere = Choice(self.tr("Save as…"), self._window.files.save_as)
        cancel = Choice(self.tr("Cancel"))
        if isinstance(failure, ChangedOnDisk):
            ask(
                self._window,
                str(failure),
                self.tr("Overwriting loses what was changed there; reloading loses what you changed here."),
                Choice(self.tr("Save a copy…"), self._window.files.save_as),
                Choice(self.tr("Reload"), self._reload, loses=True),
                Choice(self.tr("Overwrite"), partial(self._window.files.write, overwrite=True), loses=True),
                cancel,
            )
            return
        again = Choice(self.tr("Try again"), partial(self._window.files.write, path))
        detail = self.tr("Nothing was written over, and the plan is still open here.")
        ask(self._window, str(failure), detail, elsewhere, again, cancel)

    def _reload(self) -> None:
        from journeymapper.storage.reading import read_plan

        session = self._window.opened.session
        if session.path is None:
            return
        reading = read_plan(session.path)
        if reading.opened is None:
            self._window.show_unreadable(session.path, reading.findings)
        else:
            session.reload(reading.opened)
