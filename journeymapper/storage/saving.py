"""Saving: a plan goes into its file only after the new bytes were read again and say the same."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from journeymapper.errors import PlanUnreadable, SaveFailed
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import atomic_write
from journeymapper.storage.comments import comments_in
from journeymapper.storage.damage import Damage
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.exclusive import exclusive
from journeymapper.storage.formatting import formatted
from journeymapper.storage.forms import same
from journeymapper.storage.outline import Outline
from journeymapper.storage.reading import Reading, parse_plan
from journeymapper.storage.source import encode, read_bytes
from journeymapper.storage.surviving import said
from journeymapper.storage.tree import uncollected
from journeymapper.storage.variants import keys_said, own_data
from journeymapper.storage.writing import canonical, render, resting


class NotProven(SaveFailed):
    """The bytes that were to be written don't read as the plan, which is the program's fault; nothing was written."""


class ChangedOnDisk(SaveFailed):
    """The file was changed by somebody else since it was read; nothing was written."""


def save(document: Document, plan: Plan, path: Path | None = None, *, overwrite: bool = False) -> Document:
    """Write a plan into its document's file, or into `path`, and give the document as it is on disk now.

    Raises SaveFailed with a sentence where that is impossible, and ChangedOnDisk where the document's own file has
    another content than was read, unless `overwrite` is set. The old file is untouched then. A variant can't be saved
    in place; in another file it becomes a plan of its own. What is damaged in the file stays as it is; where an edit
    made it readable, the document has it in its plan.
    """
    target = path or document.path
    if target is None:
        raise SaveFailed("the plan has no file yet; choose a name for it")
    in_place = document.path is not None and _is_same_file(target, document.path)
    if in_place and document.read_only_reason:
        raise SaveFailed(document.read_only_reason)
    if plan.extends:
        if document.damage:
            raise SaveFailed("what can't be read in this variant would be lost; mend it in a text editor first")
        document, plan = Document.new(plan), plan.model_copy(update={"extends": None})
    with uncollected():
        data, saved = _verified(document, plan, target, keep_comments_or_refuse=in_place)
    with exclusive(target):
        if in_place and not overwrite:
            _refuse_if_changed(target, document.digest, digest_of(data))
        atomic_write(target, data)
    return replace(saved, path=target, opened=document.opened or _as_opened(document))


def _as_opened(document: Document) -> Document | None:
    """What to remember of a document as it was read; one of an older format is not written in that again."""
    return None if document.upgraded is not None else replace(document, outline=Outline())


def tidied(document: Document, folder: Path) -> bytes:
    """The bytes of the document's file in canonical form, proven to hold the same plan and the same comments.

    `folder` is where plans that it extends are looked for. Raises SaveFailed where the proof fails.
    """
    with uncollected():
        text = formatted(document)
    data = encode(text, bom=document.bom, newline=document.newline)
    if text != document.text:
        again = parse_plan(data, "", folder, references=False)
        if not _says(again, document.plan, ()) or not _has_the_same_beside(document, text):
            name = document.path or "the plan"
            raise SaveFailed(f"'{name}' was not formatted, because what is in it would not have stayed the same")
    return data


def replace_file(document: Document, data: bytes) -> None:
    """Put other bytes in the place of the document's file; raises SaveFailed, or ChangedOnDisk as `save` does."""
    if document.path is None:
        raise SaveFailed("the plan has no file yet; choose a name for it")
    with exclusive(document.path):
        _refuse_if_changed(document.path, document.digest, digest_of(data))
        atomic_write(document.path, data)


def _has_the_same_beside(document: Document, text: str) -> bool:
    """Whether a text keeps the document's comments and, for a variant, says the same itself."""
    before, after = (Counter(comment.text for comment in comments_in(each)) for each in (document.text, text))
    is_variant = bool(document.plan.extends)
    return before == after and not (is_variant and keys_said(own_data(document.text)) != keys_said(own_data(text)))


def _verified(document: Document, plan: Plan, target: Path, *, keep_comments_or_refuse: bool) -> tuple[bytes, Document]:
    """Bytes that are proven to read as the plan; a file of its own may lose comments rather than the plan."""
    kept = resting(document, plan).surviving(plan)
    data = render(document, plan)
    reading = _read(data, target)
    if not keep_comments_or_refuse and not document.damage and not _says(reading, plan, kept):
        data = canonical(plan).encode()
        reading = _read(data, target)
    if reading.opened is not None and _says(reading, plan, kept):
        return data, replace(reading.opened, plan=plan)
    if reading.opened is not None and _says_more(data, reading.opened, plan, kept):
        return data, reading.opened
    raise NotProven(f"'{target}' was not written, because {_reason(reading, kept)}")


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


def _refuse_if_changed(target: Path, *known: str) -> None:
    """Raise where a file holds something else than what was read, or what is to be written anyway."""
    try:
        now = digest_of(read_bytes(target))
    except PlanUnreadable as error:
        if os.path.isfile(target):  # noqa: PTH113  # Path.is_file raises where a folder can't be looked into
            raise ChangedOnDisk(f"{error}, so nobody knows whether it was changed since it was opened") from None
        return  # it is gone, or the write will say what is wrong with it
    if now not in known:
        raise ChangedOnDisk(f"'{target}' was changed by somebody else since it was opened")


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one == other or one.resolve() == other.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
