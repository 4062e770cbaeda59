"""What the tests of the window share: plans with a session, and settings that are empty at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.storage.writing import canonical
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.keeping.background import background
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.plurals import EnglishPlurals
from journeymapper.ui.session import Session
from tests.plans import cafe

NewSession = Callable[..., Session]


@pytest.fixture(autouse=True)
def _nothing_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-of-programs"))
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


@pytest.fixture
def appearance(qapp: QApplication, plurals: None) -> Iterator[Appearance]:
    """The look that windows share; the application looks as before afterwards."""
    font, colours, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = Appearance(qapp)
    yield made
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(colours)
    qapp.setFont(font)


@pytest.fixture
def window(appearance: Appearance, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the start page."""
    made = MainWindow(appearance)
    made.show_start()
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_without_asking()
    made.deleteLater()


def settle() -> None:
    """Wait for what is done in the background, and for what comes of it."""
    for _ in range(3):  # what is done may ask for more
        background().drain()
        QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def _nothing_in_the_background() -> Iterator[None]:
    yield
    background().drain()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A plan on the disk: the macro journey "life" with the micro journey "visit" under its first event."""
    plan = cafe()
    life = Journey.model_validate(
        {
            "title": "Life with us",
            "level": "macro",
            "starts": {"meet": "100%"},
            "conversion": "stay",
            "interactions": {
                "meet": {
                    "title": "Meets us",
                    "stage": "engagement",
                    "opens": "visit",
                    "next": {"stay": "40%", "off": "60%"},
                },
                "stay": {"title": "Stays", "stage": "transaction", "next": {"won": "100%"}},
            },
            "ends": {"won": {"outcome": "success"}, "off": {"outcome": "failure"}},
        }
    )
    journeys = FrozenMap({"life": life, **plan.journeys})
    path = tmp_path / "cafe.journey.yaml"
    path.write_text(canonical(plan.model_copy(update={"journeys": journeys})), encoding="utf-8")
    return path


@pytest.fixture
def opened(window: MainWindow, plan_file: Path, qtbot: QtBot) -> MainWindow:
    """A window on the plan of `plan_file`, looking at "visit", the canvas with the focus."""
    window.files.load(plan_file)
    window.opened.focus.show_journey("visit")
    window.activateWindow()
    window.opened.canvas.setFocus()
    qtbot.waitUntil(window.opened.canvas.hasFocus)
    return window
