"""The actions of one window, made from the table and kept up to date with the situation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from journeymapper.ui.actions import MENUS, Action, all_actions
from journeymapper.ui.situation import Situation


class Menus(QObject):
    """The actions by id; `commands` gives for a menu the object whose methods they run, asked for when one does."""

    def __init__(self, window: QWidget, bar: QMenuBar, commands: Callable[[str], QObject]) -> None:
        super().__init__(window)
        self._commands = commands
        self._menu_of: dict[QObject, str] = {}
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        looks = QActionGroup(self)
        for menu in MENUS:
            shown = bar.addMenu(translated(menu.text))
            self.menus[menu.id] = shown
            for row in menu.rows:
                if row is None:
                    shown.addSeparator()
                    continue
                made = self._action(row)
                self._menu_of[made] = menu.id
                if row.kind == "one-of":
                    looks.addAction(made)
                shown.addAction(made)

    def update(self, now: Situation, on: Mapping[str, bool]) -> None:
        """Enable and name what can act now; `on` says which of the choices are on."""
        for row in all_actions():
            action = self.actions[row.id]
            action.setEnabled(not row.when or bool(getattr(now, row.when)))
            if row.names:
                action.setText(named(row, getattr(now, row.names)))
            if row.id in on:
                action.setChecked(on[row.id])

    def canvas_actions(self) -> list[QAction]:
        """Those whose keys act only on the canvas, which takes them up."""
        return [self.actions[row.id] for row in all_actions() if row.on_canvas]

    def _run(self) -> None:
        action = self.sender()
        getattr(self._commands(self._menu_of[action]), action.objectName())()

    def _action(self, row: Action) -> QAction:
        action = QAction(translated(row.text), self)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        if row.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(row.kind != "act")
        action.triggered.connect(self._run)
        self.actions[row.id] = action
        return action


def translated(text: str) -> str:
    """A text of the table in the reader's language."""
    return QCoreApplication.translate("actions", text)


def named(row: Action, what: str) -> str:
    """The text of an action that says what it is about; an ampersand in a title is no mnemonic."""
    text = translated(row.text)
    return f"{text}: {what.replace('&', '&&')}" if what else text
