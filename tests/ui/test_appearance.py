from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.ui.appearance import Appearance


def test_a_choice_is_put_on_told_and_remembered(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    appearance.choose("light")
    with qtbot.waitSignal(appearance.theme_changed) as told:
        appearance.choose("dark")
    assert told.args == [DARK]
    assert qapp.palette().window().color().name().upper() == DARK.hex("panel")
    again = Appearance(qapp)
    assert (again.choice, again.theme) == ("dark", DARK)
    again.choose("light")
    assert again.theme == LIGHT
    again.deleteLater()


def test_the_same_look_is_not_told_again(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.choose("dark")
    with qtbot.assertNotEmitted(appearance.theme_changed):
        appearance.choose("dark")


def test_the_system_is_followed_until_something_is_chosen(appearance: Appearance) -> None:
    appearance.choose("system")
    assert appearance.theme in (LIGHT, DARK)
    assert appearance.choice == "system"


def test_text_is_set_in_the_shipped_font(appearance: Appearance, qapp: QApplication) -> None:
    assert qapp.font().family() == "Inter"
