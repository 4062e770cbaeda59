from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.model.interaction import Interaction
from journeymapper.storage.reading import parse_plan
from journeymapper.ui.focus import Focus
from journeymapper.ui.inspector.damage import MOST_SHOWN, DamageNotes
from journeymapper.ui.inspector.panel import Inspector
from journeymapper.ui.session import Session
from tests.storage.texts import opened
from tests.ui.broken import BROKEN, BUY, SEE

Show = Callable[..., Inspector]


@pytest.fixture
def show(qtbot: QtBot, plurals: None) -> Show:
    def shown(*selection: str, text: str = BROKEN) -> Inspector:
        session = Session(opened(text))
        focus = Focus(session, session)
        inspector = Inspector(session, focus)
        session.setParent(inspector)
        qtbot.addWidget(inspector)
        inspector.resize(300, 900)
        inspector.show()
        focus.select(selection)
        return inspector

    return shown


def notes(inspector: Inspector) -> DamageNotes:
    return inspector.findChildren(DamageNotes)[0]


def sentences(inspector: Inspector) -> list[str]:
    return [each.text() for each in notes(inspector).findChildren(QLabel) if each.isVisibleTo(inspector)]


def texts(inspector: Inspector) -> list[str]:
    return [each.toPlainText() for each in notes(inspector).findChildren(QPlainTextEdit) if each.isVisibleTo(inspector)]


def test_what_is_wrong_with_an_item_stands_above_its_fields(show: Show) -> None:
    inspector = show("see")
    assert sentences(inspector)[0] == "Line 15: 'cheap' is not an amount of money; write it like 4.20"
    assert texts(inspector) == ["cheap", "most"]
    assert notes(inspector).y() < inspector.form(Interaction).y()


def test_of_what_can_not_be_read_the_whole_text_is_shown_as_it_stands(show: Show) -> None:
    inspector = show("buy")
    assert texts(inspector) == ["- Buys a cup   # <img src=canary.png>\n- next: happy"]
    assert sentences(inspector)[-1].endswith("What you set here takes the place of all of it.")


@pytest.mark.parametrize(
    ("selection", "text"), [("see>buy", ["most"]), ("happy", ["Comes back"]), ("sip", []), ("gone", [])]
)
def test_links_and_ends_have_their_own(selection: str, text: list[str], show: Show) -> None:
    inspector = show(selection)
    assert texts(inspector) == text
    assert notes(inspector).isVisibleTo(inspector) == bool(text)


def test_the_journey_has_what_belongs_to_none_of_its_items(show: Show) -> None:
    assert texts(show()) == ["Odd One: {title: Odd}"]


def test_it_goes_when_the_field_is_set_and_comes_back_with_undo(show: Show) -> None:
    inspector = show("see")
    inspector._session.do("mend", partial(set_field, path=SEE, field="cost", raw="3"))
    assert texts(inspector) == ["most"]
    inspector._session.undo()
    assert texts(inspector) == ["cheap", "most"]


def test_the_texts_can_be_read_and_copied_only_and_are_plain(show: Show) -> None:
    inspector = show("buy")
    [text] = [each for each in notes(inspector).findChildren(QPlainTextEdit) if each.isVisibleTo(inspector)]
    assert text.isReadOnly()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in notes(inspector).findChildren(QLabel))


def test_lines_are_those_of_the_file_as_it_is_after_a_save(show: Show) -> None:
    inspector = show("buy")
    session = inspector._session
    later = parse_plan(BROKEN.replace("title: Café\n", "title: Café\nowner: Ann\n").encode(), "later", None).opened
    assert later is not None
    session.take_over(later, "from the file")
    assert sentences(inspector)[0].startswith("Line 18: ")


def test_very_much_is_cut(show: Show) -> None:
    many = BROKEN.replace("        cost: cheap\n", "".join(f"        Key{number}: x\n" for number in range(30)))
    inspector = show("see", text=many)
    assert len(texts(inspector)) == MOST_SHOWN
    assert f"… and {31 - MOST_SHOWN} more" in sentences(inspector)


def test_a_list_in_place_of_a_journey_is_to_be_mended_in_the_file(show: Show) -> None:
    inspector = show(text="journeymapper: 1\ntitle: T\njourneys: {visit: [a]}\n")
    assert texts(inspector) == ["[a]"]
    assert "mend it in a text editor" in sentences(inspector)[-1]


def test_a_title_takes_the_place_of_what_could_not_be_read(show: Show) -> None:
    inspector = show("buy")
    inspector.title.textEdited.emit("Buys")
    assert inspector._session.plan.journeys["visit"].interactions["buy"].title == "Buys"
    assert BUY not in {each.path for each in inspector._session.damage}
    assert not notes(inspector).isVisibleTo(inspector)
