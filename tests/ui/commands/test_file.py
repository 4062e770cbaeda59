from __future__ import annotations

import html
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.storage import versions
from journeymapper.storage.reading import read_plan
from journeymapper.ui.commands.file import file_name, with_suffix
from journeymapper.ui.keeping.leftovers import leftovers
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.keeping.conftest import press, question

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _own_dialogs(qapp: QApplication) -> None:
    """The system's own file dialogs can't be driven by a test."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def dialog(window: MainWindow) -> QFileDialog:
    return next(each for each in window.findChildren(QFileDialog) if each.isVisible())


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plan", "plan.journey.yaml"),
        ("plan.v2", "plan.v2.journey.yaml"),
        ("plan.journey.yaml", "plan.journey.yaml"),
        ("plan.YML", "plan.YML"),
    ],
)
def test_the_suffix_of_plans_is_added(name: str, written: str) -> None:
    assert with_suffix(Path(name)).name == written


def test_a_new_plan_is_named_after_its_title() -> None:
    assert file_name("Coffee & more") == "coffee-more.journey.yaml"
    assert file_name("咖啡") == "plan.journey.yaml"


def test_a_new_plan_asks_where_and_is_kept_there(window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    asking = dialog(window)
    assert asking.selectedFiles()[0].endswith("new-plan.journey.yaml")
    asking.fileSelected.emit(str(tmp_path / "mine"))
    asking.reject()
    settle()
    assert window.opened.session.path == tmp_path / "mine.journey.yaml"
    reading = read_plan(tmp_path / "mine.journey.yaml")
    assert reading.document
    assert reading.document.plan == window.opened.session.plan
    assert window.opened.session.is_saved


def test_save_as_leaves_the_old_file_and_goes_on_with_the_new(opened: MainWindow, plan_file: Path) -> None:
    before = plan_file.read_bytes()
    QTest.keyClick(opened, Qt.Key.Key_S, CTRL | SHIFT)
    asking = dialog(opened)
    asking.fileSelected.emit(str(plan_file.with_name("copy.journey.yaml")))
    asking.reject()
    settle()
    assert plan_file.read_bytes() == before
    assert opened.opened.session.path == plan_file.with_name("copy.journey.yaml")
    assert opened.opened.status_bar.file.text() == "copy.journey.yaml"


def test_open_asks_which(window: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_O, CTRL)
    asking = dialog(window)
    asking.fileSelected.emit(str(plan_file))
    asking.reject()
    assert window.opened.session.path == plan_file


@pytest.fixture
def variant(plan_file: Path) -> Path:
    path = plan_file.with_name("b.journey.yaml")
    path.write_text(f"journeymapper: 1\nextends: {plan_file.name}\ntitle: Plan B\n", encoding="utf-8")
    return path


def test_a_variant_is_read_only_and_says_why(window: MainWindow, variant: Path) -> None:
    window.files.load(variant)
    work = window.opened
    work.session.do("retitle", partial(set_field, path=(), field="title", raw="Plan C"))
    assert not window.menus.actions["save"].isEnabled()
    assert work.status_bar.saved.text() == "read-only"
    assert "variant of 'cafe.journey.yaml'" in html.unescape(work.status_bar.saved.toolTip())


def test_a_variant_can_be_saved_as_a_plan_of_its_own(window: MainWindow, variant: Path, tmp_path: Path) -> None:
    window.files.load(variant)
    before = variant.read_bytes()
    session = window.opened.session
    session.do("retitle", partial(set_field, path=(), field="title", raw="Plan C"))
    window.menus.actions["save_as"].trigger()
    asking = dialog(window)
    assert asking.selectedFiles()[0].endswith("plan-c.journey.yaml")
    asking.fileSelected.emit(str(tmp_path / "own"))
    asking.reject()
    settle()
    assert variant.read_bytes() == before
    assert session.path == tmp_path / "own.journey.yaml"
    assert session.is_saved
    assert not session.is_read_only
    session.do("retitle", partial(set_field, path=(), field="title", raw="Plan D"))
    window.menus.actions["save"].trigger()
    settle()
    saved = read_plan(tmp_path / "own.journey.yaml").document
    assert saved is not None
    assert (saved.plan.title, saved.plan.extends) == ("Plan D", None)


def test_what_was_given_up_for_a_plan_that_can_not_be_opened_is_still_wanted(
    opened: MainWindow, tmp_path: Path
) -> None:
    work = opened.opened
    work.session.do("retitle", partial(set_field, path=(), field="title", raw="Unsaved"))
    opened.files.open_path(tmp_path / "nothing.journey.yaml")
    press(question(opened), "Don't save")
    assert opened.opened is work
    work.journal.flush()
    opened.close_without_asking()
    assert [kept.title for kept in leftovers()] == ["Unsaved"]


@pytest.fixture
def typing(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in which a cost is being typed, without the line being left."""
    opened.opened.focus.select(["buy"])
    opened.opened.edit("cost")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "7.25")
    return opened


def test_saving_takes_what_is_still_being_typed(typing: MainWindow, plan_file: Path) -> None:
    line = QApplication.focusWidget()
    QTest.keyClick(typing, Qt.Key.Key_S, CTRL)
    settle()
    assert "7.25" in plan_file.read_text(encoding="utf-8")
    assert QApplication.focusWidget() is line


def test_closing_asks_about_what_is_still_being_typed(typing: MainWindow) -> None:
    typing.close()
    assert typing.isVisible()
    question = next(each for each in typing.findChildren(QMessageBox) if each.isVisible())
    question.reject()


def test_a_plan_in_an_older_format_says_so_once_and_is_brought_forward_by_a_save(
    window: MainWindow, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "UPGRADES", {0: dict})
    current = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(current.replace("journeymapper: 1", "journeymapper: 0  # old"), encoding="utf-8")
    window.files.load(plan_file)
    assert window.opened.notice.text == "Written in format 0; the next save will write it in format 1."
    window.files.save()
    settle()
    assert plan_file.read_text(encoding="utf-8") == current.replace("journeymapper: 1", "journeymapper: 1  # old")
    window.files.load(plan_file)
    assert window.opened.notice.text == ""
