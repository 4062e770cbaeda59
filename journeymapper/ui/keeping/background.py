"""Work on a thread of its own, one piece after the other, so that the window goes on answering."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import Shiboken

T = TypeVar("T")


class _Done(NamedTuple):
    owner: QObject
    then: Callable[[Any], None]
    outcome: Future[Any]


class Background(QObject):
    """Runs work in the order in which it comes; what came of it is told on the window's thread."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "journeymapper")
        self._finished.connect(self._tell)

    def run(self, owner: QObject, work: Callable[[], T], then: Callable[[T | Exception], None]) -> None:
        """Do `work`, then call `then` with what it gave or the exception it raised, unless `owner` is gone by then."""
        outcome = self._thread.submit(_attempt, work)
        done = _Done(owner, then, outcome)
        outcome.add_done_callback(lambda _: self._finished.emit(done))

    def drain(self) -> None:
        """Wait until all work is done; what came of it is told later."""
        self._thread.submit(_nothing).result()

    def _tell(self, done: _Done) -> None:
        if Shiboken.isValid(done.owner):
            done.then(done.outcome.result())


def _attempt(work: Callable[[], T]) -> T | Exception:
    try:
        return work()
    except Exception as error:  # noqa: BLE001  it is handed to who asked for the work
        return error


def _nothing() -> None:
    """Comes after everything else."""


def report(error: Exception) -> None:
    """Report what went wrong in the background as any failure of the program."""
    sys.excepthook(type(error), error, error.__traceback__)


@cache
def background() -> Background:
    """The program's one thread for such work."""
    return Background(QCoreApplication.instance())
