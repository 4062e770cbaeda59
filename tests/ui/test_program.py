"""The program as a process: it starts, opens what it is given, ends when it is told to, and loses nothing."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeymapper.storage.document import Document
from journeymapper.storage.recovery import keep, kept_in
from journeymapper.ui import app
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.keeping.recovered import RecoveredCard
from journeymapper.ui.program import Program
from tests.plans import cafe
from tests.ui.conftest import settle
from tests.ui.keeping.conftest import press

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


def _nothing(_: object) -> None:
    """Takes the place of what would change the process."""


@pytest.fixture
def program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program in this process, without its hooks into the process."""
    font, colours, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    monkeypatch.setattr("journeymapper.ui.program.report_failures", _nothing)
    monkeypatch.setattr("journeymapper.ui.program.note_crashes", lambda: None)
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


def test_kept_work_on_other_plans_is_told_of_at_the_start(program: Program, plan_file: Path) -> None:
    keep(recovery_folder() / "other", Document.new(cafe()), cafe())
    program.start([plan_file])
    window = program.windows[0]
    assert window.opened.banner.text == "Unsaved work on 1 other plan was kept."
    press(window.opened.banner, "Show…")
    assert window.workspace is None
    settle()
    assert len(window.start_page.findChildren(RecoveredCard)) == 1


def test_the_first_start_shows_the_start_page(program: Program) -> None:
    program.start([])
    assert program.windows[0].workspace is None


def test_a_plan_that_can_not_be_read_leaves_the_start_page(program: Program, tmp_path: Path) -> None:
    program.start([tmp_path / "nothing.journey.yaml"])
    assert program.windows[0].workspace is None
    texts = [label.text() for label in program.windows[0].findChildren(QLabel) if label.isVisible()]
    assert any("nothing.journey.yaml" in text for text in texts)


def test_without_a_display_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.main([]) == 2
    assert "journeymapper: " in capsys.readouterr().err


RUNS_AND_IS_KILLED = RUNS_AND_ENDS.replace("os.kill(os.getpid(), signal.SIGTERM)", "print('edited', flush=True)")


@pytest.mark.skipif(os.name != "posix", reason="signals end a program only there")
def test_work_is_there_after_a_kill(program: Program, plan_file: Path, qtbot: QtBot) -> None:
    recovery = Path(os.environ["XDG_STATE_HOME"]) / "journeymapper" / "recovery"
    with subprocess.Popen(
        [sys.executable, "-c", RUNS_AND_IS_KILLED, str(plan_file)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "edited\n"
        qtbot.waitUntil(lambda: bool(list(recovery.glob("*/about.json"))), timeout=5000)
        process.kill()
    program.start([])
    window = program.windows[0]
    assert window.workspace is None
    settle()
    (card,) = window.start_page.findChildren(RecoveredCard)
    press(card, "Recover")
    assert window.opened.session.plan.title == "Kept"
    assert window.opened.session.path == plan_file
    assert not window.opened.session.is_saved
    window.opened.session.undo()
    assert window.opened.session.is_saved


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
    (folder,) = (state / "journeymapper" / "recovery").iterdir()
    kept = kept_in(folder)
    assert kept is not None
    assert (kept.title, kept.path) == ("Kept", plan_file)
    assert b"title: Kept" in kept.work
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
