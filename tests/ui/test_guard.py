from __future__ import annotations

import sys
from types import TracebackType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymapper.ui.guard import guarded


class Broken(QWidget):
    @guarded(instead=QSize(7, 7))
    def sizeHint(self) -> QSize:
        raise ValueError("broken")


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    told: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return told


def test_an_exception_is_reported_and_qt_gets_an_answer(qtbot: QtBot, caught: list[BaseException]) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize(7, 7)
    assert [str(error) for error in caught] == ["broken"]


def test_what_goes_well_passes_through(caught: list[BaseException]) -> None:
    @guarded
    def add(first: int, second: int) -> int:
        return first + second

    assert add(2, second=3) == 5
    assert not caught
