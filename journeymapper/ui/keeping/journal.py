"""The journal of one session: a copy of its unsaved work, at most a second behind, for when the program is cut off."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.keeping.background import background
from journeymapper.ui.session import Session

DELAY = 400
"""Milliseconds between an edit and the copy that has it; edits in between go into the same copy."""
LOCK = "lock"
"""What tells in a copy's folder that its program is running."""


class Journal(QObject):
    """Keeps copies as long as there is something unsaved, and removes them once there is not."""

    failed = Signal(str)
    """Unsaved work could not be kept; the sentence says why. Told once until it can be again."""

    def __init__(self, session: Session, journey: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._journey = journey
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._kept: Plan | None = None
        self._inherited: Path | None = None
        self._is_failing = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._keep_soon)
        session.state_changed.connect(self._follow)

    def inherit(self, folder: Path) -> None:
        """Take the place of an earlier copy, which goes once there is one of this session."""
        self._inherited = folder
        self._follow()

    def flush(self) -> None:
        """Keep what is unsaved now, before anything else happens."""
        if not self._session.is_saved and self._session.plan is not self._kept:
            background().drain()
            try:
                self._note(self._work()())
            except Exception as error:  # noqa: BLE001  it is called when the program fails, and must not fail in turn
                self._note(error)

    def close(self, *, wanted: bool = True) -> None:
        """The session ends. What is unsaved stays for the next start, unless it is not `wanted`."""
        self._timer.stop()
        background().drain()
        if self._session.is_saved or not wanted:
            for folder in self._put_down():
                discard(folder)
        if self._lock:
            self._lock.unlock()

    def _follow(self) -> None:
        if self._session.is_saved:
            self._timer.stop()
            for folder in self._put_down():
                background().run(self, partial(discard, folder), _nothing_more)
        elif self._session.plan is not self._kept and not self._timer.isActive():
            self._timer.start()

    def _keep_soon(self) -> None:
        if self._session.is_saved:
            return
        try:
            work = self._work()
        except OSError as error:
            self._note(error)
        else:
            background().run(self, work, self._note)

    def _work(self) -> Callable[[], Plan]:
        """The writing of a copy of what is unsaved now, for any thread."""
        return partial(_keep, self._claimed(), self._session.document, self._session.plan, self._journey())

    def _claimed(self) -> Path:
        """The folder of this session's copy, marked as that of a running program."""
        if self._folder is None:
            self._folder = recovery_folder() / secrets.token_hex(8)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = QLockFile(str(self._folder / LOCK))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return self._folder

    def _put_down(self) -> list[Path]:
        """Forget the folders of copies that are not needed any more; gives them."""
        folders = [folder for folder in (self._inherited, self._folder) if folder]
        if self._lock:
            self._lock.unlock()
        self._folder = self._inherited = self._lock = self._kept = None
        return folders

    def _note(self, kept: Plan | Exception) -> None:
        if isinstance(kept, Exception):
            logging.getLogger("journeymapper").error("could not keep unsaved work", exc_info=kept)
            if not self._is_failing:
                self.failed.emit(str(kept))
            self._is_failing = True
            return
        self._is_failing = False
        self._kept = kept
        if self._inherited:
            discard(self._inherited)
            self._inherited = None
        self._follow()


def discard(folder: Path) -> None:
    """Remove a copy; what that takes is loaded with the first one."""
    from journeymapper.storage import recovery

    recovery.discard(folder)


def _keep(folder: Path, document: Document, plan: Plan, journey: str) -> Plan:
    from journeymapper.storage.recovery import keep

    keep(folder, document, plan, journey)
    return plan


def _nothing_more(_: object) -> None:
    """What could not be removed is offered again, which does no harm."""
