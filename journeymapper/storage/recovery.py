"""Copies of work that no file holds yet, written so that whatever happens the last whole one is there."""

from __future__ import annotations

import json
import logging
import secrets
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from journeymapper.errors import PlanUnreadable
from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import atomic_write
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.source import encode, read_bytes
from journeymapper.storage.tree import uncollected
from journeymapper.storage.writing import canonical, render

ABOUT = "about.json"
SUFFIX = ".journey.yaml"
CHEAP = 1_000_000
"""Bytes up to which a copy is read again before it is trusted; more would take a second after each edit."""


class Kept(NamedTuple):
    """A copy of unsaved work: the plan's text, and the content of its file that it was made from.

    `path` is None for a plan that was never saved, `base` for one without a file of its own; `journey` was looked at.
    """

    folder: Path
    path: Path | None
    title: str
    when: datetime
    journey: str
    work: bytes
    base: bytes | None
    base_digest: str


def keep(folder: Path, document: Document, plan: Plan, journey: str = "") -> None:
    """Write a copy of `plan` and of what its document's file held into a folder of its own; it replaces the one before.

    Killed at any moment, the folder still holds the copy before or this one. Raises SaveFailed or OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = document.text and not plan.extends
    base = f"base-{document.digest[:16]}{SUFFIX}" if own else ""
    if base and not (folder / base).exists():
        atomic_write(folder / base, _read_from(document))
    with uncollected():
        work, data = f"work-{secrets.token_hex(8)}{SUFFIX}", _work(document, plan)
    atomic_write(folder / work, data)
    about = {
        "path": str(document.path.resolve()) if document.path else "",
        "title": plan.title,
        "when": datetime.now(UTC).isoformat(),
        "journey": journey,
        "work": work,
        "digest": digest_of(data),
        "base": base,
        "base_digest": document.digest,
    }
    atomic_write(folder / ABOUT, json.dumps(about, indent=1).encode())
    for older in folder.glob(f"*{SUFFIX}"):
        if older.name not in (work, base):
            with suppress(OSError):
                older.unlink()


def _read_from(document: Document) -> bytes:
    """What the document's file held."""
    return encode(document.text, bom=document.bom, newline=document.newline, open_ended=document.open_ended)


def kept_in(folder: Path) -> Kept | None:
    """The copy in a folder; None where there is none that is whole."""
    try:
        about = json.loads(read_bytes(folder / ABOUT))
        return _kept(folder, about)
    except (PlanUnreadable, ValueError, KeyError, TypeError):
        return None


def discard(folder: Path) -> None:
    """Remove a copy: it is saved, or nobody wants it."""
    shutil.rmtree(folder, ignore_errors=True)


def _kept(folder: Path, about: dict[str, Any]) -> Kept | None:
    work = read_bytes(folder / Path(about["work"]).name)
    if digest_of(work) != about["digest"]:
        return None
    base = read_bytes(folder / Path(about["base"]).name) if about["base"] else None
    path = Path(about["path"]) if about["path"] else None
    when = datetime.fromisoformat(about["when"])
    return Kept(folder, path, str(about["title"]), when, str(about["journey"]), work, base, str(about["base_digest"]))


def _work(document: Document, plan: Plan) -> bytes:
    """The plan as a save would write it, else in canonical form; a variant as the plan that it comes to."""
    if plan.extends:
        return canonical(plan.model_copy(update={"extends": None})).encode()
    try:
        data = render(document, plan)
    except Exception:
        logging.getLogger("journeymapper").exception("unsaved work is kept without its comments")
        return canonical(plan).encode()
    if len(data) > CHEAP:
        return data
    reading = parse_plan(data, "", None, references=False)
    is_plan = reading.opened is not None and same(reading.opened.plan, plan)
    return data if is_plan else canonical(plan).encode()
