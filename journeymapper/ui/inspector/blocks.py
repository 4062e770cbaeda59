"""Facts with facts inside: a small record such as the evidence, and records by id such as measures and remarks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.edits.naming import fresh_id
from journeymapper.edits.paths import item_at, with_item, without_item
from journeymapper.errors import EditRefused
from journeymapper.model.facts import Measure, Remark
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.ui.inspector.entry import Entry, framed
from journeymapper.ui.inspector.field import title_at
from journeymapper.ui.inspector.form import Form
from journeymapper.ui.inspector.forms import LABELS
from journeymapper.ui.session import Session
from journeymapper.ui.texts import QT_TRANSLATE_NOOP


class RecordBlock(QWidget):
    """A small record under its label."""

    def __init__(self, session: Session, name: str, model: type[BaseModel], parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(QCoreApplication.translate("Form", LABELS[name]), self)
        label.setProperty("role", "field")
        frame, inner = framed(self)
        self._form = Form(session, model, frame)
        inner.addWidget(self._form)
        column.addWidget(label)
        column.addWidget(frame)

    def bind(self, path: ItemPath, record: str) -> None:
        self._form.bind(path, self._name)

    def reload(self) -> None:
        self._form.reload()


class RecordsBlock(QWidget):
    """Records by id, each in a frame of its own, and a button to add one."""

    def __init__(self, session: Session, name: str, model: type[BaseModel], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._name, self._model = session, name, model
        self._path: ItemPath = ()
        self._entries: dict[str, Entry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        add = QPushButton(QCoreApplication.translate("Form", _ADD[model]), self)
        add.setProperty("role", "quiet")
        add.clicked.connect(self.add)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def bind(self, path: ItemPath, record: str) -> None:
        self._path = (*path, *([record] if record else []), self._name)
        self.reload()

    def reload(self) -> None:
        held = self._held()
        if list(held) != list(self._entries):
            self._rebuild(list(held))
        for ident, entry in self._entries.items():
            entry.bind((*self._path, ident), held[ident])

    def add(self) -> None:
        """Add a record and begin to write in it."""
        begin = _BEGIN[self._model]()
        ident = fresh_id(self._name.rstrip("s"), self._held(), "item")
        self._session.do(self._label(_ADDED), partial(_with_record, path=self._path, ident=ident, record=begin))
        if ident in self._entries:
            self._entries[ident].begin()

    def _held(self) -> dict[str, BaseModel]:
        try:
            return dict(item_at(self._session.plan, self._path)) if self._path else {}
        except EditRefused:
            return {}

    def _rebuild(self, idents: list[str]) -> None:
        opened = {ident for ident, entry in self._entries.items() if entry.is_open}
        for entry in self._entries.values():
            entry.hide()
            entry.deleteLater()
        self._entries = {}
        for place, ident in enumerate(idents):
            entry = Entry(self._session, self._model, ident, self)
            entry.dropped.connect(self._drop)
            entry.set_open(ident in opened)
            self._column.insertWidget(place, entry)
            self._entries[ident] = entry

    def _drop(self, ident: str) -> None:
        self._session.do(self._label(_DROPPED), partial(without_item, path=(*self._path, ident)))

    def _label(self, pattern: str) -> str:
        what = QCoreApplication.translate("Form", LABELS[self._name]).lower()
        title = title_at(self._session.plan, self._path)
        return QCoreApplication.translate("Form", pattern).replace("%1", what).replace("%2", title)


def _measure() -> BaseModel:
    return Measure()


def _remark() -> BaseModel:
    return Remark(on=datetime.now().astimezone().date(), resolved=False)


def _with_record(plan: Plan, path: ItemPath, ident: str, record: BaseModel) -> Plan:
    return with_item(plan, (*path, ident), record)


_ADDED = QT_TRANSLATE_NOOP("Form", "add to %1 of “%2”")
_DROPPED = QT_TRANSLATE_NOOP("Form", "take from %1 of “%2”")
_ADD: dict[type[BaseModel], str] = {
    Measure: QT_TRANSLATE_NOOP("Form", "Add a measure"),
    Remark: QT_TRANSLATE_NOOP("Form", "Add a remark"),
}
_BEGIN: dict[type[BaseModel], Callable[[], BaseModel]] = {Measure: _measure, Remark: _remark}
