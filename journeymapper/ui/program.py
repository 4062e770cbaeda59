"""The running program: the Qt application, its windows, and what happens to them when the system ends it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from journeymapper import __version__
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.crash import is_something_kept, note_crashes, report_failures
from journeymapper.ui.icons import program_icon
from journeymapper.ui.interrupts import Interrupts
from journeymapper.ui.main_window import LAST, MainWindow
from journeymapper.ui.plurals import EnglishPlurals
from journeymapper.ui.settings import recall_text, recent_plans


class Program(QObject):
    """The application and its windows."""

    def __init__(self) -> None:
        super().__init__()
        self.application = _application()
        self.setParent(self.application)
        self.application.installTranslator(EnglishPlurals(self.application))
        self.appearance = Appearance(self.application)
        self.windows: list[MainWindow] = []
        report_failures(self._tell_failure)
        self._crash = note_crashes()
        self._interrupts = Interrupts(self)
        self._interrupts.raised.connect(self._end)
        self.application.aboutToQuit.connect(self._leave)

    def start(self, paths: list[Path]) -> None:
        """Open a window for each plan; for none the plan of last time, else the start page.

        The start page comes first where unsaved work was kept, which it offers.
        """
        last = Path(recall_text(LAST)) if recall_text(LAST) else None
        if not paths and last is not None and last in recent_plans() and not _is_work_left():
            paths = [last]
        for path in paths:
            self.open_window(path)
        if not paths:
            self.open_window()
        if self._crash:
            said = self.tr("journeymapper was cut off by a fault the last time. A report is in %1.")
            self.windows[0].say(said.replace("%1", str(self._crash)))

    def open_window(self, path: Path | None = None) -> MainWindow:
        """A new window, with the plan of `path`; without one, or where it can't be read, with the start page."""
        window = MainWindow(self.appearance)
        window.quit_asked.connect(self._quit)
        self.windows.append(window)
        if path is not None:
            window.files.opening.is_first = len(self.windows) == 1
            window.files.load(path)
        if window.workspace is None:
            window.show_start()
        window.show()
        return window

    def run(self) -> int:
        """Work until the last window is closed; gives the exit code."""
        return self.application.exec()

    def _quit(self) -> None:
        """Close every window; each asks for itself."""
        for window in self.windows:
            window.close()

    def _end(self) -> None:
        """The system wants the program to end at once: keep what is unsaved, ask nothing."""
        self._keep_work()
        for window in self.windows:
            window.close_without_asking()
        self.application.quit()

    def _keep_work(self) -> None:
        for window in self.windows:
            if window.workspace:
                window.workspace.journal.flush()

    def _tell_failure(self, report: str) -> None:
        self._keep_work()
        for window in self.windows:
            window.say(self.tr("Something went wrong; your plan is still here. A report is in %1.")
                       .replace("%1", report))  # fmt: skip

    def _leave(self) -> None:
        """Qt's offscreen platform crashes at exit with its clipboard full."""
        if self.application.platformName() == "offscreen":
            self.application.clipboard().clear()


def _is_work_left() -> bool:
    """Whether a program that was cut off left unsaved work; what can tell is loaded only where there may be some."""
    if not is_something_kept():
        return False
    from journeymapper.ui.keeping.leftovers import leftovers

    return bool(leftovers())


def _application() -> QApplication:
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("journeymapper")
    application.setApplicationDisplayName("journeymapper")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("journeymapper")
    application.setWindowIcon(program_icon())
    application.setStyle("Fusion")
    return application
