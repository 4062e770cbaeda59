from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import LIGHT
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session
from tests.ui.canvas.plans import long_plan, small_plan

Open = Callable[..., CanvasView]


@pytest.fixture
def open_canvas(qtbot: QtBot) -> Open:
    """Opens a plan on a canvas of a size, shown and with the focus."""

    def open_plan(plan: Plan, journey: str = "", width: int = 900, height: int = 640) -> CanvasView:
        session = Session(Document.new(plan))
        focus = Focus(session, session)
        if journey:
            focus.show_journey(journey)
        view = CanvasView(session, focus, LIGHT)
        session.setParent(view)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.setFocus()
        qtbot.waitExposed(view)
        return view

    return open_plan


@pytest.fixture
def plan() -> Plan:
    return small_plan()


@pytest.fixture
def canvas(open_canvas: Open) -> CanvasView:
    """The small micro journey."""
    return open_canvas(small_plan(), "box")


@pytest.fixture
def long_canvas(open_canvas: Open) -> CanvasView:
    """A journey that is larger than the view, at 100 %."""
    view = open_canvas(long_plan(), height=460)
    view.zoom_reset()
    return view
