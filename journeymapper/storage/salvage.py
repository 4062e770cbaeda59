"""Salvage: the plan that is left when what is wrong is taken out of a file's data, and what that was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.complaints import Complaint, complaints
from journeymapper.storage.damage import Damage, Sound
from journeymapper.storage.forms import short_key
from journeymapper.storage.outline import COLLECTIONS, Outline
from journeymapper.storage.problems import MOST_LOOKED_AT
from journeymapper.storage.shapes import is_entry, is_list, is_map, model_at

NO_TITLE = "?"
"""What stands for the title that a plan must have."""
ROUNDS = 8
"""How often just what is wrong is taken out: a part can be wrong again without what was taken out of it."""
COARSER = (4, 2, 1)
"""How long the paths are then of what is taken out, so that an end is reached whatever the data are."""


def salvage(
    data: dict[str, Any], outline: Outline, error: ValidationError | None = None, damaged: Iterable[ItemPath] = ()
) -> Sound:
    """The sound part of a file's data, and all that is damaged; takes the damaged parts out of `data` itself.

    What can't be read is left out at the nearest place that may be unknown; an item of a map stays as an empty one,
    so that what refers to it holds. `error` is what is wrong with the data where that is known already; `damaged` are
    places to leave out whatever they hold.
    """
    salvager = _Salvager(data, outline)
    for path in damaged:
        salvager.take_out(path, wholly=True)
    return salvager.sound(error)


class _Salvager:
    """Data from which damage is taken out, and a record of it."""

    def __init__(self, data: dict[str, Any], outline: Outline) -> None:
        self._data = data
        self._outline = outline
        self._findings: dict[ItemPath, list[Finding]] = {}
        self._odd_keys: set[ItemPath] = set()
        self._groups: set[ItemPath] = set()
        self._gone: set[str] = set()
        self._told = 0

    def sound(self, error: ValidationError | None) -> Sound:
        """Take out what is wrong until the rest is a plan; at the latest, whole keys of the plan."""
        read: Plan | ValidationError = error or _read(self._data)
        first: tuple[Finding, ...] | None = None
        for depth in (*[None] * ROUNDS, *COARSER):
            if isinstance(read, Plan):
                return self._result(read, first or ())
            found = [(each, self._tell(each)) for each in complaints(read.errors(include_url=False), self._data)]
            first = tuple(finding for _, finding in found if finding) if first is None else first
            self._take_all(found, depth)
            read = _read(self._data)
        return self._result(Plan.model_validate(self._data), first or ())

    def take_out(self, path: ItemPath, findings: Iterable[Finding] = (), *, wholly: bool = False) -> None:
        """Take out what stands at a path, if anything does; an item of a map leaves an empty one, unless `wholly`."""
        holder, key = self._at(path[:-1]), path[-1]
        if not _has(holder, key):
            return
        value = holder[key]
        self._gone.update(_keys({key: value}))
        if not wholly and value != {} and is_entry(path):
            holder[key] = {}
            short = short_key(model_at(path)) if isinstance(value, str) else None
            self._note((*path, short) if short else path, value, findings)
            return
        del holder[key]
        self._note(path, value, findings)
        self._tidy(path[:-1])
        if path == ("title",):
            self._data["title"] = NO_TITLE

    def _take_all(self, found: Iterable[tuple[Complaint, Finding | None]], depth: int | None) -> None:
        """Take out what complaints are about, or their holders at a depth."""
        targets: dict[ItemPath, list[Finding]] = {}
        must_go: set[ItemPath] = set()
        for complaint, finding in found:
            for path, wholly, told in self._targets(complaint, finding):
                targets.setdefault(path[:depth], []).extend([told] if told else [])
                must_go.update([path] if wholly else [])
        for path in sorted(targets, reverse=True):  # from the end, so that places in a list stay right
            self.take_out(path, targets[path], wholly=path in must_go)

    def _targets(
        self, complaint: Complaint, finding: Finding | None
    ) -> Iterator[tuple[ItemPath, bool, Finding | None]]:
        """What to take out because of a complaint, whether it must be gone, and what is said about it."""
        path = complaint.path
        if complaint.misfits:
            for part, why in complaint.misfits.items():
                line, column = self._outline.position(part)
                yield part, True, finding and replace(finding, message=why, items=(part,), line=line, column=column)
        elif complaint.is_odd_key:
            self._odd_keys.add(path)
            yield path, True, finding
        elif not path:
            self._data.setdefault("title", "")
            yield ("title",), True, finding
        elif isinstance(path[-1], int) and not is_list(path[:-1]):
            yield path[:-1], False, finding
        else:
            yield path, False, finding

    def _tell(self, complaint: Complaint) -> Finding | None:
        """The complaint as a finding, unless it is but what follows from what was taken out, or one too many."""
        self._told += 1
        if self._told > MOST_LOOKED_AT or (complaint.lacks and (*complaint.path, complaint.lacks) in self._findings):
            return None
        return complaint.finding(self._outline)

    def _note(self, path: ItemPath, value: Any, findings: Iterable[Finding] = ()) -> None:
        self._findings.setdefault(path, []).extend(findings)
        if value and isinstance(value, dict | list) and (is_map(path) or model_at(path) is Journey):
            self._groups.add(path)

    def _tidy(self, path: ItemPath) -> None:
        """Take out what is empty now: a list that lost all it said, records and maps that are as good as absent."""
        while path and not is_entry(path):
            holder, key = self._at(path[:-1]), path[-1]
            if holder[key]:
                return
            if isinstance(holder[key], list):
                self._note(path, None)
            del holder[key]
            path = path[:-1]

    def _at(self, path: ItemPath) -> Any:
        found: Any = self._data
        for key in path:
            found = found[key] if _has(found, key) else None
        return found

    def _result(self, plan: Plan, first: tuple[Finding, ...]) -> Sound:
        merged: dict[ItemPath, list[Finding]] = {}
        outer: ItemPath | None = None
        for path in sorted(self._findings):
            if outer is None or path[: len(outer)] != outer:
                outer = path
            merged.setdefault(outer, []).extend(self._findings[path])
        damage = [
            Damage(path, tuple(dict.fromkeys(told)), self._text(path), path in self._groups)
            for path, told in merged.items()
        ]
        damage.sort(key=lambda each: self._outline.position(each.path))
        return Sound(plan, first, tuple(damage), frozenset(self._gone))

    def _text(self, path: ItemPath) -> str:
        """What stands in the file at a path; empty where nothing does, or it comes from another file."""
        *_, (depth, entry) = self._outline.way(path)
        is_short = depth == len(path) - 1 and entry.style not in COLLECTIONS
        if depth < len(path) and not is_short:
            return ""
        with_key = path in self._odd_keys
        start, column = (entry.start, entry.column) if with_key else (entry.value, entry.value_at[1])
        text = self._outline.text[start : Chunks(self._outline).content_end(entry)]
        hangs = not with_key and entry.start < entry.value and entry.value_at[0] == entry.line
        return _hanging(text) if hangs else _unindented(text, column)


def _read(data: dict[str, Any]) -> Plan | ValidationError:
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        return error


def _has(holder: Any, key: str | int) -> bool:
    if isinstance(holder, list):
        return isinstance(key, int) and key < len(holder)
    return isinstance(holder, dict) and key in holder


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from _keys(part)


def _hanging(text: str) -> str:
    """A text that begins behind its key, without the spaces that all its further lines begin with."""
    first, feed, rest = text.partition("\n")
    return first + feed + _unindented(rest)


def _unindented(text: str, column: int = 0) -> str:
    """A text that begins at a column without the spaces that all its lines begin with."""
    lines = (" " * column + text).split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:] for line in lines)
