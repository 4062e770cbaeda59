from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.model.finding import Finding
from journeymapper.ui.focus import Focus
from journeymapper.ui.panels.problem_rows import PLACE, RULE, SENTENCE
from journeymapper.ui.panels.problems import HEAD, ProblemsPanel
from tests.ui.conftest import NewSession

SEE = ("journeys", "visit", "interactions", "see")
BUY = ("journeys", "visit", "interactions", "buy")
FINDINGS = (
    Finding("JM201", "no-goal", "warning", "“Buys <i>a</i> cup” has no goal", (BUY,), "Because & so"),
    Finding("JM107", "share-unknown", "info", "Some shares are missing", (("stages", "engagement"), SEE)),
    Finding("JM102", "dead-end", "error", "“Sees us” leads nowhere", (SEE,), line=12),
)


@pytest.fixture
def panel(new_session: NewSession, qtbot: QtBot, plurals: None) -> ProblemsPanel:
    session = new_session()
    made = ProblemsPanel(session, Focus(session, session), LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    session.checked.emit(FINDINGS)
    return made


def shown_texts(panel: ProblemsPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


def test_the_worst_come_first_and_are_counted(panel: ProblemsPanel) -> None:
    rules = [panel.rows.index(row, RULE).data() for row in range(panel.rows.rowCount())]
    assert rules == ["JM102", "JM201", "JM107"]
    assert {"Problems", "1 error", "1 warning", "1 hint"} <= set(shown_texts(panel))
    assert panel.rows.index(0, PLACE).data() == "line 12"
    assert panel.rows.index(1, PLACE).data() == ""


def test_a_click_goes_to_the_place(panel: ProblemsPanel) -> None:
    at = panel.list.visualRect(panel.rows.index(1, SENTENCE)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert panel._focus.selection == {"buy"}


def test_enter_goes_to_the_place(panel: ProblemsPanel) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.rows.index(2, SENTENCE))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel._focus.selection == {"see"}  # the first item that the canvas can show


def test_next_problem_goes_round(panel: ProblemsPanel) -> None:
    visited = []
    for _ in range(4):
        panel.next_problem()
        visited.append(panel.list.currentIndex().row())
    assert visited == [0, 1, 2, 0]


def test_the_row_stays_while_findings_come_and_go(panel: ProblemsPanel) -> None:
    panel.list.setCurrentIndex(panel.rows.index(1, SENTENCE))
    panel._session.checked.emit(FINDINGS[:2])
    assert panel.list.currentIndex().row() == 0
    assert panel.list.currentIndex().data() == FINDINGS[0].message


def test_nothing_wrong_is_said(panel: ProblemsPanel) -> None:
    panel._session.checked.emit(())
    assert "No problems: nothing is wrong or missing." in shown_texts(panel)
    assert "1 error" not in shown_texts(panel)
    panel.next_problem()
    assert panel._focus.selection == frozenset()


def test_sentences_are_plain_text_in_tooltips_too(panel: ProblemsPanel) -> None:
    tip = panel.rows.index(1, SENTENCE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;a&lt;/i&gt;" in tip
    assert "Because &amp; so" in tip


def test_folding_leaves_the_header(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.folded):
        QTest.mouseClick(panel._fold, Qt.MouseButton.LeftButton)
    assert panel.is_folded
    assert panel.maximumHeight() == HEAD
    assert not panel.list.isVisible()
    panel.set_folded(folded=False)
    assert panel.list.isVisible()


def test_icons_change_with_the_theme(panel: ProblemsPanel) -> None:
    before = panel.rows.index(0, SENTENCE).data(Qt.ItemDataRole.DecorationRole).cacheKey()
    panel.set_theme(DARK)
    assert panel.rows.index(0, SENTENCE).data(Qt.ItemDataRole.DecorationRole).cacheKey() != before


def test_a_screen_reader_hears_the_severity(panel: ProblemsPanel) -> None:
    assert panel.rows.index(0, SENTENCE).data(Qt.ItemDataRole.AccessibleTextRole).startswith("error: ")
