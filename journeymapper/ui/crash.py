"""What happens when the program itself fails: the work is kept, a report is written, one sentence is shown."""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLockFile, QStandardPaths, qVersion

from journeymapper import __version__

PAUSE = 5.0
"""Seconds in which only the first failure is told; all are reported."""

LARGEST = 1_000_000
"""Bytes after which a new report is begun; the one before is kept."""

_log = logging.getLogger("journeymapper")


def state_folder() -> Path:
    """Where reports and kept work go, made for this person alone where it was not there.

    Where it can't be made, as on a full disk or in a home that can only be read, a folder for this run takes its place.
    """
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    folder = Path(place) / "journeymapper"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return _folder_of_this_run()
    return folder


@cache
def _folder_of_this_run() -> Path:
    return Path(tempfile.mkdtemp(prefix="journeymapper-"))


def recovery_folder() -> Path:
    """Where copies of unsaved work are, each in a folder of its own; it is made with the first."""
    return state_folder() / "recovery"


def is_something_kept() -> bool:
    """Whether there is any copy, of a program that runs or not: all that a start without one needs to know."""
    try:
        return any(recovery_folder().iterdir())
    except OSError:
        return False


def report_file() -> Path:
    """Where failures are reported."""
    return state_folder() / "failures.log"


def report_failures(tell: Callable[[str], None]) -> None:
    """From now on report exceptions that nobody handled to a file, and `tell` one sentence about them."""
    report = report_file()
    if report.is_file() and report.stat().st_size > LARGEST:
        report.replace(report.with_suffix(".old.log"))
    handler = logging.FileHandler(report, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(f"%(asctime)s %(levelname)s %(message)s\n{_versions()}"))
    _log.addHandler(handler)
    hook = _Hook(tell, report)
    sys.excepthook = hook
    threading.excepthook = hook.of_thread


def note_crashes() -> Path | None:
    """Have Python note where it was if a fault ends the process; gives the note of an earlier process, if any."""
    folder = state_folder() / "crashes"
    folder.mkdir(mode=0o700, exist_ok=True)
    earlier = _earlier(folder)
    note = folder / f"{os.getpid()}.running"
    lock = QLockFile(f"{note}.lock")
    lock.setStaleLockTime(0)
    lock.tryLock(0)
    _held.append(lock)
    faulthandler.enable(note.open("w", encoding="utf-8"))
    return earlier


_held: list[QLockFile] = []
"""What must live as long as the process."""


def _earlier(folder: Path) -> Path | None:
    """The newest note that a process left which ended by a fault; notes that say nothing go."""
    found = None
    for note in sorted(folder.glob("*.running"), key=lambda path: path.stat().st_mtime):
        lock = QLockFile(f"{note}.lock")
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue
        with suppress(OSError):
            if note.stat().st_size:
                found = note.replace(folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{note.stem}.log")
            else:
                note.unlink()
        lock.unlock()
    return found


def _versions() -> str:
    return f"journeymapper {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


class _Hook:
    def __init__(self, tell: Callable[[str], None], report: Path) -> None:
        self._tell = tell
        self._report = report
        self._last = -PAUSE

    def of_thread(self, args: threading.ExceptHookArgs) -> None:
        """The same for a thread; it is only reported, since a window can't be spoken to from there."""
        if args.exc_value is not None:
            _log.error("unexpected, in a thread", exc_info=(args.exc_type, args.exc_value, args.exc_traceback))

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("unexpected", exc_info=(kind, error, trace))
        if sys.stderr is not None:  # None where there is no terminal at all
            sys.__excepthook__(kind, error, trace)
        if time.monotonic() - self._last < PAUSE:
            return
        self._last = time.monotonic()
        try:
            self._tell(str(self._report))
        except Exception:  # noqa: BLE001  telling must not fail in turn
            _log.exception("could not tell")
