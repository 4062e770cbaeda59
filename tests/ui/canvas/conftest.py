from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.drawing.theme import LIGHT
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session


def small_plan() -> Plan:
    """A micro journey of four cards in two stages and lanes, and a macro journey with an event that opens it."""
    return Plan.model_validate(
        {
            "journeymapper": 1,
            "title": "Coffee",
            "stages": {"engagement": {"title": "Engagement"}, "transaction": {"title": "Transaction"}},
            "processes": {"sales": {"title": "Sales"}, "marketing": {"title": "Marketing"}},
            "journeys": {
                "life": {
                    "title": "Life with us",
                    "level": "macro",
                    "starts": {"try": "100%"},
                    "interactions": {
                        "try": {"title": "Tries a box", "stage": "engagement", "opens": "box", "next": {"stay": None}},
                        "stay": {"title": "Stays", "stage": "transaction", "next": {"loyal": "100%"}},
                    },
                    "ends": {"loyal": {"title": "Loyal", "outcome": "success"}},
                },
                "box": {
                    "title": "Try a box",
                    "level": "micro",
                    "starts": {"ad": "100%"},
                    "interactions": {
                        "ad": _step("Sees an ad", "engagement", "marketing", 1, form="40%", lost="60%"),
                        "form": _step("Asks for a box", "engagement", "marketing", 0, offer="100%"),
                        "offer": _step("Offer a box", "transaction", "sales", 2, pay="70%", lost="30%"),
                        "pay": _step("Pays", "transaction", "sales", -1, done="100%"),
                    },
                    "ends": {
                        "done": {"title": "Subscribes", "outcome": "success", "leads_to": "stay"},
                        "lost": {"title": "Leaves", "outcome": "failure"},
                    },
                },
            },
        }
    )


def long_plan(cards: int = 120) -> Plan:
    """A micro journey that is wider and higher than any view."""
    steps: dict[str, Any] = {}
    for number in range(cards):
        stage = ("engagement", "transaction")[number * 2 // cards]
        lane = ("sales", "marketing", "support")[number % 3]
        following = {f"c{number + 1}": "100%"} if number < cards - 1 else {"done": "100%"}
        steps[f"c{number}"] = _step(f"Card {number}", stage, lane, number % 5 - 2, **following)
    return Plan.model_validate(
        {
            "journeymapper": 1,
            "title": "Long",
            "stages": {"engagement": {"title": "Engagement"}, "transaction": {"title": "Transaction"}},
            "processes": {name: {"title": name.title()} for name in ("sales", "marketing", "support")},
            "journeys": {
                "long": {
                    "title": "Long",
                    "level": "micro",
                    "starts": {"c0": "100%"},
                    "interactions": steps,
                    "ends": {"done": {"title": "Done", "outcome": "success"}},
                }
            },
        }
    )


def _step(title: str, stage: str, process: str, feeling: int, **following: str) -> dict[str, Any]:
    return {"title": title, "stage": stage, "process": process, "feeling": feeling, "next": following}


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
    view = open_canvas(long_plan())
    view.zoom_reset()
    return view
