"""The recent plans in the File menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.ui.menus import Menus
from journeymapper.ui.settings import recent_plans


class RecentMenu(QObject):
    """A submenu after "Open", filled each time it opens; emits `chosen` with a path."""

    chosen = Signal(object)

    def __init__(self, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(self.tr("Open &recent"), parent)
        self._forget = menus.actions["forget_recent"]
        file_menu = menus.menus["file"]
        file_menu.insertMenu(self._forget, self.menu)
        file_menu.removeAction(self._forget)
        file_menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List the recent plans that are still there."""
        self.menu.clear()
        for path in recent_plans():
            action = self.menu.addAction(_shown(path))
            action.setData(str(path))
            action.triggered.connect(self._choose)
        self.menu.setEnabled(not self.menu.isEmpty())
        if not self.menu.isEmpty():
            self.menu.addSeparator()
            self.menu.addAction(self._forget)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(action.data()))


def _shown(path: Path) -> str:
    """The file and its folder; an ampersand is no mnemonic."""
    return f"{path.name}  –  {path.parent}".replace("&", "&&")
