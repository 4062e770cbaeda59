"""What is said when a plan could not be saved, and what can be done then."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.errors import SaveFailed, SaveUnsettled
from journeymapper.ui.crash import report_file
from journeymapper.ui.dialogs.questions import Choice, ask

if TYPE_CHECKING:
    from journeymapper.storage.saving import NotProven
    from journeymapper.ui.main_window import MainWindow


class SaveFailures(QObject):
    """Asks on after a failed save. The plan in the window is untouched whatever is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def tell_fault(self, failure: NotProven) -> None:
        """Say that the program would have written something wrong, and where the work is meanwhile."""
        logging.getLogger("journeymapper").error("a save was refused", exc_info=failure)
        detail = self.tr("Your work is kept apart as well, and offered at the next start. A report is in %1.")
        elsewhere = Choice(self.tr("Save as…"), self._window.files.save_as)
        ask(self._window, str(failure), detail.replace("%1", str(report_file())), elsewhere, Choice(self.tr("Close")))

    def tell(self, failure: SaveFailed, path: Path | None) -> None:
        """Say why the plan could not be saved to `path` and offer the ways out."""
        elsewhere = Choice(self.tr("Save as…"), self._window.files.save_as)
        cancel = Choice(self.tr("Cancel"))
        again = Choice(self.tr("Try again"), partial(self._window.files.write, path))
        detail = self.tr("Nothing was written over, and the plan is still open here.")
        if isinstance(failure, SaveUnsettled):
            detail = self.tr("The plan is still open here; save it again, or on another disk.")
        ask(self._window, str(failure), detail, elsewhere, again, cancel)
