"""Saving of one session in the background, one save after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from journeymapper.errors import SaveFailed
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.keeping.background import background, report
from journeymapper.ui.session import Session

SLOW = 250
"""Milliseconds after which a save is said to go on."""
Then = Callable[[], None]


class _Request(NamedTuple):
    path: Path | None
    then: Then | None


class Saver(QObject):
    """Writes the plan as it is when its turn comes; edits go on meanwhile and stay unsaved."""

    failed = Signal(object, object)
    """A SaveFailed, and the path that was chosen (None for the plan's own). Nothing was written."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._requests: deque[_Request] = deque()
        self._waiting: list[Then] = []
        self._timer = QTimer(self, singleShot=True, interval=SLOW)
        self._timer.timeout.connect(self._say)

    @property
    def is_busy(self) -> bool:
        """Whether a save is not finished yet."""
        return bool(self._requests)

    def save(self, path: Path | None = None, then: Then | None = None) -> None:
        """Write the plan to its file, or to `path` from now on, and do `then` once it is safe on disk."""
        self._requests.append(_Request(path, then))
        if len(self._requests) == 1:
            self._begin()

    def when_done(self, then: Then) -> None:
        """Do `then` once nothing is being saved any more, whatever came of it."""
        if self.is_busy:
            self._waiting.append(then)
        else:
            then()

    def _begin(self) -> None:
        request, session = self._requests[0], self._session
        self._timer.start()
        work = partial(_write, session.document, session.plan, request.path)
        background().run(self, work, partial(self._finish, session.plan))

    def _finish(self, plan: Plan, outcome: Document | Exception) -> None:
        request = self._requests.popleft()
        more = bool(self._requests) and not isinstance(outcome, Exception)
        self._timer.stop()
        self._session.show_saving(False)
        if isinstance(outcome, Exception):
            self._requests.clear()
            self.failed.emit(_as_failure(outcome, request.path or self._session.path), request.path)
        else:
            self._session.take_saved(outcome, plan)
            if request.then:
                request.then()
        if more:
            self._begin()
        while self._waiting and not self._requests:
            self._waiting.pop(0)()

    def _say(self) -> None:
        self._session.show_saving(True)


def _write(document: Document, plan: Plan, path: Path | None) -> Document:
    from journeymapper.storage.saving import save

    return save(document, plan, path)


def _as_failure(error: Exception, path: Path | None) -> SaveFailed:
    """What is told of a save that failed, even where it is the program's fault."""
    if isinstance(error, SaveFailed):
        return error
    report(error)
    return SaveFailed(f"'{path}' was not written, because the program failed; the file is as it was")
