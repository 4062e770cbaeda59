"""The title at the head of the inspector: read as a heading, edited by a click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.edits.fields import set_field
from journeymapper.edits.naming import fresh_id, step_ids
from journeymapper.edits.paths import item_at
from journeymapper.edits.renaming import rename_step
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.ui.fresh import is_fresh, untitled
from journeymapper.ui.guard import guarded
from journeymapper.ui.session import Session


class TitleLine(QLineEdit):
    """The title of the item at a path; what is typed counts at once. Enter finishes, Esc takes back what was typed."""

    renamed = Signal(str, str)
    """The old and the new id of an interaction that got its id from its first title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: ItemPath | None = None
        self._before = ""
        self.setProperty("role", "title")
        self.setAccessibleName(self.tr("Title"))
        self.textEdited.connect(self._type)
        self.editingFinished.connect(self._left)

    def bind(self, path: ItemPath) -> None:
        """Show the title of the item at `path`."""
        self._path = path
        self.setReadOnly(False)
        item = item_at(self._session.plan, path)
        held = item.title or ""
        self.setPlaceholderText(str(path[-1]))
        if self.text() != held:
            self.setText(held)
            self.setCursorPosition(0)
            self._before = held
        self.setToolTip("")

    def show_text(self, text: str) -> None:
        """Show a text that can't be edited."""
        self._path = None
        self.setReadOnly(True)
        self.setText(text)
        self.setCursorPosition(0)

    def begin(self) -> None:
        """Begin to edit, all selected."""
        if self._path is not None:
            self.setFocus()
            self.selectAll()

    def take_back(self) -> None:
        """Put back the title as it was before somebody typed."""
        if self.text() != self._before:
            self._type(self._before)

    def _type(self, text: str) -> None:
        if self._path is None:
            return
        label = self.tr("rename “%s”").replace("%s", self._name())
        self._session.do(label, partial(set_field, path=self._path, field="title", raw=text), ("title", self._path))

    def _name(self) -> str:
        try:
            return item_at(self._session.plan, self._path or ()).title or str((self._path or ("",))[-1])
        except EditRefused:
            return ""

    def _left(self) -> None:
        self._name_after_title()
        self._session.history.seal()
        self._before = self.text()
        self.setCursorPosition(0)

    def _name_after_title(self) -> None:
        """An interaction that was just made gets its id from the first title that somebody gives it."""
        path = self._path or ()
        if len(path) != 4 or path[2] != "interactions" or not is_fresh(str(path[3])) or self.text() in ("", untitled()):
            return
        journey, old = str(path[1]), str(path[3])
        held = self._session.plan.journeys.get(journey)
        if held is None or old not in held.interactions:
            return
        new = fresh_id(self.text(), step_ids(held), "step")
        label = self.tr("rename “%s”").replace("%s", self.text())
        if self._session.do(label, partial(rename_step, journey=journey, old=old, new=new), ("title", path)):
            self.renamed.emit(old, new)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.take_back()
        super().keyPressEvent(event)
