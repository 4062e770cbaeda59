"""Keeps a copy of unsaved work where nothing else touches it, when the program may not go on."""

from __future__ import annotations

from pathlib import Path

from journeymapper.edits.naming import fresh_id
from journeymapper.ui.crash import state_folder
from journeymapper.ui.session import Session


def keep_work(session: Session) -> Path | None:
    """Write the plan into the folder of kept work, if it has edits that no file holds; gives the copy's path."""
    from journeymapper.storage.atomic import atomic_write
    from journeymapper.storage.writing import canonical

    if session.is_saved:
        return None
    folder = state_folder() / "kept"
    folder.mkdir(mode=0o700, exist_ok=True)
    stem = session.path.name.removesuffix(".journey.yaml") if session.path else session.plan.title
    copy = folder / f"{fresh_id(stem, (), 'plan')}.journey.yaml"
    atomic_write(copy, canonical(session.plan).encode())
    return copy
