"""What happens when the program itself fails: the work is kept, a report is written, one sentence is shown."""

from __future__ import annotations

import faulthandler
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths

PAUSE = 5.0
"""Seconds in which only the first failure is told; all are reported."""

LARGEST = 1_000_000
"""Bytes after which a new report is begun; the one before is kept."""

_log = logging.getLogger("journeymapper")


def state_folder() -> Path:
    """Where reports and kept work go, made for this person alone where it was not there."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    folder = Path(place) / "journeymapper"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def report_failures(tell: Callable[[str], None]) -> None:
    """From now on report exceptions that nobody handled to a file, and `tell` one sentence about them."""
    folder = state_folder()
    report = folder / "failures.log"
    if report.is_file() and report.stat().st_size > LARGEST:
        report.replace(report.with_suffix(".old.log"))
    handler = logging.FileHandler(report, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    sys.excepthook = _Hook(tell, report)


class _Hook:
    def __init__(self, tell: Callable[[str], None], report: Path) -> None:
        self._tell = tell
        self._report = report
        self._last = -PAUSE

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
