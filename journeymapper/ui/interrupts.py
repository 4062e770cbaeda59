"""Signals of the system (Ctrl-C, the end of a session) brought into Qt's loop, which Python's handlers don't reach."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Interrupts(QObject):
    """Emits `raised` when the system asks the program to end; on Windows it never does."""

    raised = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if os.name != "posix":
            return
        self._read_end, write_end = os.pipe()
        for end in (self._read_end, write_end):
            os.set_blocking(end, False)
        # Python notes a signal but runs no handler while Qt waits: the byte in the pipe wakes the loop
        signal.set_wakeup_fd(write_end)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def _take(self) -> None:
        os.read(self._read_end, 16)
        self.raised.emit()


def _noted(number: int, frame: FrameType | None) -> None:
    """The byte in the pipe says it all."""
