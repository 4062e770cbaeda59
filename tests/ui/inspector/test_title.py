"""The title at the head of the inspector is finished with Enter and taken back with Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.ui.focus import Focus
from journeymapper.ui.inspector.panel import Inspector
from journeymapper.ui.session import Session

Open = Callable[..., tuple[Inspector, Session, Focus]]


def test_enter_finishes_a_title(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    inspector.edit("title")
    qtbot.keyClicks(inspector.title, "Looks in")
    with qtbot.waitSignal(inspector.done):
        qtbot.keyClick(inspector.title, Qt.Key.Key_Return)
    assert session.plan.journeys["visit"].interactions["see"].title == "Looks in"


def test_esc_takes_back_what_was_typed_in_a_title(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    before = session.plan
    inspector.edit("title")
    qtbot.keyClicks(inspector.title, "Looks in")
    with qtbot.waitSignal(inspector.done):
        qtbot.keyClick(inspector.title, Qt.Key.Key_Escape)
    assert session.plan == before
