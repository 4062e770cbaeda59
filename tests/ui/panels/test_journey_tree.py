from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.model.plan import Plan
from journeymapper.ui.focus import Focus
from journeymapper.ui.panels.journey_tree import JOURNEY, JourneyTree
from journeymapper.ui.session import Session
from tests.ui.conftest import NewSession

PLAN: dict[str, Any] = {
    "title": "Coffee",
    "journeys": {
        "life": {"title": "Life <b>with</b> us", "level": "macro", "interactions": {"try": {"opens": "box"}}},
        "box": {"title": "Try a box", "level": "micro", "interactions": {"a": {}, "b": {}}},
        "lonely": {"title": "Lonely", "level": "micro"},
    },
}


@pytest.fixture
def session(new_session: NewSession) -> Session:
    return new_session(Plan.model_validate(PLAN))


@pytest.fixture
def tree(session: Session, qtbot: QtBot) -> JourneyTree:
    made = JourneyTree(session, Focus(session, session))
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    return made


def rows(tree: JourneyTree, parent: QModelIndex | None = None) -> list[Any]:
    model = tree.model()
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append([index.data(), model.index(row, 1, parent).data(), *rows(tree, index)])
    return found


def index_of(tree: JourneyTree, journey: str) -> QModelIndex:
    return next(index for index in tree._indexes() if index.data(JOURNEY) == journey)


def test_it_shows_journeys_with_their_details_and_counts(tree: JourneyTree) -> None:
    assert rows(tree) == [
        ["Life <b>with</b> us", "1", ["Try a box", "2"]],
        ["Not opened by any event", None, ["Lonely", "0"]],
    ]
    assert tree.currentIndex().data(JOURNEY) == "life"


def test_a_click_goes_to_the_journey(tree: JourneyTree) -> None:
    place = tree.visualRect(index_of(tree, "box")).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert tree._focus.journey == "box"


def test_arrow_keys_go_from_journey_to_journey(tree: JourneyTree) -> None:
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree._focus.journey == "box"
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert tree._focus.journey == "life"


def test_it_marks_where_one_is(tree: JourneyTree) -> None:
    tree._focus.show_journey("lonely")
    assert tree.currentIndex().data(JOURNEY) == "lonely"


def test_it_follows_the_plan_and_keeps_what_was_closed(tree: JourneyTree, session: Session) -> None:
    tree.collapse(index_of(tree, "life"))
    session.do("rename", lambda plan: set_field(plan, ("journeys", "lonely"), "title", "Not so lonely"))
    assert rows(tree)[1][2] == ["Not so lonely", "0"]
    assert not tree.isExpanded(index_of(tree, "life"))
    assert tree._focus.journey == "life"
    session.undo()
    assert rows(tree)[1][2] == ["Lonely", "0"]


def test_tooltips_are_no_rich_text(tree: JourneyTree) -> None:
    assert index_of(tree, "life").data(Qt.ItemDataRole.ToolTipRole) == "Life &lt;b&gt;with&lt;/b&gt; us"
