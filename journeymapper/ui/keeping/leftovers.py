"""Unsaved work that a program which was cut off left behind, and what is known of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile

from journeymapper.compare.differences import Difference, differences
from journeymapper.errors import PlanUnreadable
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.recovery import Kept, kept_in
from journeymapper.storage.source import read_bytes
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.keeping.journal import LOCK


class Leftover(NamedTuple):
    """Kept work read again: its plan, the file's content that it was made from (None if there was none), what differs.

    `is_older` tells that the file was changed after the work was begun.
    """

    kept: Kept
    plan: Plan
    base: Document | None
    found: tuple[Difference, ...]
    is_older: bool


def leftovers() -> list[Kept]:
    """What programs that do not run any more left unsaved, the newest first."""
    try:
        folders = [folder for folder in recovery_folder().iterdir() if folder.is_dir()]
    except OSError:
        return []
    found = (kept_in(folder) for folder in folders if _is_abandoned(folder))
    return sorted((kept for kept in found if kept), key=lambda kept: kept.when, reverse=True)


def leftover_of(path: Path) -> Kept | None:
    """The newest kept work on a plan's file."""
    real = path.resolve()
    return next((kept for kept in leftovers() if kept.path == real), None)


def examined(kept: Kept) -> Leftover | None:
    """Kept work with what differs from the file it was made from; None where it can't be read as a plan."""
    folder = kept.path.parent if kept.path else None
    work = parse_plan(kept.work, str(kept.path or ""), folder, references=False).opened
    if work is None:
        return None
    base = base_of(kept)
    found = differences(base.plan, work.plan) if base else ()
    return Leftover(kept, work.plan, base, found, _is_older(kept))


def base_of(kept: Kept) -> Document | None:
    """The document that the kept work was made from; the plan's file may hold something else by now."""
    if kept.base is None:
        return None
    base = parse_plan(kept.base, str(kept.path or ""), kept.path.parent if kept.path else None, references=False)
    return replace(base.opened, path=kept.path, digest=kept.base_digest) if base.opened else None


def file_as_kept(kept: Kept) -> Document | None:
    """The plan's file, where it still holds what the work was made from."""
    if kept.path is None:
        return None
    document = read_plan(kept.path).opened
    return document if document and document.digest == kept.base_digest else None


def _is_older(kept: Kept) -> bool:
    """Whether the file holds something else than what the work was made from."""
    if kept.path is None or kept.base is None:
        return False
    try:
        return digest_of(read_bytes(kept.path)) != kept.base_digest
    except PlanUnreadable:
        return True


def _is_abandoned(folder: Path) -> bool:
    """Whether no running program has the copy."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True
