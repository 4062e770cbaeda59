"""The Go menu: from place to place in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class GoCommands(QObject):
    """What the Go menu does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def go_in(self) -> None:
        """Into the journey that details the selected event."""
        self._window.opened.focus.go_in()

    def go_out(self) -> None:
        """Back to the event that this journey details."""
        self._window.opened.focus.go_out()

    def back(self) -> None:
        """To the journey visited before."""
        self._window.opened.focus.back()

    def forward(self) -> None:
        """To the journey that `back` came from."""
        self._window.opened.focus.forward()

    def next_problem(self) -> None:
        """To the place of the next finding."""
        self._window.opened.problems.next_problem()

    def next_area(self) -> None:
        """Give the focus to the next area of the window."""
        self._window.opened.next_area()
