"""The inspector shows every fact, edits it like a file would hold it, and never loses what is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.edits.interactions import append_interaction
from journeymapper.model.facts import Aim, Checks, Evidence, Measure, People, Remark, Satisfaction, Walkthrough
from journeymapper.model.interaction import End, Handover, Interaction, LeadsTo, Link, Start
from journeymapper.model.journey import Journey
from journeymapper.ui.focus import Focus
from journeymapper.ui.fresh import untitled
from journeymapper.ui.inspector.editors.chips import Chip, ChipsEditor
from journeymapper.ui.inspector.editors.ends import EndsEditor
from journeymapper.ui.inspector.editors.reference import ReferenceEditor
from journeymapper.ui.inspector.editors.rows import RowsEditor
from journeymapper.ui.inspector.editors.text import LineEditor, LongEditor, ValueEditor
from journeymapper.ui.inspector.field import Field
from journeymapper.ui.inspector.forms import FORMS, LABELS
from journeymapper.ui.inspector.kinds import Shape, kind_of
from journeymapper.ui.inspector.panel import Inspector
from journeymapper.ui.session import Session

Open = Callable[..., tuple[Inspector, Session, Focus]]


def field_of(inspector: Inspector, model: type[BaseModel], name: str) -> Field:
    field = inspector.form(model).field(name)
    assert field is not None
    return field


def see(session: Session) -> Interaction:
    return session.plan.journeys["visit"].interactions["see"]


@pytest.mark.parametrize("model", [Interaction, Link, End, Journey, Measure, Remark, Evidence, People, Walkthrough, Aim,
                                   Satisfaction, Handover, LeadsTo, Start, Checks])  # fmt: skip
def test_every_field_of_the_format_has_its_place(model: type[BaseModel]) -> None:
    rows = [row for section in FORMS[model] for row in section.rows]
    shown = {name for row in rows for name in ((row,) if isinstance(row, str) else row)}
    elsewhere = {"interactions", "budgets"}  # on the canvas; of the plan
    if model in (Interaction, End, Journey):
        elsewhere.add("title")  # at the head
    assert set(model.model_fields) - elsewhere == shown
    assert shown <= set(LABELS)


def test_every_kind_of_field_is_known() -> None:
    shapes = {kind_of(model, name).shape for model in FORMS for name in model.model_fields if name in LABELS}
    assert shapes <= set(get_args(Shape))


def test_with_nothing_selected_the_journey_is_shown(opened: Open) -> None:
    inspector, _, _ = opened()
    assert inspector.path == ("journeys", "visit")
    assert inspector.title.text() == "A visit"
    assert inspector.form(Journey).isVisible()


def test_each_kind_of_item_has_its_form(opened: Open) -> None:
    inspector, _, focus = opened("see")
    assert inspector.form(Interaction).isVisible()
    focus.select(["see>buy"])
    assert inspector.form(Link).isVisible()
    assert inspector.title.text() == "Sees us → Buys a cup"
    focus.select(["gone"])
    assert inspector.form(End).isVisible()
    assert not inspector.form(Interaction).isVisible()


def test_typing_a_title_is_one_step_of_undo(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    inspector.edit("title")
    qtbot.keyClicks(inspector.title, "Our sign")
    assert see(session).title == "Our sign"
    assert len(session.history.steps) == 2
    session.undo()
    assert see(session).title == "Sees us"
    assert inspector.title.text() == "Sees us"


def test_a_value_counts_when_it_is_finished(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    editor = field_of(inspector, Interaction, "takes").editor
    assert isinstance(editor, ValueEditor)
    qtbot.keyClicks(editor.line, "1min..3min")
    assert see(session).takes is None
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert str(see(session).takes) == "1min..3min"


def test_a_bad_value_says_why_and_changes_nothing(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    before = session.plan
    field = field_of(inspector, Interaction, "takes")
    assert isinstance(field.editor, ValueEditor)
    qtbot.keyClicks(field.editor.line, "soon")
    qtbot.keyClick(field.editor.line, Qt.Key.Key_Return)
    assert session.plan is before
    assert field.editor.line.text() == "soon"
    assert any("is not a length of time" in label.text() for label in labels(field))


def labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_reference_is_chosen_by_its_title(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    editor = field_of(inspector, Interaction, "goal").editor
    assert isinstance(editor, ReferenceEditor)
    assert editor.box.currentText() == "Be noticed"
    editor.box.line.selectAll()
    qtbot.keyClicks(editor.box.line, "sell a cup")
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert see(session).goal == "sell"


def test_typing_a_new_title_makes_the_entry(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    editor = field_of(inspector, Interaction, "goal").editor
    assert isinstance(editor, ReferenceEditor)
    editor.box.line.selectAll()
    qtbot.keyClicks(editor.box.line, "Be remembered")
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert see(session).goal == "be-remembered"
    assert session.plan.goals["be-remembered"].title == "Be remembered"
    session.undo()
    assert "be-remembered" not in session.plan.goals


def test_chips_go_and_come(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    editor = field_of(inspector, Interaction, "asks").editor
    assert isinstance(editor, ChipsEditor)
    chip = next(chip for chip in editor.findChildren(Chip) if chip.isVisible())
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert see(session).asks == ()
    editor.ask()
    qtbot.keyClicks(editor.box.line, "e-mail")
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert see(session).asks == ("e-mail",)


def test_shares_are_edited_in_their_lines(opened: Open, qtbot: QtBot) -> None:
    inspector, session, focus = opened("see")
    editor = field_of(inspector, Interaction, "next").editor
    assert isinstance(editor, RowsEditor)
    line = editor._lines["buy"]
    line.selectAll()
    qtbot.keyClicks(line, "45%")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    link = see(session).next["buy"]
    assert (str(link.share), link.carries) == ("45%", ("e-mail",))
    editor.chosen.emit("buy")
    assert focus.selection == {"see>buy"}


def test_feeling_pressed_again_is_unknown(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("buy")
    editor = field_of(inspector, Interaction, "feeling").editor
    pressed = next(button for button in editor.findChildren(QPushButton) if button.isChecked())
    assert pressed.text() == "+1"
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert session.plan.journeys["visit"].interactions["buy"].feeling is None


def test_a_record_begins_and_ends_with_its_facts(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    group = inspector.form(Interaction)
    group.field("evidence")
    line = next(
        field.editor
        for field in group.findChildren(Field)
        if field.place.record == "evidence" and field.place.field == "source"
    )
    assert isinstance(line, LineEditor)
    qtbot.keyClicks(line.line, "web")
    assert see(session).evidence == Evidence(source="web")
    for _ in range(3):
        qtbot.keyClick(line.line, Qt.Key.Key_Backspace)
    assert see(session).evidence is None


def test_measures_are_added_edited_and_dropped(opened: Open, qtbot: QtBot) -> None:
    from journeymapper.ui.inspector.blocks import RecordsBlock

    inspector, session, _ = opened("see")
    block = next(block for block in inspector.findChildren(RecordsBlock) if block._name == "measures")
    block.add()
    title = next(field.editor for field in block.findChildren(Field) if field.place.field == "title")
    assert isinstance(title, LineEditor)
    qtbot.keyClicks(title.line, "Comes in")
    assert see(session).measures["measure"].title == "Comes in"
    block._entries["measure"]._drop.click()
    assert not see(session).measures


def test_undo_shows_in_an_open_text(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    editor = field_of(inspector, Interaction, "does").editor
    assert isinstance(editor, LongEditor)
    qtbot.keyClicks(editor.box, "Waves")
    assert see(session).does == "Waves"
    session.undo()
    assert editor.box.toPlainText() == ""


def test_a_new_interaction_gets_its_id_from_its_first_title(opened: Open, qtbot: QtBot) -> None:
    inspector, session, focus = opened("see")
    plan, ident = append_interaction(session.plan, "visit", "see", untitled())
    session.do("add", lambda _: plan)
    focus.select([ident])
    inspector.edit("title")
    qtbot.keyClicks(inspector.title, "Reads the card")
    qtbot.keyClick(inspector.title, Qt.Key.Key_Return)
    journey = session.plan.journeys["visit"]
    assert journey.interactions["reads-the-card"].title == "Reads the card"
    assert "reads-the-card" in journey.interactions["see"].next
    assert focus.selection == {"reads-the-card"}
    session.undo()
    assert session.plan is plan


def test_an_old_interaction_keeps_its_id(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened("see")
    inspector.edit("title")
    qtbot.keyClicks(inspector.title, "Something else")
    qtbot.keyClick(inspector.title, Qt.Key.Key_Return)
    assert see(session).title == "Something else"


def test_esc_in_a_field_leaves_the_inspector(opened: Open, qtbot: QtBot) -> None:
    inspector, _, _ = opened("see")
    editor = field_of(inspector, Interaction, "does").editor
    assert isinstance(editor, LongEditor)
    with qtbot.waitSignal(inspector.done):
        qtbot.keyClick(editor.box, Qt.Key.Key_Escape)


def test_a_field_that_is_asked_for_is_seen(opened: Open) -> None:
    inspector, _, _ = opened("see")
    inspector.resize(300, 300)
    inspector.edit("next")
    field = field_of(inspector, Interaction, "next")
    assert not field.visibleRegion().isEmpty()


def test_the_start_of_a_title_is_enough_where_nothing_new_can_be_made(opened: Open, qtbot: QtBot) -> None:
    inspector, _, _ = opened("see")
    editor = field_of(inspector, Interaction, "next").editor
    assert isinstance(editor, RowsEditor)
    free = editor.box.itemText(1)
    editor.box.line.setText(free[:3].lower())
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert editor.box.findText(free) == -1


def test_ends_are_made_by_their_titles_and_go_with_their_links(opened: Open, qtbot: QtBot) -> None:
    inspector, session, focus = opened()
    editor = field_of(inspector, Journey, "ends").editor
    assert isinstance(editor, EndsEditor)
    qtbot.keyClicks(editor.box.line, "Tells friends")
    qtbot.keyClick(editor.box.line, Qt.Key.Key_Return)
    assert session.plan.journeys["visit"].ends["tells-friends"].outcome == "failure"
    editor.drop("gone")
    journey = session.plan.journeys["visit"]
    assert "gone" not in journey.ends
    assert "gone" not in journey.interactions["see"].next
    editor.chosen.emit("happy")
    assert focus.selection == {"happy"}


def test_the_outcome_of_an_end_is_typed_in_its_line(opened: Open, qtbot: QtBot) -> None:
    inspector, session, _ = opened()
    field = field_of(inspector, Journey, "ends")
    assert isinstance(field.editor, EndsEditor)
    line = field.editor._lines["gone"]
    line.selectAll()
    qtbot.keyClicks(line, "neutral")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.plan.journeys["visit"].ends["gone"].outcome == "neutral"
