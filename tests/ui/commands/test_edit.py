"""The Edit menu by its keys, as it acts on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.model.journey import Journey
from journeymapper.ui.commands.edit import path_of, spoken
from journeymapper.ui.main_window import MainWindow

NO = Qt.KeyboardModifier.NoModifier


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def visit(window: MainWindow) -> Journey:
    return window.opened.session.plan.journeys["visit"]


def test_a_new_interaction_stands_beside_the_selected_one_and_its_title_is_typed(opened: MainWindow) -> None:
    focus = opened.opened.focus
    focus.select(["buy"])
    press(opened, Qt.Key.Key_N)
    (made,) = focus.selection
    assert visit(opened).interactions[made].stage == "transaction"
    assert visit(opened).interactions[made].process == "sales"
    QTest.keyClicks(opened.opened.inspector.title, "Gets a cookie")
    assert visit(opened).interactions[made].title == "Gets a cookie"


def test_a_new_interaction_without_a_selection_stands_in_the_first_stage(opened: MainWindow) -> None:
    press(opened, Qt.Key.Key_N)
    (made,) = opened.opened.focus.selection
    assert visit(opened).interactions[made].stage == "engagement"
    assert visit(opened).interactions[made].process == "sales"


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_A, NO), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)]
)
def test_appending_connects(opened: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    opened.opened.focus.select(["buy"])
    press(opened, key, modifiers)
    (made,) = opened.opened.focus.selection
    assert made in visit(opened).interactions["buy"].next
    assert opened.menus.actions["undo"].text() == "&Undo: append to “Buys a cup”"
    opened.opened.session.undo()
    assert made not in visit(opened).interactions


@pytest.mark.parametrize(
    ("selection", "label"),
    [
        (["buy"], "delete “Buys a cup”"),
        (["see>gone"], "delete “Sees us → Leaves”"),
        (["see", "gone"], "delete 2 items"),
        (["see", "see>buy"], "delete 2 items"),
    ],
)
def test_delete_takes_links_along_and_is_undone(opened: MainWindow, selection: list[str], label: str) -> None:
    before = opened.opened.session.plan
    opened.opened.focus.select(selection)
    press(opened, Qt.Key.Key_Delete)
    assert opened.opened.session.history.undo_label == label
    left = {*visit(opened).interactions, *visit(opened).ends}
    for step in visit(opened).interactions.values():
        assert set(step.next) <= left
    assert opened.opened.focus.selection == frozenset()
    opened.opened.session.undo()
    assert opened.opened.session.plan is before


def test_two_selected_steps_are_connected(opened: MainWindow) -> None:
    focus = opened.opened.focus
    focus.select(["see", "happy"])
    press(opened, Qt.Key.Key_C)
    assert "happy" in visit(opened).interactions["see"].next
    assert focus.selection == {"see>happy"}


def test_what_is_connected_already_is_connected_the_other_way_or_refused(opened: MainWindow, qtbot: QtBot) -> None:
    focus, session = opened.opened.focus, opened.opened.session
    focus.select(["see", "buy"])
    with qtbot.waitSignal(session.refused):
        press(opened, Qt.Key.Key_C)
    assert opened.opened.notice.text
    focus.select(["see>buy"])
    press(opened, Qt.Key.Key_Delete)
    focus.select(["see", "buy"])
    press(opened, Qt.Key.Key_C)
    assert "buy" in visit(opened).interactions["see"].next


def test_select_all_and_none(opened: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(opened, Qt.Key.Key_A, control)
    assert opened.opened.focus.selection == {"see", "buy"}
    press(opened, Qt.Key.Key_A, control | Qt.KeyboardModifier.ShiftModifier)
    assert opened.opened.focus.selection == frozenset()


def test_f2_edits_the_title_even_when_the_inspector_is_hidden(opened: MainWindow, qtbot: QtBot) -> None:
    opened.menus.actions["inspector"].trigger()
    assert not opened.opened.inspector.isVisible()
    opened.opened.focus.select(["see"])
    press(opened, Qt.Key.Key_F2)
    qtbot.waitUntil(opened.opened.inspector.title.hasFocus)
    assert opened.opened.inspector.title.selectedText() == "Sees us"


def test_letters_typed_into_a_field_are_text(opened: MainWindow) -> None:
    opened.opened.focus.select(["see"])
    press(opened, Qt.Key.Key_F2)
    before = set(visit(opened).interactions)
    QTest.keyClicks(opened.opened.inspector.title, "Anc")
    press(opened, Qt.Key.Key_Backspace)
    assert visit(opened).interactions["see"].title == "An"
    assert set(visit(opened).interactions) == before


def test_items_of_a_journey_have_paths_and_names(opened: MainWindow) -> None:
    held = visit(opened)
    assert path_of("visit", held, "see") == ("journeys", "visit", "interactions", "see")
    assert path_of("visit", held, "gone") == ("journeys", "visit", "ends", "gone")
    assert path_of("visit", held, "see>buy") == ("journeys", "visit", "interactions", "see", "next", "buy")
    assert spoken(held, "see>gone") == "Sees us → Leaves"


def test_an_event_is_detailed_and_its_journey_shown(opened: MainWindow) -> None:
    focus = opened.opened.focus
    focus.show_journey("life")
    focus.select(["meet"])
    assert not opened.menus.actions["detail"].isEnabled()
    focus.select(["stay"])
    opened.menus.actions["detail"].trigger()
    assert focus.journey == "stays"
    assert focus.opener == ("life", "stay")
    opened.opened.session.undo()
    assert focus.journey == "life"


def test_a_new_journey_is_shown_and_its_title_typed(opened: MainWindow) -> None:
    opened.menus.actions["add_journey"].trigger()
    assert opened.opened.focus.journey == "new-journey"
    QTest.keyClicks(opened.opened.inspector.title, "Gets help")
    assert opened.opened.session.plan.journeys["new-journey"].title == "Gets help"


def test_connecting_with_one_selected_asks_for_its_target(opened: MainWindow) -> None:
    opened.opened.focus.select(["see"])
    press(opened, Qt.Key.Key_C)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert opened.opened.inspector.isAncestorOf(focused)
