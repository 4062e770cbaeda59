"""Rewriting what changed inside a file's text, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import BaseModel

from journeymapper.storage.canonical import STEP, field_lines, flow, is_one_line, item, item_lines, value_lines
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.damage import Damage
from journeymapper.storage.damaged import DamagedEntries
from journeymapper.storage.forms import entries, is_group, same
from journeymapper.storage.gaps import as_gap, closing, gap_between, opening, usual_gap, usual_margin
from journeymapper.storage.ordering import in_file_order, longest_rising
from journeymapper.storage.outline import Entry, Outline
from journeymapper.storage.recognising import renamed
from journeymapper.storage.scalars import Verbatim, key_text, scalar
from journeymapper.storage.shapes import keys_of
from journeymapper.storage.surviving import goes_whole


class Splice(NamedTuple):
    """A piece of a text and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Slot:
    """One entry as it shall be: where it stands now, if anywhere, and its value before and after.

    An item of a list has no key; `was` is the key that the entry has in the text.
    """

    entry: Entry | None
    key: str | None
    old: Any
    new: Any
    was: str | None = None


_ABSENT = object()
_COMMENT = re.compile(r"[ \t]+#.*")
Parts = Mapping[str | int, Entry]
_Above = Mapping[int, Entry | None]


def apply(text: str, splices: Iterable[Splice], start: int = 0, end: int | None = None) -> str:
    """The part of a text from `start` to `end` with the splices made; those at one place in their order."""
    pieces, position = [], start
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        pieces += [text[position : splice.start], splice.text]
        position = splice.end
    return "".join([*pieces, text[position : len(text) if end is None else end]])


