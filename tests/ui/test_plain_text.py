"""Whatever stands in a plan is shown as plain text: a picture named in a title is never loaded."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.storage.recovery import keep
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.dialogs.questions import Choice
from journeymapper.ui.keeping.leftovers import examined, leftovers
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import settle

CANARY = "<img src=canary.png>"


@pytest.fixture
def rich(window: MainWindow, plan_file: Path, qtbot: QtBot) -> MainWindow:
    lines = plan_file.read_text(encoding="utf-8").split("\n")
    marked = [f"{line.partition('title: ')[0]}title: '{CANARY}'" if "title: " in line else line for line in lines]
    path = plan_file.with_name("<img src=canary.png>.journey.yaml")
    path.write_text("\n".join(marked), encoding="utf-8")
    window.files.load(path)
    window.opened.focus.show_journey("visit")
    window.opened.session.check()
    return window


def cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            found += [index, *cells(model, index)]
    return found


def tooltips(window: MainWindow) -> list[str]:
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            tips += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in cells(model)]
    return tips


def test_labels_and_tooltips_show_markup_as_it_is_written(rich: MainWindow, qtbot: QtBot) -> None:
    for selection in ([], ["see"], ["see>buy"], ["happy"]):
        rich.opened.focus.select(selection)
        rich.grab()
        for shown in rich.findChildren(QLabel):
            assert "<img" not in shown.text() or shown.textFormat() == Qt.TextFormat.PlainText
        assert not [tip for tip in tooltips(rich) if "<img" in tip]


def kept(rich: MainWindow) -> None:
    """Unsaved work with such texts is compared and offered."""
    session = rich.opened.session
    session.do("retitle", partial(set_field, path=(), field="title", raw=f"{CANARY}!"))
    keep(recovery_folder() / "kept", session.document, session.plan)
    (found,) = leftovers()
    leftover = examined(found)
    assert leftover
    rich.files.opening.compare(leftover)


def test_questions_and_reports_show_it_too(rich: MainWindow) -> None:
    rich.exports.ask()
    rich.files.write(Path("/nowhere/<img src=canary.png>"))
    settle()
    rich.show_unreadable(Path("/nowhere/<img src=canary.png>"), rich.opened.session.findings)
    rich.say(CANARY)
    rich.opened.banner.say("file", CANARY, Choice(CANARY))
    kept(rich)
    rich.start_page.refresh()
    settle()
    said = [shown for shown in rich.findChildren(QLabel) if "<img" in shown.text()]
    assert len(said) > 5
    assert all(shown.textFormat() == Qt.TextFormat.PlainText for shown in said)
