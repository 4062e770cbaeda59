"""Files for a save to be tried on: a plan that stands in one, and what must stand there afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import HERE, PREFIX, SUFFIX
from journeymapper.storage.document import Document
from journeymapper.storage.reading import read_plan

OLD = b"# a plan to be saved\njourneymapper: 1\ntitle: Old\nstages:\n  first:\n    title: First   # of two\n"
NEW = OLD.replace(b"title: Old", b"title: New")
NAME = "plan.journey.yaml"
MEMORY = "/dev/shm"  # noqa: S108  # a folder in it gets a name that nobody can guess
"""Where a save takes no time, for what is tried often and has nothing to do with disks."""


@dataclass(frozen=True)
class Stage:
    """A document, the plan that is to be saved and where; `file` is where the bytes are in the end."""

    name: str
    folder: Path
    document: Document
    plan: Plan
    path: Path
    file: Path
    old: bytes | None = OLD
    new: bytes = NEW
    mode: int = 0o644
    owner: int = -1
    stale: bool = False

    def set_up(self) -> None:
        """Put everything to where it was."""
        for left in (*self.own_temporaries(), *self.stale_temporaries()):
            left.unlink()
        if self.path != self.file and not self.path.is_symlink():
            self.path.unlink(missing_ok=True)
            self.path.symlink_to(self.file)
        self.file.unlink(missing_ok=True)
        if self.old is not None:
            self.file.write_bytes(self.old)
            self.file.chmod(self.mode)
            os.chown(self.file, self.owner, self.owner)
        if self.stale:
            (self.folder / f"{PREFIX}{HERE}-{dead_process()}-00{SUFFIX}").touch()

    def content(self) -> bytes | None:
        """What the file holds, None where there is none."""
        return self.file.read_bytes() if self.file.exists() else None

    def is_torn_apart(self) -> bool:
        """Whether a link is none any more."""
        return self.path != self.file and not self.path.is_symlink()

    def own_temporaries(self) -> list[Path]:
        """What this process left beside the file."""
        return list(self.folder.glob(f"{PREFIX}{HERE}-{os.getpid()}-*"))

    def stale_temporaries(self) -> list[Path]:
        """What a process that is dead left beside the file."""
        return list(self.folder.glob(f"{PREFIX}{HERE}-{dead_process()}-*"))


@cache
def dead_process() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def opened(path: Path) -> tuple[Document, Plan]:
    """The document of a file that holds the old plan, and the new plan."""
    path.write_bytes(OLD)
    document = read_plan(path).document
    assert document is not None  # noqa: S101  # the plan above is one
    return document, document.plan.model_copy(update={"title": "New"})


def _plain(folder: Path) -> Stage:
    path = folder / NAME
    return Stage("a file", folder, *opened(path), path, path)


def _linked(folder: Path) -> Stage:
    (folder / "real").mkdir()
    path, file = folder / NAME, folder / "real" / NAME
    file.touch()
    path.symlink_to(file)
    return Stage("a link", folder / "real", *opened(path), path, file)


def _fresh(folder: Path) -> Stage:
    document, plan = opened(folder / "elsewhere")
    return Stage("a new file", folder, document, plan, folder / NAME, folder / NAME, old=None)


def _of_another(folder: Path) -> Stage:
    path = folder / NAME
    owner = 12345 if os.geteuid() == 0 else -1
    return Stage("another's file", folder, *opened(path), path, path, mode=0o640, owner=owner)


def _littered(folder: Path) -> Stage:
    path = folder / NAME
    return Stage("a littered folder", folder, *opened(path), path, path, stale=True)


STAGES = (_plain, _linked, _fresh, _of_another, _littered)
