"""A window on a plan whose file somebody else changes, and what its dialogs show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QTreeWidgetItem, QWidget

from journeymapper.edits.fields import set_field
from journeymapper.model.plan import Plan
from journeymapper.ui.keeping.comparison import ComparisonDialog
from journeymapper.ui.main_window import MainWindow

BUY = ("journeys", "visit", "interactions", "buy")


def rename(plan: Plan) -> Plan:
    return set_field(plan, BUY, "title", "Buys two cups")


def title_of(window: MainWindow, ident: str) -> str | None:
    return window.opened.session.plan.journeys["visit"].interactions[ident].title


def press(widget: QWidget, text: str) -> None:
    """Click the visible button of that text."""
    found = [each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    assert found, f"no button '{text}': {[each.text() for each in widget.findChildren(QPushButton)]}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def open_dialog(window: QWidget, kind: type[QDialog] = QDialog) -> QDialog:
    (found,) = [each for each in window.findChildren(kind) if each.isVisible()]
    return found


def question(window: QWidget) -> QMessageBox:
    found = open_dialog(window, QMessageBox)
    assert isinstance(found, QMessageBox)
    return found


def comparison(window: QWidget) -> ComparisonDialog:
    found = open_dialog(window, ComparisonDialog)
    assert isinstance(found, ComparisonDialog)
    return found


def table(dialog: ComparisonDialog) -> list[list[str]]:
    """The rows of a comparison, those of facts below their item."""
    columns = range(dialog.table.columnCount())
    rows: list[QTreeWidgetItem] = []
    for place in range(dialog.table.topLevelItemCount()):
        item = dialog.table.topLevelItem(place)
        assert item
        children = [item.child(number) for number in range(item.childCount())]
        rows += [item, *(child for child in children if child)]
    return [[row.text(column) for column in columns] for row in rows]


Change = Callable[[str, str], str]


@pytest.fixture
def change(plan_file: Path) -> Change:
    """Does in the file what an editor would do; gives the text that it holds then."""

    def do(old: str, new: str) -> str:
        text = plan_file.read_text(encoding="utf-8").replace(old, new)
        plan_file.write_text(text, encoding="utf-8")
        return text

    return do
