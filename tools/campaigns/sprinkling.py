"""Comments that name the item that they belong to, put above, beside and below the items of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from pydantic import BaseModel

from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.storage.canonical import flow
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.document import Document
from journeymapper.storage.forms import entries, is_group
from journeymapper.storage.outline import Entry, Outline
from journeymapper.storage.scalars import key_text
from journeymapper.storage.shapes import keys_of
from journeymapper.storage.splicing import Splice, apply

Kind = Literal["^", "<", "v"]
STEP = 2


@dataclass(frozen=True)
class Mark:
    """A comment: above (`^`), beside (`<`) or below (`v`) the item at a path; of a list's item, `text` is the item."""

    number: int
    kind: Kind
    path: ItemPath
    text: str | None = None

    @property
    def comment(self) -> str:
        """The comment as it is written; nothing else in the file looks like it."""
        return f"# {self.kind}{self.number}: {'/'.join(map(str, self.path))}"


def walk(outline: Outline, entry: Entry | None = None, at: ItemPath = ()) -> Iterator[tuple[ItemPath, Entry]]:
    """All entries of a file with their places, in its order; those inside a planner's own keys left out."""
    for key, part in outline.parts(entry or outline.root).items():
        yield (*at, key), part
        if not str(key).startswith("x-"):
            yield from walk(outline, part, (*at, key))


def in_brackets(document: Document, chance: Random, often: float) -> str:
    """The text of a file with some of its groups between brackets, each entry in a line or all in one."""
    outline, chunks = document.outline, Chunks(document.outline)
    splices: list[Splice] = []
    done = 0
    for path, entry in walk(outline):
        value = value_at(document.plan, path)
        if entry.start < done or entry.style != ":" or not is_group(value) or chance.random() > often:
            continue
        if "#" in outline.text[entry.start : chunks.end(entry)]:
            continue
        done = chunks.content_end(entry)
        colon = chunks.colon_end(entry)
        splices.append(Splice(colon, done, " " + _bracketed(value, chunks.column(entry), chance)))
    return apply(outline.text, splices)


def _bracketed(value: Any, column: int, chance: Random) -> str:
    if chance.random() < 0.3:
        return flow(value)
    margin = " " * (column + STEP)
    lines = [f"{margin}{key_text(key, flow=True)}: {flow(part)}" for key, part in entries(value).items()]
    comma = "," if chance.random() < 0.3 else ""
    ending = f"\n{' ' * (column + 1)}}}" if chance.random() < 0.7 else "}"
    return "{\n" + ",\n".join(lines) + comma + ending


def value_at(value: Any, path: ItemPath) -> Any:
    """What a plan has at a place, by the keys of the file; None where it has nothing."""
    for key in path:
        value = part_of(value, key)
    return value


def part_of(value: Any, key: str | int) -> Any:
    """What stands under a key of a record or map, or at a place of a list; None where nothing does."""
    if isinstance(key, int):
        return value[key] if isinstance(value, tuple) and key < len(value) else None
    if not isinstance(value, BaseModel):
        return value.get(key) if isinstance(value, Mapping) else None
    held = value.__dict__.get(keys_of(type(value)).get(key, ""), (value.__pydantic_extra__ or {}).get(key))
    return None if isinstance(held, FrozenMap) and not held else held


def is_said(value: Any, path: ItemPath) -> bool:
    """Whether a plan has something at a place, if only an empty text."""
    holder = value_at(value, path[:-1])
    if isinstance(holder, BaseModel) and str(path[-1]).startswith("x-"):
        return path[-1] in (holder.__pydantic_extra__ or {})
    if isinstance(holder, BaseModel | tuple):
        return part_of(holder, path[-1]) is not None
    return isinstance(holder, Mapping) and path[-1] in holder


def sprinkled(document: Document, chance: Random, often: float) -> tuple[str, list[Mark]]:
    """The text of a file with comments at some of its items."""
    marks: list[Mark] = []
    splices: list[Splice] = []
    lines = _Lines(document.outline)
    for path, entry in sorted(walk(document.outline), key=lambda found: -len(found[0])):
        for kind, place, before, after in lines.places(entry):
            if chance.random() > often:
                continue
            holder, item = value_at(document.plan, path[:-1]), None
            if isinstance(holder, tuple):
                item = holder[int(path[-1])]
                if not isinstance(item, str) or holder.count(item) > 1:
                    continue
            elif not is_said(document.plan, path):  # a key with nothing behind it
                continue
            mark = Mark(len(marks) + 1, kind, path if item is None else path[:-1], item)
            marks.append(mark)
            splices.append(Splice(place, place, before + mark.comment + after))
    return apply(document.outline.text, splices), marks


class _Lines:
    """Where comments can be put so that nobody doubts whose they are."""

    def __init__(self, outline: Outline) -> None:
        self._outline, self._text, self._chunks = outline, outline.text, Chunks(outline)
        firsts: dict[int, tuple[ItemPath, Entry]] = {}
        self._crowded: set[int] = set()
        self._in_brackets: set[int] = set()
        for path, entry in walk(outline):
            first, _ = firsts.setdefault(entry.line, (path, entry))
            if first != path[: len(first)]:
                self._crowded.add(entry.line)
            if entry.style in ("{", "[") or id(entry) in self._in_brackets:
                self._in_brackets.update(map(id, outline.parts(entry).values()))
        self._firsts = {id(entry) for _, entry in firsts.values()}

    def places(self, entry: Entry) -> Iterator[tuple[Kind, int, str, str]]:
        """Kind, index, and what goes before and after the comment."""
        if id(entry) not in self._firsts:
            return
        start = self._text.rfind("\n", 0, entry.start) + 1
        margin = self._text[start : entry.start]
        if margin.strip() in ("", "-"):
            yield "^", start, " " * (len(margin) - len(margin.lstrip())), "\n"
        end = self._chunks.line_end(entry.start) - 1
        if entry.line not in self._crowded and self._is_free(entry, end):
            yield "<", end, "   ", ""
        if entry.style in (":", "") and id(entry) not in self._in_brackets:
            below = self._chunks.line_end(self._chunks.content_end(entry))
            yield "v", below, " " * self._depth(entry), "\n"

    def _is_free(self, entry: Entry, end: int) -> bool:
        """Whether a comment may stand at the end of the line in which an entry begins."""
        if entry.style in ("|", ">"):
            return bool(re.fullmatch(r"[|>][-+0-9]*", self._text[entry.value : end]))
        if entry.style in (":", "-"):
            return not self._text[self._chunks.colon_end(entry) : end].strip()
        if entry.value_end <= end:
            return self._text[max(entry.value_end, self._chunks.colon_end(entry)) : end].strip() in ("", ",")
        return self._text[entry.value : end].strip() in ("{", "[")

    def _depth(self, entry: Entry) -> int:
        """How deep a comment below an entry stands: as deep as its parts."""
        parts = list(self._outline.parts(entry).values())
        column = self._chunks.column(entry)
        return self._chunks.column(parts[0]) if parts else column + STEP
