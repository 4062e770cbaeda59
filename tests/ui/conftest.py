"""What the tests of the window share: plans with a session, and settings that are empty at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.plurals import EnglishPlurals
from journeymapper.ui.session import Session
from tests.plans import cafe

NewSession = Callable[..., Session]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    QSettings("journeymapper", "journeymapper").clear()


@pytest.fixture
def plurals(qapp: QApplication) -> Iterator[None]:
    """Texts with a number as a reader sees them."""
    translator = EnglishPlurals()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def new_session(qtbot: QtBot) -> Iterator[NewSession]:
    """Makes a session on a plan that has no file."""
    made: list[Session] = []

    def make(plan: Plan | None = None) -> Session:
        made.append(Session(Document.new(plan or cafe())))
        return made[-1]

    yield make
    for session in made:
        session.deleteLater()
