"""The File menu: plans come, go and are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from journeymapper.ui.settings import add_recent, clear_recent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from journeymapper.storage.recovery import Kept
    from journeymapper.ui.keeping.leftovers import Leftover
    from journeymapper.ui.keeping.opening import Opening
    from journeymapper.ui.main_window import MainWindow
    from journeymapper.ui.session import Session

SUFFIX = ".journey.yaml"


class FileCommands(QObject):
    """What the File menu does, and the questions it asks before anything could be lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], None] | None = None

    def new(self) -> None:
        """Begin a new plan in this window."""
        self.unless_unsaved(self._begin)

    def open(self) -> None:
        """Ask which plan to open."""
        self._ask_what_to_open()

    def open_path(self, path: Path) -> None:
        """Open a plan in this window."""
        self.unless_unsaved(partial(self.load, path))

    def load(self, path: Path) -> None:
        """Show the plan of a file; where it can't be read, say why and leave everything as it is."""
        self.opening.load(path)

    def recover(self, kept: Kept) -> None:
        """Show kept work as unsaved work on its file."""
        self.opening.recover(kept)

    def compare(self, leftover: Leftover) -> None:
        """Show what kept work has otherwise than its file."""
        self.opening.compare(leftover)

    @cached_property
    def opening(self) -> Opening:
        """The way in which plans come into the window."""
        from journeymapper.ui.keeping.opening import Opening

        return Opening(self._window)

    def forget_recent(self) -> None:
        """Empty the list of recent plans."""
        clear_recent()
        self._window.refresh()

    def save(self) -> None:
        """Write the plan to its file; a new one asks where to."""
        self.finish_typing()
        self._save_and()

    def save_as(self) -> None:
        """Ask for a file and write the plan there."""
        self.finish_typing()
        self._ask_where()

    def export(self) -> None:
        """Ask how to hand the journey out."""
        self._window.exports.ask()

    def export_again(self) -> None:
        """Hand the journey out as last time."""
        self._window.exports.again()

    def close(self) -> None:
        """Close the plan; without one, the window."""
        if self._session:
            self.unless_unsaved(self._window.show_start)
        else:
            self._window.close()

    def quit(self) -> None:
        """Close all windows."""
        self._window.quit_asked.emit()

    def unless_unsaved(self, then: Callable[[], None]) -> None:
        """Do `then`, but ask before if edits would be lost by it; a save that goes on is waited for."""
        self.finish_typing()
        work = self._window.workspace
        if work is None or work.is_safe:
            then()
        elif work.saver.is_busy:
            work.saver.when_done(partial(self.unless_unsaved, then))
        else:
            self._ask_about_unsaved(work.session, then)

    def _ask_about_unsaved(self, session: Session, then: Callable[[], None]) -> None:
        from journeymapper.ui.dialogs.questions import Choice, ask

        ask(
            self._window,
            self.tr("Save the changes to “%1”?").replace("%1", session.name),
            self.tr("What was done since the last save would be lost."),
            Choice(self.tr("Save"), partial(self._save_and, then)),
            Choice(self.tr("Don't save"), partial(self._give_up_and, then), loses=True),
            Choice(self.tr("Cancel")),
        )

    def finish_typing(self) -> None:
        """Have a value that is still being typed take effect."""
        if self._window.workspace:
            self._window.workspace.finish_typing()

    def write(self, path: Path | None = None, then: Callable[[], None] | None = None) -> None:
        """Write the plan to its file or to `path`, in the background, and do `then` once it is safe there."""
        work = self._window.workspace
        if work is None:
            return
        work.saver.save(path, partial(self._saved, work.session, then))

    def _saved(self, session: Session, then: Callable[[], None] | None) -> None:
        if session.path:
            add_recent(session.path)
        if then:
            then()

    @property
    def _session(self) -> Session | None:
        return self._window.workspace.session if self._window.workspace else None

    def _begin(self) -> None:
        from journeymapper.storage.document import Document
        from journeymapper.ui.session import Session
        from journeymapper.ui.templates import blank_plan

        self._window.show_plan(Session(Document.new(blank_plan())))

    def _ask_what_to_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(self.tr("Open a plan"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_selected)
        dialog.open()

    def _open_selected(self, name: str) -> None:
        self.open_path(Path(name))

    def _save_and(self, then: Callable[[], None] | None = None) -> None:
        session = self._session
        if session and (session.path is None or session.is_read_only):
            self._ask_where(then)
        else:
            self.write(None, then)

    def _give_up_and(self, then: Callable[[], None]) -> None:
        work = self._window.workspace
        if work:
            work.is_given_up = True
        then()
        if work and work is self._window.workspace:
            work.is_given_up = False  # what was to take its place could not be shown

    def _ask_where(self, then: Callable[[], None] | None = None) -> None:
        session = self._session
        if session is None:
            return
        from PySide6.QtWidgets import QFileDialog

        self._then = then
        dialog = self._dialog(self.tr("Save the plan"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        of_its_own = session.path is None or session.is_read_only
        dialog.selectFile(file_name(session.plan.title) if of_its_own else str(session.path))
        dialog.fileSelected.connect(self._save_selected)
        dialog.open()

    def _save_selected(self, name: str) -> None:
        self.write(with_suffix(Path(name)), self._then)

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([self.tr("Journey plans (*.journey.yaml *.yaml *.yml)"), self.tr("All files (*)")])
        path = self._session.path if self._session else None
        if path:
            dialog.setDirectory(str(path.parent))
        return dialog


def with_suffix(path: Path) -> Path:
    """The path with the suffix of plans, unless it is YAML by name already."""
    return path if path.suffix.lower() in (".yaml", ".yml") else path.with_name(path.name + SUFFIX)


def file_name(title: str) -> str:
    """A file name for a plan of that title."""
    from journeymapper.edits.naming import fresh_id

    return fresh_id(title, (), "plan") + SUFFIX
