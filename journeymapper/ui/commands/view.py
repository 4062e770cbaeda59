"""The View menu: what is seen, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class ViewCommands(QObject):
    """What the View menu does; none of it changes the plan."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def zoom_in(self) -> None:
        """Larger."""
        self._window.opened.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Smaller."""
        self._window.opened.canvas.zoom_out()

    def zoom_reset(self) -> None:
        """At 100 %."""
        self._window.opened.canvas.zoom_reset()

    def fit_all(self) -> None:
        """The whole journey."""
        self._window.opened.canvas.fit_all()

    def fit_selection(self) -> None:
        """What is selected."""
        self._window.opened.canvas.fit_selection()

    def outline(self) -> None:
        """Show or hide the tree of journeys."""
        self._toggle("outline")

    def inspector(self) -> None:
        """Show or hide the inspector."""
        self._toggle("inspector")

    def problems(self) -> None:
        """Unfold or fold the list of problems."""
        self._toggle("problems")

    def look_system(self) -> None:
        """Light or dark as the system says."""
        self._window.appearance.choose("system")

    def look_light(self) -> None:
        """Always light."""
        self._window.appearance.choose("light")

    def look_dark(self) -> None:
        """Always dark."""
        self._window.appearance.choose("dark")

    def full_screen(self) -> None:
        """The whole screen, or a window again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle(self, panel: str) -> None:
        work = self._window.opened
        work.show_panel(panel, not work.shown_panels()[panel])
        self._window.refresh()
