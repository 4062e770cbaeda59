"""One fact of the inspector: its label, its editor, and the edit that it makes."""

from __future__ import annotations

from functools import partial

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.ui.inspector.editors.chips import ChipsEditor
from journeymapper.ui.inspector.editors.ends import EndsEditor
from journeymapper.ui.inspector.editors.library import with_new
from journeymapper.ui.inspector.editors.reference import ReferenceEditor
from journeymapper.ui.inspector.editors.rows import RowsEditor
from journeymapper.ui.inspector.forms import LABELS
from journeymapper.ui.inspector.kinds import Kind, kind_of
from journeymapper.ui.inspector.making import editor_for
from journeymapper.ui.inspector.place import Place
from journeymapper.ui.labels import label
from journeymapper.ui.session import Session


class Field(QWidget):
    """Label, editor, and what is wrong with what was typed."""

    link_chosen = Signal(str)
    """The target of a link whose line was clicked."""

    def __init__(self, session: Session, model: type[BaseModel], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = kind_of(model, name)
        self.place = Place((), name)
        self.editor = editor_for(name, self._kind)
        text = QCoreApplication.translate("Form", LABELS[name])
        self.label = QLabel(text, self)
        self.label.setProperty("role", "" if name == "moment_of_truth" else "field")
        self.label.setBuddy(self.editor)
        self.editor.setAccessibleName(text)
        self._refusal = QLabel(self)
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("role", "error")
        self._refusal.hide()
        self._arrange(beside=name == "moment_of_truth")
        self._connect()

    def bind(self, path: ItemPath, record: str) -> None:
        """Show the same field of another item."""
        self.place = Place(path, self.place.field, record)
        if hasattr(self.editor, "path"):
            self.editor.path = self.reference_path
        self.reload()

    @property
    def reference_path(self) -> ItemPath:
        """The path that references in this field are looked up by."""
        place = self.place
        return (*place.path, *([place.record] if place.record else []), place.field)

    def reload(self) -> None:
        """Show what the plan holds now."""
        self._refuse("")
        self.editor.load(self.place.value(self._session.plan), self._session.plan)

    def _connect(self) -> None:
        self.editor.committed.connect(self._commit)
        self.editor.typed.connect(self._type)
        if isinstance(self.editor, ReferenceEditor | ChipsEditor):
            self.editor.created.connect(self._create)
        if isinstance(self.editor, RowsEditor):
            self.editor.chosen.connect(self.link_chosen)
        if isinstance(self.editor, EndsEditor):
            self.editor.edited.connect(self._session.do)

    def _commit(self, raw: object) -> None:
        self._do(raw, merges=False)

    def _type(self, raw: object) -> None:
        self._do(raw, merges=True)

    def _do(self, raw: object, *, merges: bool) -> None:
        try:
            self.place.edited(self._session.plan, raw)
        except EditRefused as refusal:
            self._refuse(str(refusal))
            return
        self._refuse("")
        if not merges:
            self._session.history.seal()
        edit = partial(_edited, place=self.place, raw=raw)
        if not self._session.do(self._label(), edit, self.place if merges else None):
            self.reload()

    def _create(self, title: str) -> None:
        """Make a new entry of the library and refer to it, in one step."""
        self._session.do(
            self.tr("create “%s”").replace("%s", title),
            partial(_with_new, place=self.place, kind=self._kind, title=title),
        )

    def _label(self) -> str:
        """What undo calls the edit: "change Goal of “Offer”"."""
        title = title_at(self._session.plan, self.place.path)
        return self.tr("change %1 of “%2”").replace("%1", self.editor.accessibleName()).replace("%2", title)

    def _refuse(self, sentence: str) -> None:
        if bool(sentence) != self._refusal.isVisibleTo(self):
            self.editor.set_refused(sentence)
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def _arrange(self, *, beside: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout() if beside else column
        if beside:
            row.addWidget(label("★", "star"))
        row.addWidget(self.label, int(beside))
        row.addWidget(self.editor)
        if beside:
            column.addLayout(row)
        column.addWidget(self._refusal)


def title_at(plan: Plan, path: ItemPath) -> str:
    """The title of the item at a path, or of the item that a link belongs to."""
    for end in range(len(path), 0, -1):
        try:
            item = item_at(plan, path[:end])
        except EditRefused:
            continue
        if getattr(item, "title", None):
            return str(item.title)
    return str(path[-1]) if path else plan.title


def _edited(plan: Plan, place: Place, raw: object) -> Plan:
    return place.edited(plan, raw)


def _with_new(plan: Plan, place: Place, kind: Kind, title: str) -> Plan:
    if kind.to is None:
        raise EditRefused(f"'{title}' can't be made here")
    plan, ident = with_new(plan, kind.to, title)
    held = place.value(plan)
    known = held if isinstance(held, tuple) else ()
    return place.edited(plan, [*known, ident] if kind.shape == "references" else ident)
