"""The Help menu: which keys there are, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class HelpCommands(QObject):
    """What the Help menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def keys(self) -> None:
        """Show the sheet of keys."""
        from journeymapper.ui.dialogs.keys import KeysDialog

        KeysDialog(self._window).open()

    def about(self) -> None:
        """Say what this program is."""
        from journeymapper.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
