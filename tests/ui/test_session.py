from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from journeymapper.edits.changes import Changes
from journeymapper.edits.fields import set_field
from journeymapper.errors import EditRefused
from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.storage.reading import read_plan
from journeymapper.ui.session import Session
from tests.plans import cafe
from tests.ui.conftest import NewSession

BUY = ("journeys", "visit", "interactions", "buy")


def rename(plan: Plan) -> Plan:
    return set_field(plan, BUY, "title", "Buys two cups")


def refuse(plan: Plan) -> Plan:
    raise EditRefused("not today")


def test_an_edit_changes_the_plan_and_tells_what_changed(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    with qtbot.waitSignal(session.changed) as told:
        assert session.do("rename", rename)
    assert told.args == [Changes(changed=frozenset({BUY}))]
    assert session.plan.journeys["visit"].interactions["buy"].title == "Buys two cups"
    assert not session.is_saved


def test_undo_and_redo_tell_what_changed_too(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    before = session.plan
    session.do("rename", rename)
    with qtbot.waitSignal(session.changed) as told:
        session.undo()
    assert told.args == [Changes(changed=frozenset({BUY}))]
    assert session.plan is before
    assert session.is_saved
    with qtbot.waitSignal(session.changed):
        session.redo()
    assert session.plan.journeys["visit"].interactions["buy"].title == "Buys two cups"


def test_a_refused_edit_says_why_and_changes_nothing(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    before = session.plan
    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.refused) as told:
        assert not session.do("refuse", refuse)
    assert told.args == ["not today"]
    assert session.plan is before
    assert not session.history.can_undo


def test_an_edit_that_changes_nothing_is_no_step(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    with qtbot.assertNotEmitted(session.changed):
        assert not session.do("nothing", lambda plan: plan)
    assert not session.history.can_undo


def test_the_plan_is_checked_after_edits_once_for_several(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    told: list[tuple[Finding, ...]] = []
    session.checked.connect(told.append)
    session.do("rename", rename)
    session.do("no goal", lambda plan: set_field(plan, BUY, "stage", None))
    qtbot.waitUntil(lambda: len(told) > 0)
    QCoreApplication.processEvents()
    assert len(told) == 1
    assert "JM206" in {finding.rule for finding in told[0]}
    assert session.findings == told[0]


def test_a_plan_that_was_written_is_saved_even_if_there_are_later_edits(new_session: NewSession) -> None:
    session = new_session()
    session.do("rename", rename)
    written = session.plan
    session.do("rename", partial(set_field, path=(), field="title", raw="Later"))
    session.take_saved(replace(session.document, plan=written), written)
    assert not session.is_saved
    session.undo()
    assert session.is_saved


def test_what_the_file_holds_is_taken_over_as_a_step(new_session: NewSession, qtbot: QtBot) -> None:
    session = new_session()
    before = session.plan
    document = Document.new(rename(before))
    with qtbot.waitSignal(session.changed) as told:
        session.take_over(document, "changes from the file")
    assert told.args == [Changes(changed=frozenset({BUY}))]
    assert session.is_saved
    assert session.history.undo_label == "changes from the file"
    session.undo()
    assert session.plan is before
    assert not session.is_saved


def test_a_plan_can_rest_on_another_file(new_session: NewSession) -> None:
    session = new_session()
    session.do("rename", rename)
    mine = session.plan
    session.rest_on(Document.new(cafe(title="Theirs")))
    assert session.plan is mine
    assert not session.is_saved
    session.rest_on(Document.new(mine))
    assert session.is_saved


def test_a_file_that_is_gone_leaves_nothing_saved(new_session: NewSession) -> None:
    session = new_session()
    session.lose_file()
    assert not session.is_saved


@pytest.fixture
def dangling(tmp_path: Path) -> Path:
    path = tmp_path / "loose.journey.yaml"
    path.write_text(
        "journeymapper: 1\ntitle: Loose\nprocesses:\n  sales: {title: Sales}\njourneys:\n  j:\n    title: J\n"
        "    interactions:\n      a:\n        title: A\n        process: sails\n"
    )
    return path


def test_references_that_name_nothing_are_told_until_they_are_put_right(dangling: Path, qtbot: QtBot) -> None:
    document = read_plan(dangling).document
    assert document
    session = Session(document)
    session.check()
    assert [(finding.file, finding.line) for finding in session.findings if finding.rule == "JM014"] == [
        (str(dangling), 11)
    ]
    session.do("process", lambda plan: set_field(plan, ("journeys", "j", "interactions", "a"), "process", "sales"))
    session.check()
    assert "JM014" not in {finding.rule for finding in session.findings}
    session.undo()
    session.check()
    assert "JM014" in {finding.rule for finding in session.findings}
    session.deleteLater()


def test_a_reference_that_an_edit_leaves_loose_is_told_at_once(new_session: NewSession) -> None:
    session = new_session()
    session.do("stage", lambda plan: set_field(plan, BUY, "stage", "nowhere"))
    session.check()
    assert "'nowhere' is not a stage" in next(each.message for each in session.findings if each.rule == "JM014")