class Splicer:
    """Finds the splices that turn the text of an old value into that of a new one.

    Entries that are damaged stay as they are, unless the new value has something to put in their place.
    """

    def __init__(self, outline: Outline, damage: Collection[Damage] = ()) -> None:
        self._outline = outline
        self._text = outline.text
        self._chunks = Chunks(outline)
        self._damaged = DamagedEntries(outline, damage)

    def group(self, entry: Entry, old: Any, new: Any, *, inline: bool = False) -> list[Splice]:
        """The splices for a record or map that stands in `entry`; `inline` where that is itself between brackets."""
        parts, olds, news = self._outline.parts(entry), entries(old), entries(new)
        wary = list(map(str, self._damaged.among(parts)))
        called = renamed(olds, news) if isinstance(new, Mapping) else {}
        known = {called.get(key, key) for key in news}
        stays = [key for key in wary if key not in known and not goes_whole(old, olds.get(key, {}))]
        kept = {key: _Slot(parts[key], key, olds.get(key), {} if key in olds else None, key) for key in stays}
        order = list(news) if isinstance(new, Mapping) else _format_order(parts, new, {**news, **kept})
        slots = [kept.get(key) or _slot(parts, called.get(key, key), key, olds, news) for key in order]
        slots = [slot for slot in slots if slot.entry or not same(slot.old, slot.new)]  # but for what stands in
        gone = [part for key, part in parts.items() if key in olds and key not in known and key not in kept]
        return self._arranged(entry, _with_kept(slots, kept.values(), parts.values()), gone, new, inline=inline)

    def _items(self, entry: Entry, old: Sequence[Any], new: Sequence[Any], *, inline: bool) -> list[Splice]:
        """The splices for a list."""
        parts = self._outline.parts(entry)
        wrong = self._damaged.among(parts)
        sound = [part for key, part in parts.items() if key not in wrong]
        slots: list[_Slot] = []
        gone: list[tuple[Any, Entry]] = []
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, list(map(repr, old)), list(map(repr, new))).get_opcodes():
            paired = i2 - i1 if kind == "equal" or i2 - i1 == j2 - j1 else 0
            for step in range(j2 - j1):
                known = step < paired
                before = old[i1 + step] if known else _ABSENT
                slots.append(_Slot(sound[i1 + step] if known else None, None, before, new[j1 + step]))
            gone += zip(old[i1 + paired : i2], sound[i1 + paired : i2], strict=True)
        slots = [_moved(slot, gone) for slot in slots]
        slots = _with_kept(slots, [_Slot(parts[key], None, None, None) for key in wrong], parts.values())
        return self._arranged(entry, slots, [part for _, part in gone], new, inline=inline)

    def _arranged(self, entry: Entry, slots: list[_Slot], gone: list[Entry], new: Any, *, inline: bool) -> list[Splice]:
        if not any(slot.entry for slot in slots):
            return self._replaced_inline(entry, new) if inline else self._replaced(entry, new)
        if entry.style in ("{", "["):
            return self._flow(entry, slots, gone)
        return self._block(entry, slots, gone, new)

    def _block(self, holder: Entry, slots: list[_Slot], gone: list[Entry], new: Any) -> list[Splice]:
        """Each entry on lines of its own: some are changed in place, some moved, some inserted, some cut out."""
        parts = list(self._outline.parts(holder).values())
        index = {id(part): number for number, part in enumerate(parts)}
        above: _Above = {id(part): before for before, part in zip([None, *parts], parts, strict=False)}
        staying = longest_rising([index[id(slot.entry)] for slot in slots if slot.entry])
        splices = [self._removal(part, above[id(part)]) for part in gone]
        first = next(slot.entry for slot in slots if slot.entry and index[id(slot.entry)] in staying)
        anchor: Entry | None = None
        for slot in slots:
            if slot.entry and index[id(slot.entry)] in staying:
                splices += self._changed(slot, new)
                anchor = slot.entry
                continue
            if slot.entry:
                cut = self._cut(slot.entry, above[id(slot.entry)])
                splices.append(cut)
                text = apply(self._text, self._changed(slot, new), cut.start, cut.end)
            else:
                text = self._new_text(slot, new, first, anchor, above)
            position = self._chunks.end(anchor) if anchor else self._chunks.start(first, above[id(first)])
            splices.append(Splice(position, position, text))
        return splices

    def _new_text(self, slot: _Slot, owner: Any, first: Entry, anchor: Entry | None, above: _Above) -> str:
        """The lines of a new entry, apart by an empty line where its neighbour is."""
        column = self._chunks.column(first)
        if slot.key is None:
            return "\n".join([*item_lines(slot.new, column), ""])
        lines = field_lines(slot.key, slot.new, column, owner)
        if anchor is None:
            return "\n".join([*lines, ""])
        start = self._chunks.start(anchor, above[id(anchor)])
        apart = self._text[max(start - 2, 0) : start] == "\n\n" or (
            column == 0 and len(lines) > 1 and is_group(slot.new)
        )
        return "\n".join([*([""] if apart else []), *lines, ""])

    def _flow(self, holder: Entry, slots: list[_Slot], gone: list[Entry]) -> list[Splice]:
        """Entries between brackets; each takes the comment behind it and those above it along."""
        parts = list(self._outline.parts(holder).values())
        if not gone and [slot.entry for slot in slots] == parts:
            return [splice for slot in slots for splice in self._changed(slot, None, inline=True)]
        lead = self._text[holder.value + 1 : parts[0].start]
        tail = self._text[parts[-1].value_end : holder.value_end - 1]
        gaps = [self._text[part.value_end : after.start] for part, after in pairwise(parts)]
        margin = usual_margin([lead, *gaps], " " * (self._chunks.column(holder) + 1))
        behind = {id(part): gap for part, gap in zip(parts, [*gaps, as_gap(tail, margin)], strict=True)}
        above = {id(part): gap for part, gap in zip(parts, [lead, *gaps], strict=True)}
        first, last = slots[0].entry, slots[-1].entry
        pieces = [lead if first is parts[0] else opening(lead, above.get(id(first), ""), margin)]
        for slot, following in pairwise(slots):
            gap = gap_between(behind.get(id(slot.entry)), above.get(id(following.entry)), usual_gap(gaps))
            pieces += [self._piece(slot), gap]
        pieces += [
            self._piece(slots[-1]),
            tail if last is parts[-1] else closing(tail, behind.get(id(last), ""), margin),
        ]
        return [Splice(holder.value + 1, holder.value_end - 1, "".join(pieces))]

    def _piece(self, slot: _Slot) -> str:
        if slot.entry is None:
            return flow(slot.new) if slot.key is None else f"{key_text(slot.key, flow=True)}: {flow(slot.new)}"
        changes = self._changed(slot, None, inline=True)
        return apply(self._text, changes, slot.entry.start, slot.entry.value_end)

    def _changed(self, slot: _Slot, owner: Any, *, inline: bool = False) -> list[Splice]:
        """The splices for an entry that stays."""
        entry = slot.entry
        if entry is None:
            return []
        if slot.key is not None and slot.key != slot.was:
            name = Splice(entry.start, entry.key_end, key_text(slot.key, flow=True))
            return [name, *self._changed(replace(slot, was=slot.key), owner, inline=inline)]
        return [] if same(slot.old, slot.new) else self._rewritten(entry, slot, owner, inline=inline)

    def _rewritten(self, entry: Entry, slot: _Slot, owner: Any, *, inline: bool) -> list[Splice]:
        """The splices for a value that differs: inside it as far as that goes, else as a whole."""
        old, new = slot.old, self._with_short(entry, slot.new)
        if not self._damaged.is_wrong(entry) and (slot.key is None or not slot.key.startswith("x-")):
            if is_group(new) and entry.style in ("{", ":") and (entries(new) or self._damaged.is_around(entry)):
                return self.group(entry, old if is_group(old) else {}, new, inline=inline)
            if isinstance(old, tuple) and isinstance(new, tuple) and old and new and entry.style in ("[", "-"):
                return self._items(entry, old, new, inline=inline)
        if slot.key is None:
            text = flow(new, entry.style) if inline else item(new, entry.style)
            return [Splice(entry.value, entry.value_end, text)]
        if inline:
            return self._replaced_inline(entry, new)
        return self._replaced(entry, new, one_line=is_one_line(owner, slot.key))

    def _with_short(self, entry: Entry, new: Any) -> Any:
        """A record whose short form is damaged, with the damaged text for the fact that is still unknown."""
        key = self._damaged.short(entry)
        if not key or not isinstance(new, BaseModel) or key in entries(new):
            return new
        text = self._text[entry.value : self._chunks.content_end(entry)].replace("\n", "\n" + STEP * " ")
        return new.model_copy(update={key: Verbatim(text)})

    def _replaced_inline(self, entry: Entry, new: Any) -> list[Splice]:
        text, comment = flow(new, entry.style), self._chunks.bracket_comment(entry)
        if comment and text[0] in ("{", "["):
            text = f"{text[0]}{comment}\n{' ' * (self._chunks.column(entry) + 1)}{text[1:]}"
        if entry.value < entry.value_end:
            return [Splice(entry.value, entry.value_end, text)]
        colon = self._chunks.colon_end(entry)
        return [Splice(colon, max(colon, entry.value), f" {text}" if colon > entry.key_end else f": {text}")]

    def _replaced(self, entry: Entry, new: Any, *, one_line: bool = True) -> list[Splice]:
        """The splices that put a new value behind an entry's colon; a comment in that line stays."""
        head, below = value_lines(new, self._chunks.column(entry), one_line=one_line)
        if isinstance(new, str) and entry.style in ("'", '"') and not below:
            head = f" {scalar(new, quote=entry.style)}"
        lines = "".join(f"\n{line}" for line in below)
        colon = self._chunks.colon_end(entry)
        if entry.style in ("|", ">", ":", "-"):
            comment = _COMMENT.search(self._text, colon, self._chunks.line_end(colon))
            end = self._chunks.inner_end(entry)
            return [Splice(colon, end, head + (comment[0] if comment else "") + lines)]
        written = max(colon, entry.value_end)
        head += self._chunks.bracket_comment(entry)
        if not below and head and entry.value < entry.value_end:
            return [Splice(entry.value, entry.value_end, head[1:])]
        line_end = self._chunks.line_end(written)
        return [Splice(colon, written, head), Splice(line_end - 1, line_end - 1, lines)]

    def _cut(self, entry: Entry, above: Entry | None) -> Splice:
        return Splice(self._chunks.start(entry, above), self._chunks.end(entry), "")

    def _removal(self, entry: Entry, above: Entry | None) -> Splice:
        """The lines of an entry that goes; of the empty lines around it, the one above goes along."""
        cut = self._cut(entry, above)
        below = self._text[cut.end : cut.end + 1] in ("", "\n")
        apart = below and self._text[max(cut.start - 2, 0) : cut.start] == "\n\n"
        return cut._replace(start=cut.start - 1) if apart else cut


