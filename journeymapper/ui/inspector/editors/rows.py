"""The editor for values by id: a line for each, such as a link with its share or a feeling by segment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QToolButton, QVBoxLayout

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.values import Target
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.editors.elided import ElidedButton
from journeymapper.ui.inspector.editors.library import choices, title_of
from journeymapper.ui.inspector.editors.reference import ChoiceBox
from journeymapper.ui.inspector.place import written

Held = Mapping[str, Any]


class RowsEditor(Editor):
    """A map of values by id. With `main`, the values are records of which that field is shown."""

    chosen = Signal(str)
    """The id of a line whose title was clicked."""

    def __init__(self, to: Target | None, *, main: str = "", example: str = "", fresh: Any = None) -> None:
        super().__init__()
        self._to, self._main, self._example, self._fresh = to, main, example, fresh
        self._value: Held = {}
        self._shown: list[tuple[str, str]] | None = None
        self._lines: dict[str, QLineEdit] = {}
        self.path: ItemPath = ()
        self._frame = QFrame(self)
        self._frame.setProperty("role", "rows")
        self._grid = QGridLayout(self._frame)
        self._grid.setContentsMargins(0, 2, 4, 2)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.box = ChoiceBox(self, closed=to is not None)
        self.box.line.setPlaceholderText(QCoreApplication.translate("Form", "Add …"))
        self.box.picked.connect(self._add)
        self.box.unknown.connect(self._add_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._frame)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def load(self, value: Any, plan: Plan) -> None:
        self._value = value or {}
        offered = choices(plan, self.path, self._to) if self._to else []
        here = str(self.path[3]) if len(self.path) > 3 else ""
        free = [choice for choice in offered if choice[0] not in self._value and choice[0] != here]
        self.box.offer(free, "", "")
        self.box.setVisible(bool(free) or self._to is None)
        titles = [(ident, self.name_of(ident, plan)) for ident in self._value]
        if titles != self._shown:
            self._rebuild(titles)
        for ident, line in self._lines.items():
            text = self._text(ident)
            if line.text() != text and not (line.hasFocus() and line.isModified()):
                line.setText(text)

    def name_of(self, ident: str, plan: Plan) -> str:
        """What stands before the value of an id."""
        return title_of(plan, self.path, self._to, ident) if self._to else ident

    def _text(self, ident: str) -> str:
        held = self._value[ident]
        if isinstance(held, BaseModel):
            held = getattr(held, self._main)
        shown = written(held)
        return ", ".join(f"{key} {_share(part)}" for key, part in shown.items()) if isinstance(shown, dict) else shown

    def _rebuild(self, titles: list[tuple[str, str]]) -> None:
        self._shown = titles
        self._lines = {}
        while (taken := self._grid.takeAt(0)) is not None:
            gone = taken.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for row, (ident, title) in enumerate(titles):
            self._add_row(row, ident, title)
        self._frame.setVisible(bool(titles))

    def _add_row(self, row: int, ident: str, title: str) -> None:
        name = ElidedButton(self._frame)
        name.set_whole(title)
        if self._main:
            name.clicked.connect(self._choose)
        else:
            name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name.setProperty("ident", ident)
        line = QLineEdit(self._frame)
        line.setProperty("role", "cell")
        line.setProperty("ident", ident)
        line.setPlaceholderText(self._example or "?")
        line.setAccessibleName(title)
        line.setAlignment(Qt.AlignmentFlag.AlignRight if self._to or self._main else Qt.AlignmentFlag.AlignLeft)
        line.setFixedWidth(72 if self._to or self._main else 150)
        line.editingFinished.connect(self._finish)
        self._lines[ident] = line
        drop = QToolButton(self._frame)
        drop.setText("×")
        drop.setProperty("role", "drop")
        drop.setProperty("ident", ident)
        drop.setAccessibleName(QCoreApplication.translate("Form", "Take away %s").replace("%s", title))
        drop.clicked.connect(self._drop)
        for column, widget in enumerate((name, line, drop)):
            self._grid.addWidget(widget, row, column)

    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("ident")))

    def _drop(self) -> None:
        self.drop(str(self.sender().property("ident")))

    def drop(self, gone: str) -> None:
        """Take an id away."""
        self.committed.emit({ident: held for ident, held in self._value.items() if ident != gone})

    def _finish(self) -> None:
        line = self.sender()
        ident = str(line.property("ident"))
        if not isinstance(line, QLineEdit) or ident not in self._value or line.text().strip() == self._text(ident):
            return
        self.committed.emit({**self._value, ident: self._read(ident, line.text().strip())})
        line.setModified(False)

    def _read(self, ident: str, text: str) -> Any:
        held = self._value[ident]
        if isinstance(held, BaseModel):
            facts = {name: part for name, part in held.__dict__.items() if part is not None}
            return {**facts, **(held.__pydantic_extra__ or {}), self._main: text or None}
        if isinstance(held, Mapping):
            pairs = (part.rsplit(maxsplit=1) for part in text.split(",") if part.strip())
            return {pair[0]: pair[1] if len(pair) > 1 else None for pair in pairs}
        return text or None

    def _add(self, ident: str) -> None:
        if not ident or ident in self._value:
            return
        self.committed.emit({**self._value, ident: self._fresh})

    def _add_text(self, text: str) -> None:
        if self._to is None:
            self.add_text(text)

    def add_text(self, text: str) -> None:
        """Add what was typed."""
        self._add(text)


def _share(part: Any) -> Any:
    return part.get("share", "") if isinstance(part, dict) else part
