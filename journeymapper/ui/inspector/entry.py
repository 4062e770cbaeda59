"""One record among several: a line that says what it is, and its form where it is opened."""

from __future__ import annotations

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeymapper.model.facts import Measure, Remark
from journeymapper.model.finding import ItemPath
from journeymapper.ui.inspector.editors.elided import ElidedButton
from journeymapper.ui.inspector.form import Form
from journeymapper.ui.labels import label
from journeymapper.ui.session import Session


class Entry(QWidget):
    """A record by id; its form is made when it is opened first."""

    dropped = Signal(str)

    def __init__(self, session: Session, model: type[BaseModel], ident: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model, self._ident = session, model, ident
        self._path: ItemPath = ()
        self._text = ident
        self._form: Form | None = None
        self._frame, self._inner = framed(self)
        self._head = ElidedButton(self._frame)
        self._head.setCheckable(True)
        self._head.toggled.connect(self.set_open)
        self._drop = QToolButton(self._frame)
        self._drop.setText("×")
        self._drop.setProperty("role", "drop")
        self._drop.clicked.connect(self._ask_to_drop)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._figures = label("", "quiet")
        row.addWidget(self._head, 1)
        row.addWidget(self._figures)
        row.addWidget(self._drop)
        self._inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self._head.isChecked()

    def bind(self, path: ItemPath, record: BaseModel) -> None:
        """Show the record that stands at `path`."""
        self._path = path
        self._text = summary(record) or self._ident
        self._figures.setText(figures(record))
        self._show_text()
        self._drop.setAccessibleName(QCoreApplication.translate("Form", "Take away %s").replace("%s", self._text))
        if self._form is not None:
            self._form.bind(path)

    def set_open(self, opened: bool) -> None:
        """Show the form, or only the line."""
        self._head.setChecked(opened)
        self._show_text()
        if opened and self._form is None:
            self._form = Form(self._session, self._model, self._frame)
            self._inner.addWidget(self._form)
            if self._path:
                self._form.bind(self._path)
        if self._form is not None:
            self._form.setVisible(opened)

    def _show_text(self) -> None:
        self._head.set_whole(f"{'▾' if self.is_open else '▸'}  {self._text}")

    def begin(self) -> None:
        """Open the form with the cursor in its first field."""
        self.set_open(True)
        first = next(iter(self._form.fields()), None) if self._form else None
        if first is not None:
            first.editor.setFocus()

    def _ask_to_drop(self) -> None:
        self.dropped.emit(self._ident)


def summary(record: BaseModel) -> str:
    """A record in a few words: a measure's title, who remarks what."""
    if isinstance(record, Remark):
        return " · ".join(part for part in (record.by, record.text) if part)
    return str(getattr(record, "title", None) or "")


def figures(record: BaseModel) -> str:
    """A measure's figures: what is and what is aimed at."""
    if not isinstance(record, Measure):
        return ""
    return " → ".join(str(part) for part in (record.now, record.target) if part is not None)


def framed(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    """A frame around a group of facts, and the column inside it."""
    frame = QFrame(parent)
    frame.setProperty("role", "group")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(6, 4, 4, 4)
    inner.setSpacing(6)
    return frame, inner
