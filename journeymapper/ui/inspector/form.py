"""The form of one item: its fields in groups, some of them folded until somebody opens them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeymapper.model.finding import ItemPath
from journeymapper.ui.inspector.field import Field
from journeymapper.ui.inspector.forms import FORMS, LABELS, Section
from journeymapper.ui.inspector.kinds import kind_of
from journeymapper.ui.inspector.making import LINES
from journeymapper.ui.session import Session


class Form(QWidget):
    """All fields of one kind of item; `bind` says of which one."""

    link_chosen = Signal(str)

    def __init__(self, session: Session, model: type[BaseModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: ItemPath = ()
        self._record = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._groups = [_Group(session, model, section, self) for section in FORMS[model]]
        for group in self._groups:
            group.link_chosen.connect(self.link_chosen)
            column.addWidget(group)

    def bind(self, path: ItemPath, record: str = "") -> None:
        """Show the item at `path`, or its small `record`."""
        for group in self._groups:
            group.bind(path, record)

    def reload(self) -> None:
        """Show what the plan holds now."""
        for group in self._groups:
            group.reload()

    def fields(self) -> Iterator[Field]:
        """The fields that are made already."""
        for group in self._groups:
            yield from group.fields.values()

    def field(self, name: str) -> Field | None:
        """The field of that name, its group opened."""
        for group in self._groups:
            if name in group.names:
                group.unfold()
                return group.fields.get(name)
        return None


class _Bound(Protocol):
    """A field, or a block of facts with facts inside: both are bound to an item and reloaded."""

    def bind(self, path: ItemPath, record: str) -> None: ...

    def reload(self) -> None: ...


class _Group(QWidget):
    """Fields under a heading; they are made when the group is opened first."""

    link_chosen = Signal(str)

    def __init__(self, session: Session, model: type[BaseModel], section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model, self._section = session, model, section
        self._bound: tuple[ItemPath, str] | None = None
        self.fields: dict[str, Field] = {}
        self.blocks: list[_Bound] = []
        self.names = tuple(_names(section))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._head = self._heading() if section.title else None
        self._body = QWidget(self)
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(10)
        self._column.addWidget(self._body)
        self._body.setVisible(not section.folded)
        if not section.folded:
            self._make()

    def bind(self, path: ItemPath, record: str) -> None:
        self._bound = (path, record)
        for part in self._parts():
            part.bind(path, record)

    def reload(self) -> None:
        for part in self._parts():
            part.reload()

    def _parts(self) -> Iterator[_Bound]:
        yield from self.fields.values()
        yield from self.blocks

    def unfold(self) -> None:
        """Open the group."""
        if self._head is not None:
            self._head.setChecked(True)

    def _heading(self) -> QToolButton:
        head = QToolButton(self)
        head.setCheckable(True)
        head.setChecked(not self._section.folded)
        head.setText(QCoreApplication.translate("Form", self._section.title))
        head.setProperty("role", "section")
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setArrowType(Qt.ArrowType.RightArrow if self._section.folded else Qt.ArrowType.DownArrow)
        head.toggled.connect(self._fold)
        self._column.addWidget(head)
        return head

    def _fold(self, opened: bool) -> None:
        if opened and not self.fields and not self.blocks:
            self._make()
        if self._head is not None:
            self._head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._body.setVisible(opened)

    def _make(self) -> None:
        for row in self._section.rows:
            if isinstance(row, str):
                self._inner.addWidget(self._part(row))
            else:
                line = QHBoxLayout()
                line.setSpacing(8)
                for name in row:
                    line.addWidget(self._part(name), 1, Qt.AlignmentFlag.AlignTop)
                self._inner.addLayout(line)
        if self._bound is not None:
            self.bind(*self._bound)

    def _part(self, name: str) -> QWidget:
        """A field, or the block of a small record or of records."""
        from journeymapper.ui.inspector.blocks import RecordBlock, RecordsBlock  # blocks hold forms in their turn

        kind = kind_of(self._model, name)
        if kind.model is not None and name not in LINES:
            block = (RecordBlock if kind.shape == "record" else RecordsBlock)(self._session, name, kind.model, self)
            self.blocks.append(block)
            return block
        field = Field(self._session, self._model, name, self)
        field.link_chosen.connect(self.link_chosen)
        if self._section.title == LABELS[name]:
            field.label.hide()
        self.fields[name] = field
        return field


def _names(section: Section) -> Iterator[str]:
    for row in section.rows:
        yield from (row,) if isinstance(row, str) else row
