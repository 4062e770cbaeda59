"""A hint that a file may have changed; whether it did, its content says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE = 200
"""Milliseconds in which nothing more happens to the file before it is looked at."""


class FileWatch(QObject):
    """Emits `stirred` some time after something happened to a file or its name."""

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)

    def follow(self, path: Path | None) -> None:
        """Watch this file from now on, and no other."""
        if path != self._path:
            watched = self._watcher.files() + self._watcher.directories()
            if watched:
                self._watcher.removePaths(watched)
            self._path = path
        self._add()

    def _stir(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        self._add()
        self.stirred.emit()

    def _add(self) -> None:
        """Watch file and folder: a file that is put in the place of the old one is another one to the system."""
        if self._path is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        real = self._path.resolve()
        wanted = (str(self._path), str(self._path.parent), str(real), str(real.parent))
        missing = [name for name in dict.fromkeys(wanted) if name not in known and Path(name).exists()]
        if missing:
            self._watcher.addPaths(missing)
