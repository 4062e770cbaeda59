"""Copies of unsaved work, kept apart when the program may not go on, and offered at the next start."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.errors import SaveFailed
from journeymapper.ui.crash import state_folder

if TYPE_CHECKING:
    from journeymapper.ui.session import Session

SUFFIX = ".journey.yaml"


def keep_work(session: Session) -> Path | None:
    """Write the plan into the folder of kept work, if it has edits that no file holds; gives the copy's path.

    A session has one copy, which goes with the next save. None too where the copy can't be written.
    """
    from journeymapper.edits.naming import fresh_id
    from journeymapper.storage.saving import save

    if session.is_saved:
        return None
    folder = _folder()
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        stem = session.path.name.removesuffix(SUFFIX) if session.path else session.plan.title
        held = {path.name.removesuffix(SUFFIX) for path in folder.iterdir()}
        copy = session.kept or folder / f"{fresh_id(stem, held, 'plan')}{SUFFIX}"
        save(replace(session.document, path=None), session.plan, copy)
    except (OSError, SaveFailed):
        logging.getLogger("journeymapper").exception("could not keep unsaved work")
        return None
    session.kept = copy
    return copy


def kept_plans() -> list[Path]:
    """The copies that nobody saved or threw away since, the newest first."""
    return sorted(_folder().glob(f"*{SUFFIX}"), key=_changed, reverse=True)


def is_kept(path: Path) -> bool:
    """Whether a file is one of the copies."""
    return path.parent == _folder()


def _folder() -> Path:
    return state_folder() / "kept"


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # it went meanwhile
        return 0.0
