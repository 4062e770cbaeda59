from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.edits.deleting import delete_items
from journeymapper.model.plan import Plan
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session
from tests.ui.conftest import NewSession

PLAN = {
    "title": "Coffee",
    "journeys": {
        "box": {
            "title": "Try a box",
            "level": "micro",
            "starts": {"ad": "100%"},
            "interactions": {"ad": {"title": "Ad", "next": {"pay": "70%", "lost": "30%"}}, "pay": {"title": "Pays"}},
            "ends": {"lost": {"title": "Leaves", "outcome": "failure"}},
        },
        "life": {
            "title": "Life with us",
            "level": "macro",
            "interactions": {"try": {"title": "Tries", "opens": "box", "next": {"stay": None}}, "stay": {}},
        },
        "help": {"title": "Get help", "level": "micro"},
    },
}


@pytest.fixture
def session(new_session: NewSession) -> Session:
    return new_session(Plan.model_validate(PLAN))


@pytest.fixture
def focus(session: Session) -> Focus:
    return Focus(session, session)


def test_it_begins_at_the_macro_journey(focus: Focus) -> None:
    assert focus.journey == "life"
    assert focus.selection == frozenset()


def test_another_journey_is_shown_with_nothing_selected(focus: Focus, qtbot: QtBot) -> None:
    focus.select(["try"])
    with qtbot.waitSignals([focus.selection_changed, focus.journey_changed]):
        focus.show_journey("box")
    assert focus.journey == "box"
    assert focus.selection == frozenset()


def test_only_what_the_journey_has_can_be_selected(focus: Focus) -> None:
    focus.show_journey("box")
    focus.select(["ad", "ad>pay", "lost", "nothing", "pay>ad"])
    assert focus.selection == {"ad", "ad>pay", "lost"}
    assert focus.selected_interactions == ("ad",)


@pytest.mark.parametrize(
    ("path", "selected"),
    [
        (("journeys", "box", "interactions", "pay"), "pay"),
        (("journeys", "box", "interactions", "ad", "next", "lost"), "ad>lost"),
        (("journeys", "box", "interactions", "ad", "next", "gone", "share"), "ad"),
        (("journeys", "box", "interactions", "ad", "title"), "ad"),
        (("journeys", "box", "ends", "lost"), "lost"),
        (("journeys", "box", "starts", "ad"), "ad"),
    ],
)
def test_revealing_goes_to_the_item(focus: Focus, qtbot: QtBot, path: tuple[str, ...], selected: str) -> None:
    with qtbot.waitSignal(focus.reveal_asked) as asked:
        assert focus.reveal(path)
    assert focus.journey == "box"
    assert focus.selection == {selected}
    assert asked.args == [selected]


def test_what_is_in_no_journey_can_not_be_revealed(focus: Focus) -> None:
    assert not focus.reveal(("stages", "engagement"))
    assert not focus.reveal(("journeys", "gone"))
    assert focus.journey == "life"


def test_into_a_micro_journey_and_out_again(focus: Focus) -> None:
    focus.select(["stay"])
    assert focus.detail == ""
    focus.select(["try"])
    focus.go_in()
    assert focus.journey == "box"
    assert focus.opener == ("life", "try")
    focus.go_out()
    assert focus.journey == "life"
    assert focus.selection == {"try"}


def test_back_and_forward_through_visited_journeys(focus: Focus) -> None:
    focus.show_journey("box")
    focus.show_journey("help")
    assert not focus.can_go_forward
    focus.back()
    assert focus.journey == "box"
    focus.back()
    assert focus.journey == "life"
    assert not focus.can_go_back
    focus.forward()
    assert focus.journey == "box"
    focus.show_journey("life")
    assert not focus.can_go_forward


def test_what_an_edit_takes_away_is_not_looked_at_any_more(focus: Focus, session: Session) -> None:
    focus.show_journey("box")
    focus.select(["ad", "pay"])
    session.do("delete", lambda plan: delete_items(plan, [("journeys", "box", "interactions", "pay")]))
    assert focus.selection == {"ad"}
    session.do("delete", lambda plan: delete_items(plan, [("journeys", "box")]))
    assert focus.journey == "life"
    assert not focus.can_go_forward
    focus.back()
    assert focus.journey == "life"


def test_a_plan_without_journeys_shows_none(new_session: NewSession) -> None:
    session = new_session(Plan(title="Empty"))
    focus = Focus(session, session)
    assert focus.journey == ""
    assert focus.shown is None
    assert focus.opener is None
    focus.select(["any"])
    assert focus.selection == frozenset()
