"""Saving: a plan goes into its file only after the new bytes were read again and say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from journeymapper.errors import PlanUnreadable, SaveFailed
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import atomic_write
from journeymapper.storage.damage import Damage
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.forms import same
from journeymapper.storage.reading import Reading, parse_plan
from journeymapper.storage.source import read_bytes
from journeymapper.storage.surviving import said
from journeymapper.storage.writing import canonical, render


class ChangedOnDisk(SaveFailed):
    """The file was changed by somebody else since it was read; nothing was written."""


def save(document: Document, plan: Plan, path: Path | None = None, *, overwrite: bool = False) -> Document:
    """Write a plan into its document's file, or into `path`, and give the document as it is on disk now.

    Raises SaveFailed with a sentence where that is impossible, and ChangedOnDisk where the document's own file has
    another content than was read, unless `overwrite` is set. The old file is untouched then. A document that can't be
    saved in place, such as a variant, becomes a plan of its own in another file. What is damaged in the file stays as
    it is; where an edit made it readable, the document has it in its plan.
    """
    target = path or document.path
    if target is None:
        raise SaveFailed("the plan has no file yet; choose a name for it")
    in_place = document.path is not None and _is_same_file(target, document.path)
    if document.read_only_reason:
        if in_place:
            raise SaveFailed(document.read_only_reason)
        if document.damage:
            raise SaveFailed("what can't be read in this variant would be lost; mend it in a text editor first")
        document, plan = Document.new(plan), plan.model_copy(update={"extends": None})
    elif in_place and not overwrite:
        _refuse_if_changed(document, target)
    data, saved = _verified(document, plan, target, keep_comments_or_refuse=in_place)
    atomic_write(target, data)
    return replace(saved, path=target)


def _verified(document: Document, plan: Plan, target: Path, *, keep_comments_or_refuse: bool) -> tuple[bytes, Document]:
    """Bytes that are proven to read as the plan; a file of its own may lose comments rather than the plan."""
    kept = document.surviving(plan)
    data = render(document, plan)
    reading = _read(data, target)
    if not keep_comments_or_refuse and not document.damage and not _says(reading, plan, kept):
        data = canonical(plan).encode()
        reading = _read(data, target)
    if reading.opened is not None and _says(reading, plan, kept):
        return data, replace(reading.opened, plan=plan)
    if reading.opened is not None and _says_more(data, reading.opened, plan, kept):
        return data, reading.opened
    raise SaveFailed(f"'{target}' was not written, because {_reason(reading, kept)}")


def _read(data: bytes, target: Path, damaged: Collection[ItemPath] = ()) -> Reading:
    return parse_plan(data, str(target), target.parent, references=False, damaged=damaged)


def _says(reading: Reading, plan: Plan, kept: Iterable[Damage]) -> bool:
    """Whether what was read is the plan, and damaged is what was to stay so.

    Nobody can tell an empty record from none where something in it can't be read.
    """
    opened = reading.opened
    if opened is None or _places(opened.damage) != _places(kept):
        return False
    return same(opened.plan, plan) or (bool(opened.damage) and same(said(opened.plan), said(plan)))


def _says_more(data: bytes, opened: Document, plan: Plan, kept: Iterable[Damage]) -> bool:
    """Whether what was read is the plan, and besides only what was damaged before and fits now.

    An end, for one, that could not be read because an interaction had the same id, which has another one now.
    """
    still = _places(opened.damage)
    fits = [each.path for each in kept if each.place not in still]
    return bool(fits) and _says(_read(data, Path(), fits), plan, kept)


def _places(damage: Iterable[Damage]) -> Counter[tuple[ItemPath, str]]:
    return Counter(each.place for each in damage)


def _reason(reading: Reading, kept: Iterable[Damage]) -> str:
    """Why bytes are not written."""
    before = _places(kept)
    found = [told for each in _damage(reading) if each.place not in before for told in each.findings]
    if reading.opened is None:
        found = list(reading.findings)
    if found:
        return f"it would not be readable again: {found[0].message}"
    return "what else is in the file would be harmed; save it under another name"


def _damage(reading: Reading) -> tuple[Damage, ...]:
    return reading.opened.damage if reading.opened else ()


def _refuse_if_changed(document: Document, target: Path) -> None:
    try:
        now = digest_of(read_bytes(target))
    except PlanUnreadable:
        return  # it is gone, or the write will say what is wrong with it
    if now != document.digest:
        raise ChangedOnDisk(f"'{target}' was changed by somebody else since it was opened")


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError):
        return one == other
