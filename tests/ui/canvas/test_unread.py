from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.drawing.display import Box, Text
from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.edits.fields import set_field
from journeymapper.storage.damage import Damage
from journeymapper.ui.canvas.tips import tip_at
from journeymapper.ui.canvas.unread import unread_in
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session
from tests.storage.texts import opened
from tests.ui.broken import BROKEN, BUY, HAPPY, JOURNEY, SEE


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    """The broken plan on a canvas at 100 %."""
    session = Session(opened(BROKEN))
    view = CanvasView(session, Focus(session, session), LIGHT)
    session.setParent(view)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    view.zoom_reset()
    session.check()
    view.board.reveal("buy")
    return view


def texts(view: CanvasView, ident: str) -> list[str]:
    assert view.scene is not None
    return [item.text for group in view.scene.groups_of(ident) for item in group.items if isinstance(item, Text)]


def has_broken_line(view: CanvasView, ident: str) -> bool:
    assert view.scene is not None
    boxes = [item for group in view.scene.groups_of(ident) for item in group.items if isinstance(item, Box)]
    return any(box.dash and box.stroke == "error" for box in boxes)


def colour_in(view: CanvasView, ident: str) -> str:
    """The colour inside of a card's right border."""
    assert view.scene is not None
    view.board.set_theme(view.board.theme)
    rect = view.camera.viewport.rect_to_view(view.scene.geometry.cards[ident].rect)
    at = round(rect.right - 0.05 * rect.w), round(rect.y + 0.3 * rect.h)
    return view.grab().toImage().pixelColor(*at).name().upper()


def test_only_what_could_not_be_read_as_a_whole_is_unread() -> None:
    damage = [Damage(BUY), Damage((*SEE, "cost")), Damage(HAPPY), Damage(JOURNEY), Damage(("journeys", "x", *BUY[2:]))]
    assert unread_in(damage, "visit") == {"buy": ""}


def test_an_interaction_that_can_not_be_read_is_a_problem_card(canvas: CanvasView) -> None:
    ident, said, reason = texts(canvas, "buy")[:3]
    assert (ident, said) == ("buy", "can't be read")
    assert reason.startswith("'buy' must be a group")
    assert reason.endswith("…")
    assert has_broken_line(canvas, "buy")
    assert not has_broken_line(canvas, "see")
    assert texts(canvas, "see")[0] == "Sees us"


def test_its_tip_has_the_whole_reason(canvas: CanvasView) -> None:
    tip = tip_at(canvas.session.plan, canvas.board, canvas.board.middle_of(frozenset({"buy"})))
    assert tip == "buy: can't be read\n'buy' must be a group of indented 'key: value' lines, not a list"


def test_it_stands_out_in_both_themes_and_at_every_zoom(canvas: CanvasView) -> None:
    for theme in (LIGHT, DARK):
        canvas.set_theme(theme)
        for zoom in (1.0, 0.3, 0.12):
            canvas.camera.zoom_to(zoom)
            canvas.board.reveal("buy")
            assert colour_in(canvas, "buy") not in (theme.hex("card"), theme.hex("canvas"))


def test_it_is_an_ordinary_card_once_somebody_sets_a_field(canvas: CanvasView) -> None:
    canvas.grab()
    canvas.session.do("think", partial(set_field, path=BUY, field="thinks", raw=["Nice"]))
    assert not has_broken_line(canvas, "buy")
    assert canvas.scene is not None
    rect = canvas.camera.viewport.rect_to_view(canvas.scene.geometry.cards["buy"].rect)
    inside = canvas.grab().toImage().pixelColor(round(rect.right - 6), round(rect.y + 6))
    assert inside.name().upper() == LIGHT.hex("card")
    canvas.session.undo()
    assert has_broken_line(canvas, "buy")


def test_cards_and_ends_with_damage_bear_the_sign(canvas: CanvasView) -> None:
    assert {ident: mark.severity for ident, mark in canvas.board.marks.items() if mark.severity == "error"} == {
        "see": "error", "buy": "error", "happy": "error", "Odd One": "error",
    }  # fmt: skip


def test_a_screen_reader_hears_it(canvas: CanvasView) -> None:
    canvas.focus.select(["buy"])
    assert "must be a group of indented" in canvas.accessibleDescription()
