"""The window as a person uses it: with keys, clicks and drops."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.model.plan import Plan
from journeymapper.ui.dialogs.unreadable import UnreadableDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.settings import add_recent, recent_plans
from tests.ui.conftest import settle

BUY = ("journeys", "visit", "interactions", "buy")


def rename(plan: Plan) -> Plan:
    return set_field(plan, BUY, "title", "Buys two cups")


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def question(window: MainWindow) -> QMessageBox:
    found = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert len(found) == 1
    return found[0]


def answer(window: MainWindow, text: str) -> None:
    box = question(window)
    button = next(each for each in box.buttons() if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_without_a_plan_only_what_can_act_is_enabled(window: MainWindow) -> None:
    enabled = {ident for ident, action in window.menus.actions.items() if action.isEnabled()}
    assert {"new", "open", "close", "quit", "keys", "about", "look_dark"} <= enabled
    assert not {"save", "save_as", "undo", "export", "add", "delete", "zoom_in", "next_problem", "outline"} & enabled


def test_a_plan_opens_and_is_remembered(opened: MainWindow, plan_file: Path) -> None:
    assert opened.windowTitle() == "cafe.journey.yaml[*] – journeymapper"
    assert not opened.isWindowModified()
    assert recent_plans() == [plan_file]
    assert opened.opened.status_bar.saved.text() == "✓ saved"


def test_new_begins_a_plan_that_can_be_drawn_in(window: MainWindow) -> None:
    press(window, Qt.Key.Key_N, CTRL)
    assert window.opened.session.plan.title == "New plan"
    assert window.menus.actions["save"].isEnabled()
    assert not window.isWindowModified()


def test_an_edit_marks_the_plan_and_undo_says_what_it_undoes(opened: MainWindow) -> None:
    opened.opened.session.do("rename “Buys & goes”", rename)
    assert opened.isWindowModified()
    assert opened.opened.status_bar.saved.text() == "● unsaved changes"
    assert opened.menus.actions["undo"].text() == "&Undo: rename “Buys && goes”"
    press(opened, Qt.Key.Key_Z, CTRL)
    assert not opened.isWindowModified()
    assert not opened.menus.actions["undo"].isEnabled()
    press(opened, Qt.Key.Key_Y, CTRL)
    assert opened.opened.session.plan.journeys["visit"].interactions["buy"].title == "Buys two cups"


def test_save_writes_only_what_changed(opened: MainWindow, plan_file: Path) -> None:
    before = plan_file.read_text(encoding="utf-8").splitlines()
    opened.opened.session.do("rename", rename)
    press(opened, Qt.Key.Key_S, CTRL)
    settle()
    after = plan_file.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["        title: Buys two cups"]
    assert not opened.isWindowModified()


def test_closing_asks_and_cancel_keeps_everything(opened: MainWindow) -> None:
    opened.opened.session.do("rename", rename)
    opened.close()
    assert opened.isVisible()
    assert "cafe.journey.yaml" in question(opened).text()
    answer(opened, "Cancel")
    assert opened.isVisible()
    assert opened.isWindowModified()


def test_closing_can_save(opened: MainWindow, plan_file: Path) -> None:
    opened.opened.session.do("rename", rename)
    opened.close()
    answer(opened, "Save")
    settle()
    assert not opened.isVisible()
    assert "Buys two cups" in plan_file.read_text(encoding="utf-8")


def test_closing_can_leave_the_file_as_it_is(opened: MainWindow, plan_file: Path) -> None:
    opened.opened.session.do("rename", rename)
    opened.close()
    answer(opened, "Don't save")
    assert not opened.isVisible()
    assert "Buys two cups" not in plan_file.read_text(encoding="utf-8")


def test_closing_asks_nothing_where_nothing_would_be_lost(opened: MainWindow) -> None:
    opened.close()
    assert not opened.isVisible()


def test_close_goes_back_to_the_start_page(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_W, CTRL)
    assert opened.workspace is None
    assert opened.pages.currentWidget() is opened.start_page
    assert opened.windowTitle() == "journeymapper"


def test_another_plan_is_opened_only_after_the_question(opened: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.journey.yaml"
    other.write_text("journeymapper: 1\ntitle: Other\n")
    opened.opened.session.do("rename", rename)
    opened.files.open_path(other)
    assert opened.opened.session.plan.title == "Café"
    answer(opened, "Don't save")
    assert opened.opened.session.plan.title == "Other"


def test_a_file_that_can_not_be_read_is_explained_and_the_plan_stays(opened: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.journey.yaml"
    broken.write_text("journeymapper: 1\ntitle: <b>B</b>\nstages: {}\nstages: {}\nabout: *stages\n")
    opened.files.open_path(broken)
    report = next(each for each in opened.findChildren(UnreadableDialog) if each.isVisible())
    texts = [each.text() for each in report.findChildren(QLabel)]
    assert {"4:1", "5:8"} <= set(texts)
    assert any("stages" in text for text in texts)
    assert opened.opened.session.plan.title == "Café"
    broken.write_text("journeymapper: 1\ntitle: Mended\n")
    again = next(each for each in report.findChildren(QPushButton) if each.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert opened.opened.session.plan.title == "Mended"


def test_a_failed_save_says_why_and_keeps_the_plan_unsaved(opened: MainWindow, plan_file: Path, tmp_path: Path) -> None:
    opened.opened.session.do("rename", rename)
    opened.files.write(tmp_path / "nowhere" / "plan.journey.yaml")
    settle()
    assert "the folder does not exist" in question(opened).text()
    answer(opened, "Cancel")
    assert opened.isWindowModified()
    assert "Buys two cups" not in plan_file.read_text(encoding="utf-8")


def test_recent_plans_are_offered_and_can_be_forgotten(window: MainWindow, plan_file: Path) -> None:
    add_recent(plan_file)
    window.refresh()
    window.recent.fill()
    first = window.recent.menu.actions()[0]
    assert plan_file.name in first.text()
    first.trigger()
    assert window.opened.session.path == plan_file
    window.menus.actions["forget_recent"].trigger()
    assert recent_plans() == []


def test_a_plan_dropped_on_the_window_opens(window: MainWindow, plan_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan_file))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dropEvent(drop)
    assert window.opened.session.path == plan_file


def test_the_start_page_opens_a_recent_plan(window: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    add_recent(plan_file)
    window.show_start()
    rows = [each for each in window.start_page.findChildren(QPushButton) if each.property("path") == str(plan_file)]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert window.opened.session.path == plan_file


@pytest.mark.parametrize(("ident", "name"), [("look_dark", "dark"), ("look_light", "light")])
def test_the_look_can_be_chosen(opened: MainWindow, ident: str, name: str) -> None:
    opened.menus.actions[ident].trigger()
    assert opened.appearance.theme.name == name
    assert opened.menus.actions[ident].isChecked()


def test_panels_are_hidden_by_keys_and_remembered(opened: MainWindow, plan_file: Path) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    press(opened, Qt.Key.Key_O, CTRL | shift)
    press(opened, Qt.Key.Key_M, CTRL | shift)
    assert opened.opened.shown_panels() == {"outline": False, "inspector": True, "problems": False}
    assert not opened.menus.actions["outline"].isChecked()
    opened.files.load(plan_file)
    assert opened.opened.shown_panels() == {"outline": False, "inspector": True, "problems": False}


def test_f6_goes_through_the_areas(opened: MainWindow) -> None:
    work = opened.opened
    visited = []
    for _ in range(4):
        press(opened, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        assert now
        areas = {"canvas": work.canvas, "inspector": work.inspector, "problems": work.problems, "tree": work.tree}
        visited.append(next(name for name, area in areas.items() if area is now or area.isAncestorOf(now)))
    assert visited == ["inspector", "problems", "tree", "canvas"]


def test_problems_are_gone_through_with_f8(opened: MainWindow, qtbot: QtBot) -> None:
    work = opened.opened
    work.session.do("no stage", lambda plan: set_field(plan, BUY, "stage", None))
    qtbot.waitUntil(lambda: "JM206" in {finding.rule for finding in work.session.findings})
    work.focus.show_journey("life")
    for _ in work.session.findings:
        press(opened, Qt.Key.Key_F8)
        current = work.problems._current()
        if current and current.rule == "JM206":
            break
    assert work.focus.journey == "visit"
    assert work.focus.selection == {"buy"}


def test_going_into_a_micro_journey_out_and_back(opened: MainWindow) -> None:
    focus = opened.opened.focus
    press(opened, Qt.Key.Key_Up, CTRL)
    assert focus.journey == "life"
    assert focus.selection == {"meet"}
    press(opened, Qt.Key.Key_Down, CTRL)
    assert focus.journey == "visit"
    press(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert focus.journey == "life"
    press(opened, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert focus.journey == "visit"


def test_the_sheet_of_keys_opens(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_F1)
    sheet = next(each for each in opened.findChildren(QDialog) if each.isVisible())
    texts = {each.text() for each in sheet.findChildren(QLabel)}
    assert {"Append interaction", "A, Ctrl+Enter", "Next problem", "F8"} <= texts
    sheet.reject()


def test_a_refused_edit_is_told_quietly(opened: MainWindow) -> None:
    opened.opened.session.refused.emit("That can't be done")
    assert opened.opened.notice.text == "That can't be done"
    assert not opened.opened.notice.isHidden()
