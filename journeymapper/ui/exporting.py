"""Handing journeys out from the window: asks how, writes, and remembers for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class Exporting(QObject):
    """The Export dialog and what comes of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask how to hand the journey out."""

    def again(self) -> None:
        """Hand the journey out as last time."""
