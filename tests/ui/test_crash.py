"""What is left of a program that fails: its work, a report, one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.ui import crash
from journeymapper.ui.crash import report_failures, state_folder
from journeymapper.ui.main_window import MainWindow


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is told of failures while the hooks are in place."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    sentences: list[str] = []
    report_failures(sentences.append)
    yield sentences
    for handler in crash._log.handlers[:]:
        crash._log.removeHandler(handler)
        handler.close()


def fail() -> None:
    raise ValueError("a strange thing")


def report() -> str:
    return (state_folder() / "failures.log").read_text(encoding="utf-8")


def test_a_failure_is_reported_and_told_once(told: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        try:
            fail()
        except ValueError:
            sys.excepthook(*sys.exc_info())
    assert told == [str(state_folder() / "failures.log")]
    assert report().count("ERROR unexpected") == 3
    assert "a strange thing" in capsys.readouterr().err


def test_a_report_says_with_what_it_happened(told: list[str]) -> None:
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in report()
    assert "Qt 6." in report()


def test_a_failure_in_a_thread_is_reported(told: list[str]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "in a thread" in report()
    assert told == []


def test_telling_may_fail_too(told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise RuntimeError("no window")

    report_failures(refuse)
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    assert "could not tell" in report()


CRASHES = """
import faulthandler, sys
from journeymapper.ui.crash import note_crashes
print(note_crashes())
sys.stdout.flush()
if sys.argv[1] == "crash":
    faulthandler._sigsegv()
"""


def run(how: str) -> str:
    done = subprocess.run([sys.executable, "-c", CRASHES, how], capture_output=True, text=True, check=False)
    return done.stdout.strip()


@pytest.mark.skipif(os.name != "posix", reason="a fault shows a dialog elsewhere")
def test_the_next_start_knows_of_a_fault_and_where_it_was() -> None:
    assert run("crash") == "None"
    note = Path(run("end"))
    assert "Segmentation fault" in note.read_text(encoding="utf-8")
    assert run("end") == "None"
    assert len(list(note.parent.glob("*.running"))) == 1


def test_without_a_place_for_reports_the_program_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    crash._folder_of_this_run.cache_clear()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert state_folder().is_dir()
    assert state_folder() == state_folder()


def test_a_sentence_is_shown_where_no_plan_is_open(window: MainWindow) -> None:
    window.say("Something went wrong")
    assert window._page_notice.text == "Something went wrong"
