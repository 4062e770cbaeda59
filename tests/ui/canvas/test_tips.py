import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip

from journeymapper.edits.fields import set_field
from journeymapper.ui.canvas.problems import Mark
from journeymapper.ui.canvas.tips import show_tip, tip_at
from journeymapper.ui.canvas.view import CanvasView

LONG = "A title that is so long that two lines of a card are not nearly enough for all the words that it has to say"


def tip(view: CanvasView, at: tuple[float, float]) -> str:
    return tip_at(view.session.plan, view.board, at)


def test_a_cut_title_is_told_in_full_and_a_whole_one_is_not_repeated(canvas: CanvasView) -> None:
    assert tip(canvas, canvas.board.middle_of(frozenset({"pay"}))) == ""
    path = ("journeys", "box", "interactions", "pay")
    canvas.session.do("retitle", lambda plan: set_field(plan, path, "title", LONG))
    assert LONG in tip(canvas, canvas.board.middle_of(frozenset({"pay"})))


def test_from_afar_every_card_tells_its_title(canvas: CanvasView) -> None:
    canvas.camera.zoom_to(0.15)
    assert tip(canvas, canvas.board.middle_of(frozenset({"offer"}))) == "Offer a box"


def test_a_mark_tells_what_is_wrong(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    canvas.board.marks = {"offer": Mark("error", ("This is wrong", "And this"))}
    rect = canvas.scene.geometry.cards["offer"].rect
    assert tip(canvas, canvas.camera.viewport.to_view(rect.x, rect.y)) == "This is wrong\nAnd this"


@pytest.mark.usefixtures("qapp")
def test_nothing_in_a_tip_is_taken_for_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _widget: said.append(text))
    show_tip(None, QPoint(), "<img src=canary.png>\nsecond & last")
    show_tip(None, QPoint(), "")
    assert said == ["<qt>&lt;img src=canary.png&gt;<br>second &amp; last</qt>", ""]
