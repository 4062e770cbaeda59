"""The program as a process: it starts, opens what it is given, ends when it is told to, and loses nothing."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from journeymapper.edits.fields import set_field
from journeymapper.storage.reading import read_plan
from journeymapper.ui import app, crash
from journeymapper.ui.crash import report_failures, state_folder
from journeymapper.ui.main_window import LAST
from journeymapper.ui.program import Program
from journeymapper.ui.rescue import keep_work, kept_plans
from journeymapper.ui.settings import add_recent, recent_plans, remember
from tests.ui.conftest import NewSession

RUNS_AND_ENDS = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journeymapper.edits.fields import set_field
from journeymapper.ui.app import make_program

program = make_program()
program.start([Path(name) for name in sys.argv[1:]])

def edit_and_end():
    for window in program.windows:
        session = window.opened.session
        session.do("rename", lambda plan: set_field(plan, (), "title", "Kept"))
    os.kill(os.getpid(), signal.SIGTERM)

QTimer.singleShot(50, edit_and_end)
sys.exit(program.run())
"""


def _close(file: IO[str]) -> None:
    file.close()


def _nothing(_: object) -> None:
    """Takes the place of what would change the process."""


@pytest.fixture
def program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program in this process, without its hooks into the process."""
    font, colours, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    monkeypatch.setattr("journeymapper.ui.program.report_failures", _nothing)
    monkeypatch.setattr("journeymapper.ui.interrupts.os.name", "other")
    made = Program()
    yield made
    for window in made.windows:
        window.close_without_asking()
        window.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(colours)
    qapp.setFont(font)


def test_it_opens_a_window_for_each_plan(program: Program, plan_file: Path) -> None:
    other = plan_file.with_name("other.journey.yaml")
    other.write_bytes(plan_file.read_bytes())
    program.start([plan_file, other])
    assert [window.opened.session.path for window in program.windows] == [plan_file, other]


def test_it_goes_on_with_the_plan_of_last_time(program: Program, plan_file: Path) -> None:
    program.start([plan_file])
    program.windows[0].quit_asked.emit()
    assert not program.windows[0].isVisible()
    program.start([])
    assert program.windows[1].opened.session.path == plan_file


def test_the_first_start_shows_the_start_page(program: Program) -> None:
    program.start([])
    assert program.windows[0].workspace is None


def test_a_plan_that_can_not_be_read_leaves_the_start_page(program: Program, tmp_path: Path) -> None:
    program.start([tmp_path / "nothing.journey.yaml"])
    assert program.windows[0].workspace is None
    texts = [label.text() for label in program.windows[0].findChildren(QLabel) if label.isVisible()]
    assert any("nothing.journey.yaml" in text for text in texts)


def test_unsaved_work_is_kept_and_can_be_opened(new_session: NewSession) -> None:
    session = new_session()
    assert keep_work(session) is None
    session.do("rename", lambda plan: set_field(plan, (), "title", "Kept"))
    copy = keep_work(session)
    assert copy is not None
    reading = read_plan(copy)
    assert reading.document
    assert reading.document.plan == session.plan


def test_two_plans_of_one_name_are_kept_beside_each_other(new_session: NewSession) -> None:
    copies = []
    for title in ("One", "Two"):
        session = new_session()
        session.do("rename", partial(set_field, path=(), field="owner", raw=title))
        copies += [keep_work(session), keep_work(session)]
    assert copies[0] == copies[1] != copies[2] == copies[3]
    assert {copies[0], copies[2]} == set(kept_plans())


def test_kept_work_is_offered_first_and_goes_with_the_save(
    program: Program, new_session: NewSession, plan_file: Path, tmp_path: Path
) -> None:
    session = new_session()
    session.do("rename", partial(set_field, path=(), field="title", raw="Kept"))
    copy = keep_work(session)
    assert copy is not None
    add_recent(plan_file)
    remember(LAST, str(plan_file.resolve()))
    program.start([])
    window = program.windows[0]
    assert window.workspace is None
    assert "Kept" in [label.text() for label in window.start_page.findChildren(QLabel)]
    window.start_page.chosen.emit(copy)
    opened = window.opened.session
    assert (opened.plan, opened.path, opened.is_saved) == (session.plan, None, False)
    assert recent_plans() == [plan_file.resolve()]
    window.files.write(tmp_path / "kept.journey.yaml")
    assert opened.is_saved
    assert not kept_plans()


def test_kept_work_that_nobody_wants_goes(program: Program, new_session: NewSession) -> None:
    session = new_session()
    session.do("rename", partial(set_field, path=(), field="title", raw="Kept"))
    copy = keep_work(session)
    assert copy is not None
    window = program.open_window(copy)
    window.close()
    question = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    next(button for button in question.buttons() if button.text() == "Don't save").click()
    assert not window.isVisible()
    assert not kept_plans()


def test_a_failure_is_reported_and_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("faulthandler.enable", _close)
    report_failures(told.append)
    for _ in range(3):
        try:
            raise ValueError("a strange thing")
        except ValueError:
            sys.excepthook(*sys.exc_info())
    assert told == [str(state_folder() / "failures.log")]
    assert (state_folder() / "failures.log").read_text(encoding="utf-8").count("ERROR unexpected") == 3
    assert "a strange thing" in capsys.readouterr().err
    for handler in crash._log.handlers[:]:
        crash._log.removeHandler(handler)
        handler.close()


def test_without_a_display_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.main([]) == 2
    assert "journeymapper: " in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="signals end a program only there")
def test_the_end_of_the_session_keeps_what_is_unsaved(plan_file: Path, tmp_path: Path) -> None:
    state, config = tmp_path / "state", tmp_path / "config"
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(config)}
    done = subprocess.run(
        [sys.executable, "-c", RUNS_AND_ENDS, str(plan_file)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (kept,) = (state / "journeymapper" / "kept").iterdir()
    assert "title: Kept" in kept.read_text(encoding="utf-8")
    assert "title: Kept" not in plan_file.read_text(encoding="utf-8")


def test_garbage_is_looked_for_once_the_program_stands() -> None:
    gc.disable()
    try:
        app._collect()
        assert gc.isenabled()
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.enable()
