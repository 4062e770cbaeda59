from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.edits.fields import set_field
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.recovery import Kept, kept_in
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.keeping import journal as journals
from journeymapper.ui.keeping.journal import Journal
from journeymapper.ui.keeping.leftovers import leftovers
from journeymapper.ui.session import Session
from tests.ui.conftest import settle
from tests.ui.keeping.conftest import rename


@pytest.fixture
def session(plan_file: Path, qtbot: QtBot) -> Iterator[Session]:
    document = read_plan(plan_file).document
    assert document
    made = Session(document)
    yield made
    made.deleteLater()


@pytest.fixture
def journal(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    monkeypatch.setattr(journals, "DELAY", 1)
    made = Journal(session, lambda: "visit", session)
    yield made
    made.close(wanted=False)


def kept() -> Kept:
    (folder,) = recovery_folder().iterdir()
    found = kept_in(folder)
    assert found
    return found


def is_kept() -> bool:
    return recovery_folder().is_dir() and any(kept_in(folder) for folder in recovery_folder().iterdir())


def test_an_edit_is_kept_within_a_second(session: Session, journal: Journal, qtbot: QtBot) -> None:
    session.do("rename", rename)
    qtbot.waitUntil(is_kept, timeout=1000)
    copy = kept()
    assert (copy.path, copy.journey, copy.title) == (session.path, "visit", "Café")
    reading = parse_plan(copy.work, "", None)
    assert reading.document
    assert reading.document.plan == session.plan
    assert copy.base == session.document.text.encode()
    assert copy.base_digest == session.document.digest


def test_later_edits_take_the_place_of_earlier_ones(session: Session, journal: Journal, qtbot: QtBot) -> None:
    session.do("rename", rename)
    journal.flush()
    session.do("retitle", partial(set_field, path=(), field="title", raw="Later"))
    journal.flush()
    assert kept().title == "Later"
    (folder,) = recovery_folder().iterdir()
    assert len(list(folder.glob("work-*"))) == 1


def test_what_is_saved_or_taken_back_is_not_kept(session: Session, journal: Journal) -> None:
    session.do("rename", rename)
    journal.flush()
    session.undo()
    settle()
    assert not list(recovery_folder().iterdir())
    session.redo()
    journal.flush()
    assert is_kept()


def test_work_of_a_running_program_is_not_offered(session: Session, journal: Journal) -> None:
    session.do("rename", rename)
    journal.flush()
    assert not leftovers()
    journal.close()
    assert [each.path for each in leftovers()] == [session.path]


def test_work_that_nobody_wants_goes(session: Session, journal: Journal) -> None:
    session.do("rename", rename)
    journal.flush()
    journal.close(wanted=False)
    assert not list(recovery_folder().iterdir())


def test_an_earlier_copy_stays_until_there_is_a_new_one(session: Session, journal: Journal, qtbot: QtBot) -> None:
    earlier = recovery_folder() / "earlier"
    earlier.mkdir(parents=True)
    session.do("rename", rename)
    journal.inherit(earlier)
    assert earlier.is_dir()
    qtbot.waitUntil(lambda: not earlier.exists())
    assert is_kept()


def test_that_nothing_can_be_kept_is_told_once(
    session: Session, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    journal.failed.connect(told.append)
    monkeypatch.setattr("journeymapper.storage.recovery.keep", _full)
    for title in ("One", "Two"):
        session.do("retitle", partial(set_field, path=(), field="title", raw=title))
        journal.flush()
    assert told == ["the disk is full"]


def _full(*_: object) -> None:
    raise OSError("the disk is full")
