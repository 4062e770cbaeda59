"""A table of what differs between versions of a plan, item by item, and a dialog that shows it over its choices."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.compare.differences import Difference, Fact
from journeymapper.ui.dialogs.questions import Choice
from journeymapper.ui.labels import label

OPEN = 12
"""Items up to which their facts are shown at once."""
MOST = 500
"""Items that are listed; nobody reads more, and a table of ten thousand takes long."""


class DifferenceTable(QTreeWidget):
    """Each item in bold with what became of it in each version, its facts below."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([self.tr("Item"), *names])
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)
        self.setWordWrap(False)
        header = self.header()
        header.setSectionsMovable(False)
        for column in range(len(names) + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_differences(self, found: Sequence[Difference], *, with_origin: bool) -> None:
        """Fill the table; `with_origin` where the first version's column is that of what all come from."""
        self.clear()
        for difference in found[:MOST]:
            states = [self._state(state) for state in difference.states]
            row = QTreeWidgetItem(self, [self._name(difference), *([""] if with_origin else []), *states])
            _make_bold(row, self.columnCount())
            for fact in difference.facts:
                _add_fact(row, fact, with_origin=with_origin)
            row.setExpanded(len(found) <= OPEN or difference.is_clash)
        if len(found) > MOST:
            QTreeWidgetItem(self, [self.tr("… and %n more", "", len(found) - MOST)])
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)

    def _name(self, difference: Difference) -> str:
        return f"⚠ {difference.title}" if len(difference.states) > 1 and difference.is_clash else difference.title

    def _state(self, state: str) -> str:
        return {
            "added": self.tr("added"),
            "removed": self.tr("removed"),
            "changed": self.tr("changed"),
            "": self.tr("as before"),
        }[state]


class Comparison(NamedTuple):
    """What a dialog compares: the sentences above the table, the columns, and what differs."""

    title: str
    explanation: str
    columns: tuple[str, ...]
    found: tuple[Difference, ...]
    with_origin: bool = True


class ComparisonDialog(QDialog):
    """The table over the buttons; the first choice is the default, one without `act` only closes."""

    def __init__(self, compared: Comparison, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("What differs"))
        self.resize(900, 560)
        self._choices: dict[QPushButton, Choice] = {}
        self.table = DifferenceTable(compared.columns)
        self.table.show_differences(compared.found, with_origin=compared.with_origin)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(compared.title, "title", wraps=True))
        column.addWidget(label(compared.explanation, "quiet", wraps=True))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch()
        for choice in choices:
            row.addWidget(self._button(choice))
        column.addLayout(row)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text)
        button.setDefault(not self._choices)
        button.clicked.connect(self._answer)
        self._choices[button] = choice
        return button

    def _answer(self) -> None:
        pressed = self.sender()
        choice = self._choices.get(pressed) if isinstance(pressed, QPushButton) else None
        self.close()
        if choice and choice.act:
            choice.act()


def _make_bold(row: QTreeWidgetItem, columns: int) -> None:
    bold = QFont(row.font(0))
    bold.setWeight(QFont.Weight.DemiBold)
    row.setFont(0, bold)
    for column in range(columns):
        row.setToolTip(column, html.escape(row.text(column)))


def _add_fact(row: QTreeWidgetItem, fact: Fact, *, with_origin: bool) -> None:
    texts = [fact.name, *([fact.origin] if with_origin else []), *fact.versions]
    child = QTreeWidgetItem(row, [_in_one_line(text) for text in texts])
    for column, text in enumerate(texts):
        child.setToolTip(column, html.escape(text).replace("\n", "<br>"))


def _in_one_line(text: str) -> str:
    return " ".join(text.split()) or "–"
