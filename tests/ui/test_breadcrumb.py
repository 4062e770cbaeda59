from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.model.plan import Plan
from journeymapper.ui.breadcrumb import SHORTEST, Breadcrumb, shares_of_room, trail
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session
from tests.ui.conftest import NewSession

PLAN = {
    "title": "Coffee & tea",
    "journeys": {
        "life": {"title": "Life with us", "level": "macro", "interactions": {"try": {"opens": "box"}}},
        "box": {"title": "Try a box", "interactions": {"call": {"opens": "phone"}, "again": {"opens": "box"}}},
        "phone": {"title": "On the phone", "interactions": {"back": {"opens": "life"}}},
    },
}


@pytest.fixture
def session(new_session: NewSession) -> Session:
    return new_session(Plan.model_validate(PLAN))


@pytest.fixture
def crumbs(session: Session, qtbot: QtBot) -> Breadcrumb:
    made = Breadcrumb(session, Focus(session, session))
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def texts(crumbs: Breadcrumb) -> list[str]:
    return [crumb.text() for crumb in crumbs.crumbs]


def test_the_trail_leads_down_and_ends_where_journeys_open_each_other(session: Session) -> None:
    assert trail(session, "box") == ["phone", "life", "box"]
    assert trail(session, "phone") == ["life", "box", "phone"]
    assert trail(session, "") == []


def test_it_shows_the_way_from_the_plan(crumbs: Breadcrumb) -> None:
    assert texts(crumbs)[0] == "Coffee && tea"
    assert texts(crumbs)[-1] == "Life with us"
    crumbs._focus.show_journey("box")
    assert texts(crumbs)[-1] == "Try a box"


def test_a_click_goes_to_the_journey_above(crumbs: Breadcrumb) -> None:
    crumbs._focus.show_journey("box")
    above = next(crumb for crumb in crumbs.crumbs[1:] if crumb.text() == "Life with us")
    QTest.mouseClick(above, Qt.MouseButton.LeftButton)
    assert crumbs._focus.journey == "life"
    assert [crumb.isChecked() for crumb in crumbs.crumbs][-1]


def test_it_follows_new_titles(crumbs: Breadcrumb, session: Session) -> None:
    session.do("rename", lambda plan: set_field(plan, ("journeys", "life"), "title", "A life"))
    assert texts(crumbs)[-1] == "A life"


def test_long_titles_are_shortened_and_told_in_full(crumbs: Breadcrumb, session: Session, qtbot: QtBot) -> None:
    title = "A journey <b>with</b> a title that is longer than anybody would like it to be, and then some"
    session.do("rename", lambda plan: set_field(plan, ("journeys", "life"), "title", title))
    crumbs.resize(300, 40)
    qtbot.waitUntil(lambda: "…" in texts(crumbs)[-1])
    assert crumbs.crumbs[-1].toolTip().startswith("A journey &lt;b&gt;with")
    assert crumbs.crumbs[-1].accessibleName() == title


@given(st.lists(st.integers(10, 900), min_size=1, max_size=5), st.integers(100, 1200))
def test_room_is_shared_so_that_the_longest_give_way(widths: list[int], room: int) -> None:
    shared = shares_of_room(widths, room)
    assert all(given <= wanted for given, wanted in zip(shared, widths, strict=True))
    assert sum(shared) <= room or max(shared) <= SHORTEST
    if sum(widths) <= room:
        assert shared == widths
