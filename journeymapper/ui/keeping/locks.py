"""Locks that tell a second window that a plan is open elsewhere; they are advice, in the person's own folder."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile

from journeymapper.ui.crash import state_folder


class Holder(NamedTuple):
    """Who has a plan open: the number of the process, and the computer; 0 and "" where the lock does not say."""

    process: int = 0
    computer: str = ""


class PlanLock:
    """The lock of one plan file. It goes with the object, and is taken over from a process that is gone."""

    def __init__(self, path: Path) -> None:
        folder = state_folder() / "locks"
        folder.mkdir(mode=0o700, exist_ok=True)
        self._file = folder / f"{sha256(str(path.resolve()).encode()).hexdigest()[:24]}.lock"
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # a plan may stay open for days

    def take(self) -> bool:
        """Take the lock, if nobody has it; where no lock can be written at all, there is nothing to wait for."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def seize(self) -> None:
        """Take the lock from whoever has it."""
        with suppress(OSError):
            self._file.unlink()
        self._lock.tryLock(0)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.unlock()

    @property
    def holder(self) -> Holder:
        """Who has the lock."""
        process, computer, _ = self._lock.getLockInfo()
        return Holder(process, computer)
