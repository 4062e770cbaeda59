from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.storage.document import Document
from journeymapper.ui.focus import Focus
from journeymapper.ui.inspector.panel import Inspector
from journeymapper.ui.session import Session
from tests.plans import cafe

Open = Callable[..., tuple[Inspector, Session, Focus]]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def show(*selection: str, **changes: Any) -> tuple[Inspector, Session, Focus]:
        session = Session(Document.new(cafe(**changes)))
        focus = Focus(session)
        inspector = Inspector(session, focus)
        session.setParent(inspector)
        focus.setParent(inspector)
        qtbot.addWidget(inspector)
        inspector.resize(300, 900)
        inspector.show()
        focus.select(selection)
        return inspector, session, focus

    return show
