from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.preset import KEY, Preset, last_preset, remember_preset
from journeymapper.ui.settings import remember

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _own_dialogs(qapp: QApplication) -> None:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def export_dialog(window: MainWindow) -> ExportDialog:
    QTest.keyClick(window, Qt.Key.Key_E, CTRL | SHIFT)
    return next(each for each in window.findChildren(ExportDialog) if each.isVisible())


def write_to(window: MainWindow, path: Path) -> None:
    asking = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    asking.fileSelected.emit(str(path))
    asking.reject()


def test_a_preset_is_remembered() -> None:
    assert last_preset() == Preset()
    preset = Preset(format="png", scale=3.0, transparent=True, target="/a/b.png")
    remember_preset(preset)
    assert last_preset() == preset


@pytest.mark.parametrize("held", ["", "[]", "nonsense", '{"scale": "much"}'])
def test_what_makes_no_sense_is_forgotten(held: str) -> None:
    remember(KEY, held)
    assert last_preset() == Preset()


def test_a_preset_becomes_a_job() -> None:
    job = Preset(everything=True, page="a4", orientation="portrait").job("one", ("one", "two"), Path("/plans"))
    assert (job.journeys, job.page, job.landscape, job.folder) == (("one", "two"), "a4", False, Path("/plans"))
    assert Preset().job("one", ("one", "two"), None).journeys == ("one",)


def test_the_dialog_asks_what_matters_to_the_format(opened: MainWindow) -> None:
    dialog = export_dialog(opened)
    assert dialog.page.isVisible()
    assert not dialog.orientation.isVisible()
    dialog.page.setCurrentIndex(dialog.page.findData("a4"))
    assert dialog.orientation.isVisible()
    dialog.format.choose("png")
    assert dialog.scale.isVisible()
    assert dialog.transparent.isVisible()
    assert not dialog.page.isVisible()
    dialog.reject()


def test_exporting_writes_the_journey_and_can_be_done_again(opened: MainWindow, tmp_path: Path) -> None:
    assert not opened.menus.actions["export_again"].isEnabled()
    dialog = export_dialog(opened)
    dialog.format.choose("svg")
    dialog.theme.choose("dark")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    target = tmp_path / "visit.svg"
    write_to(opened, tmp_path / "visit")
    assert "Buys a cup" in target.read_text(encoding="utf-8")
    assert opened.opened.notice.text == f"Exported to {target}"
    target.unlink()
    QTest.keyClick(opened, Qt.Key.Key_E, CTRL)
    assert target.is_file()


def test_all_journeys_become_one_document(opened: MainWindow, tmp_path: Path) -> None:
    dialog = export_dialog(opened)
    dialog.what.choose("all")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    write_to(opened, tmp_path / "all.pdf")
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")


def test_a_failed_export_is_explained(opened: MainWindow, tmp_path: Path) -> None:
    dialog = export_dialog(opened)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    write_to(opened, tmp_path / "nowhere" / "x.pdf")
    box = next(each for each in opened.findChildren(QMessageBox) if each.isVisible())
    assert "the folder does not exist" in box.text()
    box.reject()
    assert last_preset() == Preset()


def test_what_was_written_before_a_failure_is_told(opened: MainWindow, tmp_path: Path) -> None:
    dialog = export_dialog(opened)
    dialog.format.choose("svg")
    dialog.what.choose("all")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (tmp_path / "all-visit.svg").mkdir()
    write_to(opened, tmp_path / "all.svg")
    question = opened.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "all-visit.svg' is a folder" in question.text()
    assert "all-life.svg" in question.informativeText()
    assert {label.textFormat() for label in question.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    question.reject()
