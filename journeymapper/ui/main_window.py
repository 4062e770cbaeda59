"""The main window: assembles menus, pages and commands, and knows which plan is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from journeymapper.ui.appearance import Appearance
from journeymapper.ui.commands.file import FileCommands
from journeymapper.ui.commands.go import GoCommands
from journeymapper.ui.commands.help import HelpCommands
from journeymapper.ui.commands.view import ViewCommands
from journeymapper.ui.guard import guarded
from journeymapper.ui.menus import Menus
from journeymapper.ui.observing import situation_of
from journeymapper.ui.recent_menu import RecentMenu
from journeymapper.ui.settings import recall_state, remember

if TYPE_CHECKING:  # a plan and what shows it are imported once there is one, so that the window stands at once
    from journeymapper.drawing.theme import Theme
    from journeymapper.model.finding import Finding
    from journeymapper.ui.exporting import Exporting
    from journeymapper.ui.keeping.decisions import Decisions
    from journeymapper.ui.keeping.locks import PlanLock
    from journeymapper.ui.notice import Notice
    from journeymapper.ui.session import Session
    from journeymapper.ui.start_page import StartPage
    from journeymapper.ui.workspace import Workspace

LAST = "window/last"
"""The plan that was open when the last window closed."""
SIZE = (1440, 900)
"""Pixels of the window at the first start."""


class MainWindow(QMainWindow):
    """A window on one plan, or on the start page; empty until it is told what to show."""

    quit_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.workspace: Workspace | None = None
        self.files = FileCommands(self)
        self._groups: dict[str, QObject] = {
            "file": self.files,
            "view": ViewCommands(self),
            "go": GoCommands(self),
            "help": HelpCommands(self),
        }
        self.menus = Menus(self, self.menuBar(), self.commands)
        self.recent = RecentMenu(self.menus, self)
        self.pages = QStackedWidget()
        self._may_close = False
        self._set_up()

    @property
    def opened(self) -> Workspace:
        """The open plan's workspace. Raises RuntimeError where no plan is open."""
        if self.workspace is None:
            raise RuntimeError("no plan is open")
        return self.workspace

    @cached_property
    def start_page(self) -> StartPage:
        """The page of a window without a plan, made once it is to be seen."""
        from journeymapper.ui.start_page import StartPage

        made = StartPage(self.menus.actions["new"], self.menus.actions["open"], self.appearance)
        made.chosen.connect(self.files.open_path)
        made.recover_asked.connect(self.files.recover)
        made.differences_asked.connect(self.files.compare)
        self.pages.addWidget(made)
        return made

    @cached_property
    def _page_notice(self) -> Notice:
        from journeymapper.ui.notice import Notice

        return Notice(self.start_page)

    @cached_property
    def exports(self) -> Exporting:
        """The way in which journeys are handed out."""
        from journeymapper.ui.exporting import Exporting

        return Exporting(self)

    def commands(self, menu: str) -> QObject:
        """What the actions of a menu do."""
        if menu == "edit" and menu not in self._groups:
            from journeymapper.ui.commands.edit import EditCommands

            self._groups[menu] = EditCommands(self)
        return self._groups[menu]

    def show_plan(self, session: Session, lock: PlanLock | None = None) -> Decisions:
        """Show a plan, whose file `lock` is for, in place of what was shown; gives what asks about its file."""
        from journeymapper.ui.keeping.decisions import Decisions
        from journeymapper.ui.workspace import Workspace

        if self.workspace:
            self.workspace.remember_places()
        workspace = Workspace(session, self.appearance.theme, self.menus, lock)
        self._put_away()
        self.workspace = workspace
        self.pages.addWidget(self.workspace)
        self.pages.setCurrentWidget(self.workspace)
        focus = self.workspace.focus
        for signal in (session.state_changed, session.checked, focus.journey_changed, focus.selection_changed):
            signal.connect(self.refresh)
        self.workspace.canvas.setFocus()
        self.refresh()
        return Decisions(self, workspace)

    def show_start(self) -> None:
        """Show the start page, in place of the plan."""
        self._put_away()
        self.start_page.refresh()
        self.pages.setCurrentWidget(self.start_page)
        self.refresh()

    def show_unreadable(self, path: Path, findings: tuple[Finding, ...]) -> None:
        """Say why a file can't be opened; the plan that is open stays."""
        from journeymapper.ui.dialogs.unreadable import UnreadableDialog

        dialog = UnreadableDialog(path, findings, self.appearance.theme, self)
        dialog.again.connect(self.files.load)
        dialog.open()

    def say(self, sentence: str) -> None:
        """Tell something that needs no answer."""
        (self.workspace.notice if self.workspace else self._page_notice).say(sentence)

    def refresh(self) -> None:
        """Bring the title and the actions up to date."""
        now = situation_of(self)
        session = self.workspace.session if self.workspace else None
        name = session.name.replace("[*]", "[*][*]") if session else ""
        self.setWindowTitle(f"{name}[*] – journeymapper" if name else "journeymapper")
        self.setWindowModified(session is not None and not session.is_saved)
        panels = self.workspace.shown_panels() if self.workspace else {}
        looks = {f"look_{choice}": choice == self.appearance.choice for choice in ("system", "light", "dark")}
        self.menus.update(now, {**panels, **looks, "full_screen": self.isFullScreen()})

    def close_without_asking(self) -> None:
        """Close, whatever is unsaved."""
        self._may_close = True
        self.close()

    def _set_up(self) -> None:
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))  # a large scale leaves few pixels
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.pages)
        self.restoreGeometry(recall_state("window/geometry"))
        self.recent.chosen.connect(self.files.open_path)
        self.appearance.theme_changed.connect(self._take_theme)
        self.refresh()

    def _take_theme(self, theme: Theme) -> None:
        if self.workspace:
            self.workspace.set_theme(theme)

    def _put_away(self) -> None:
        if self.workspace:
            self.workspace.end()
            self.pages.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    def _dropped(self, event: QDragEnterEvent | QDropEvent) -> list[Path]:
        return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # whatever fails below must not close the window
        self.files.finish_typing()
        if not self._may_close and self.workspace and not self.workspace.is_safe:
            self.files.unless_unsaved(self.close_without_asking)
            return
        remember("window/geometry", self.saveGeometry())
        remember(LAST, str(self.workspace.session.path or "") if self.workspace else "")
        self._put_away()
        event.accept()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.workspace:
            self.workspace.outside.look()
        super().changeEvent(event)

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for path in self._dropped(event)[:1]:
            self.files.open_path(path)