def _moved(slot: _Slot, gone: list[tuple[Any, Entry]]) -> _Slot:
    """The slot of a list's item, with the entry that it has elsewhere in the list; that one is taken out of `gone`."""
    for place, (value, part) in enumerate(gone if slot.entry is None else ()):
        if same(value, slot.new):
            del gone[place]
            return replace(slot, entry=part, old=value)
    return slot


def _slot(parts: Parts, was: str, key: str, olds: Mapping[str, Any], news: Mapping[str, Any]) -> _Slot:
    return _Slot(parts.get(was), key, olds.get(was, _ABSENT), news[key], was)


def _format_order(parts: Parts, record: BaseModel, said: Mapping[str, Any]) -> list[str]:
    """The keys of a record as its file has them, the others where the format has them."""
    wanted = dict.fromkeys([*keys_of(type(record)), *said])
    return in_file_order([str(key) for key in parts if key in said], [key for key in wanted if key in said])


def _with_kept(slots: list[_Slot], kept: Iterable[_Slot], parts: Iterable[Entry]) -> list[_Slot]:
    """The slots with those of `kept` entries, each behind the one that it stands behind in the file."""
    waiting = {id(slot.entry): slot for slot in kept}
    if not waiting:
        return slots
    known = {id(slot.entry) for slot in slots if slot.entry}
    behind: dict[int, list[_Slot]] = {}
    before = 0
    for part in parts:
        if id(part) in known:
            before = id(part)
        elif id(part) in waiting:
            behind.setdefault(before, []).append(waiting[id(part)])
    arranged = behind.get(0, [])
    for slot in slots:
        arranged += [slot, *(behind.get(id(slot.entry), ()) if slot.entry else ())]
    return arranged
