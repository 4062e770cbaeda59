"""The editor for a list of ids: chips that can be taken away, and a field to add more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.values import Target
from journeymapper.ui.guard import guarded
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.editors.flow import FlowLayout
from journeymapper.ui.inspector.editors.library import NEW, choices, title_of
from journeymapper.ui.inspector.editors.reference import ChoiceBox


class Chip(QToolButton):
    """One id by its title; a click or Delete takes it away."""

    removed = Signal(str)

    def __init__(self, ident: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ident = ident
        self.setText(f"{title}  ×".replace("&", "&&"))
        self.setProperty("role", "chip")
        self.setAccessibleName(_said("Take away %s").replace("%s", title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.remove)

    def remove(self) -> None:
        """Ask for this id to be taken away."""
        self.removed.emit(self._ident)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            super().keyPressEvent(event)


class ChipsEditor(Editor):
    """A list of ids. That there are none, and that nothing is known, are different things and shown as such."""

    created = Signal(str)
    """The title of an entry that is to be made and added."""

    def __init__(self, to: Target, *, everything: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to = to
        self._everything = everything
        self._value: tuple[str, ...] | str | None = None
        self.path: ItemPath = ()
        self._frame = QFrame(self)
        self._frame.setProperty("role", "chips")
        self._flow = FlowLayout(self._frame)
        self._flow.setContentsMargins(6, 5, 6, 5)
        self._note = QLabel(self._frame)
        self._note.setProperty("role", "quiet")
        self._note.setContentsMargins(0, 3, 0, 0)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._plus = self._plus_button()
        self._flow.addWidget(self._note)
        self._flow.addWidget(self._plus)
        self.box = ChoiceBox(self)
        self.box.hide()
        self.box.picked.connect(self._add)
        self.box.unknown.connect(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._frame)
        column.addWidget(self.box)
        self.setFocusProxy(self._plus)

    def load(self, value: Any, plan: Plan) -> None:
        idents = value if isinstance(value, tuple) else ()
        self.box.offer([choice for choice in choices(plan, self.path, self._to) if choice[0] not in idents], "", "")
        self._note.setText(self._state(value))
        self._note.setVisible(not idents)
        shown = [(ident, title_of(plan, self.path, self._to, ident)) for ident in idents]
        if (value, shown) == (self._value, getattr(self, "_shown", None)):
            return
        self._value, self._shown = value, shown
        for old in self._frame.findChildren(Chip):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._flow.removeWidget(self._plus)
        for ident, title in shown:
            chip = Chip(ident, title, self._frame)
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._plus)
        self._frame.updateGeometry()

    def ask(self) -> None:
        """Open the field in which one more can be chosen."""
        self.box.show()
        self.box.setFocus()
        self.box.line.selectAll()

    def _plus_button(self) -> QToolButton:
        plus = QToolButton(self._frame)
        plus.setText("+")
        plus.setProperty("role", "add")
        plus.setAccessibleName(_said("Add"))
        plus.setToolTip(_said("Add (the arrow: nothing, or not known)"))
        plus.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        plus.clicked.connect(self.ask)
        menu = QMenu(plus)
        menu.addAction(_said("Nothing, and that is known"), self._set_nothing)
        if self._everything:
            menu.addAction(_said("Everything"), self._set_everything)
        menu.addAction(_said("Not known"), self._set_unknown)
        plus.setMenu(menu)
        return plus

    def _state(self, value: Any) -> str:
        if value == "all":
            return _said("everything")
        return _said("not known") if value is None else _said("nothing")

    def _set_nothing(self) -> None:
        self.committed.emit([])

    def _set_everything(self) -> None:
        self.committed.emit("all")

    def _set_unknown(self) -> None:
        self.committed.emit("")

    def _held(self) -> list[str]:
        return list(self._value) if isinstance(self._value, tuple) else []

    def _add(self, ident: str) -> None:
        if ident:
            self.box.hide()
            self.committed.emit([*self._held(), ident])
            self._plus.setFocus()

    def _new(self, title: str) -> None:
        if title and self._to in NEW:
            self.box.hide()
            self.created.emit(title)

    def _remove(self, ident: str) -> None:
        self.committed.emit([held for held in self._held() if held != ident])


def _said(text: str) -> str:
    return QCoreApplication.translate("Form", text)
