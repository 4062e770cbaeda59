"""The table of actions: no key means two things, everything can be done, and every fact is one of the situation."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from journeymapper.ui.actions import MENUS, Action, all_actions
from journeymapper.ui.commands.edit import EditCommands
from journeymapper.ui.commands.file import FileCommands
from journeymapper.ui.commands.go import GoCommands
from journeymapper.ui.commands.help import HelpCommands
from journeymapper.ui.commands.view import ViewCommands
from journeymapper.ui.situation import Situation

COMMANDS = {
    "file": FileCommands,
    "edit": EditCommands,
    "view": ViewCommands,
    "go": GoCommands,
    "help": HelpCommands,
}


def test_no_key_and_no_id_is_used_twice() -> None:
    keys = Counter(key for action in all_actions() for key in action.keys)
    idents = Counter(action.id for action in all_actions())
    assert not [key for key, count in keys.items() if count > 1]
    assert not [ident for ident, count in idents.items() if count > 1]


@pytest.mark.parametrize("key", [key for action in all_actions() for key in action.keys])
def test_every_key_is_one_that_qt_knows(key: str) -> None:
    assert not QKeySequence(key).isEmpty()
    assert QKeySequence(key).toString() in (key, key.replace("Delete", "Del"))


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.id)
def test_every_action_has_a_method(menu: object) -> None:
    for shown in MENUS:
        for action in filter(None, shown.rows):
            assert callable(getattr(COMMANDS[shown.id], action.id))


@pytest.mark.parametrize("action", list(all_actions()), ids=lambda action: action.id)
def test_what_an_action_depends_on_is_a_fact(action: Action) -> None:
    assert not action.when or hasattr(Situation(), action.when)
    assert not action.names or hasattr(Situation(), action.names)


def test_single_letters_act_on_the_canvas_only() -> None:
    for action in all_actions():
        if any(len(key) == 1 or key in ("Delete", "Backspace") for key in action.keys):
            assert action.on_canvas, action.id


def test_mnemonics_of_a_menu_differ() -> None:
    for menu in MENUS:
        letters = Counter(row.text[row.text.index("&") + 1].lower() for row in menu.rows if row and "&" in row.text)
        assert not [letter for letter, count in letters.items() if count > 1], menu.id


def test_the_situation_counts_what_is_selected() -> None:
    assert Situation(selected=1, selected_interactions=1, selected_steps=1).one
    assert not Situation(selected=2, selected_interactions=1, selected_steps=2).one
    assert Situation(selected=2, selected_interactions=1, selected_steps=2).pair
    assert not Situation(selected=2, selected_interactions=0, selected_steps=2).pair
    assert not Situation(selected=3, selected_interactions=2, selected_steps=2).pair
