"""Reading a plan: from a file's bytes to a document, or to all the reasons why it is none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journeymapper.errors import PlanUnreadable
from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.damage import Damage, Sound
from journeymapper.storage.dangling import dangling_findings
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.outline import Outline
from journeymapper.storage.problems import (
    BAD_VARIANT,
    FORMAT_VERSION,
    MOST_LOOKED_AT,
    NOT_A_PLAN,
    NOT_TEXT,
    UNREADABLE,
    first_of,
)
from journeymapper.storage.source import Source, decode, read_bytes
from journeymapper.storage.tree import grow, uncollected
from journeymapper.storage.versions import current

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file came to, and what is wrong with the file.

    `opened` is what the window shows: of a plan with wrong values it holds what could be read, and what is damaged.
    """

    opened: Document | None
    findings: tuple[Finding, ...]

    @property
    def document(self) -> Document | None:
        """The document of a plan that was read whole, for all that judges or hands out plans.

        References that name nothing don't matter, so that they can be put right in the window.
        """
        return None if self.opened is None or self.opened.damage else self.opened

    @property
    def unreadable(self) -> bool:
        """Whether it is no plan that this program reads: no such file, a folder, too large, binary, empty, newer."""
        return self.document is None and any(finding.rule in _UNREADABLE for finding in self.findings)


_UNREADABLE = {problem.rule for problem in (UNREADABLE, NOT_TEXT, NOT_A_PLAN, FORMAT_VERSION)}


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's plain data, with that of the plans it extends merged in."""

    data: Data
    outline: Outline
    source: Source
    upgraded: int | None


def read_plan(path: Path) -> Reading:
    """Read a plan file; never raises for a bad file."""
    try:
        data = read_bytes(path)
    except PlanUnreadable as error:
        return Reading(None, (replace(UNREADABLE.at(str(error)), file=str(path)),))
    reading = parse_plan(data, str(path), path.parent, (_real(path),))
    if reading.opened is None:
        return reading
    return Reading(replace(reading.opened, path=path), reading.findings)


def parse_plan(
    data: bytes,
    name: str,
    folder: Path | None,
    seen: tuple[Path, ...] = (),
    *,
    references: bool = True,
    damaged: Collection[ItemPath] = (),
) -> Reading:
    """Read a plan from bytes; `name` is told in findings, plans that it extends are looked for in `folder`.

    `seen` are the files that extend this one; without `references` nobody asks whether ids name anything; places that
    are `damaged` are left out whatever they hold. Never raises for bad content.
    """
    with uncollected():
        content, findings = _content(data, folder, seen)
        opens = all(finding.rule == FORMAT_VERSION.rule for finding in findings)
        damage = _of_version(content, findings) if opens else ()
        sound = _sound(content, damaged) if content is not None and content.data else None
        if content is not None and sound is not None:
            findings += sound.findings
            if references:
                findings += islice(dangling_findings(sound.plan, content.outline, sound.gone), MOST_LOOKED_AT)
    told = tuple(replace(finding, file=name) for finding in first_of(findings))
    if content is None or sound is None or not opens:
        return Reading(None, told)
    text, bom, newline, open_ended = content.source
    document = Document(
        None, text, sound.plan, digest_of(data), bom, newline, _read_only_reason(sound.plan), content.upgraded,
        content.outline, open_ended,
    )  # fmt: skip
    return Reading(replace(document, damage=(*damage, *sound.damage), gone=sound.gone), told)


def _read_only_reason(plan: Plan) -> str:
    if not plan.extends:
        return ""
    return f"this plan is a variant of '{plan.extends}'; change it in a text editor, or save it as a plan of its own"


def _sound(content: _Content, damaged: Collection[ItemPath]) -> Sound:
    """The plan, or what is left of it, and what is wrong with the rest."""
    wrong = None
    if not damaged:
        try:
            return Sound(Plan.model_validate(content.data))
        except ValidationError as error:
            wrong = error
    from journeymapper.storage.salvage import salvage

    return salvage(content.data, content.outline, wrong, damaged)


def _of_version(content: _Content | None, findings: list[Finding]) -> tuple[Damage, ...]:
    """The damage of a format version that is missing or no number; the data are read as of the current one."""
    if content is None or not findings:
        return ()
    entry = content.outline.entry(("journeymapper",))
    text = content.outline.text[entry.value : max(entry.value, entry.value_end)] if entry else ""
    return (Damage(("journeymapper",), tuple(findings), text),)


def _content(data: bytes, folder: Path | None, seen: tuple[Path, ...]) -> tuple[_Content | None, list[Finding]]:
    """Plain data in the current format, or None with the reasons why there is none."""
    source, findings = decode(data)
    if source is None or findings:
        return None, findings
    tree = grow(source.text)
    if not tree.data and tree.findings:
        return None, tree.findings
    plain, wrong, upgraded = current(tree.data, tree.outline)
    content, findings = _Content(plain, tree.outline, source, upgraded), [*tree.findings, *wrong]
    if "extends" not in plain:
        return content, findings
    try:
        return _on_base(content, folder, seen), findings
    except PlanUnreadable as error:
        place = tree.outline.position(("extends",), of_value=True)
        return None, [*findings, BAD_VARIANT.at(str(error), *place)]


def _on_base(content: _Content, folder: Path | None, seen: tuple[Path, ...]) -> _Content:
    """A variant's content on that of the plan it extends; raises PlanUnreadable where that one is no plan."""
    from journeymapper.storage.variants import base_of, merged

    name = content.data["extends"]
    path = base_of(name, folder, seen)
    base, findings = _content(read_bytes(path), path.parent, (*seen, path))
    if base is None or findings:
        first = findings[0]
        raise PlanUnreadable(f"'{name}', which this plan extends, is wrong in line {first.line}: {first.message}")
    return replace(content, data=merged(base.data, content.data))


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
