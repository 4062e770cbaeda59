"""What a save did to a commented file, held against what the edits allow."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from journeymapper.model.finding import ItemPath
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.document import Document
from journeymapper.storage.forms import entries, is_group, same
from journeymapper.storage.outline import Entry
from tools.campaigns.fates import Fate, is_lost
from tools.campaigns.sprinkling import Mark, value_at, walk


class Lines:
    """The lines of a file with what stands in them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts = document.text.split("\n")
        self.chunks = Chunks(document.outline)
        self._starts = [0]
        for text in self.texts:
            self._starts.append(self._starts[-1] + len(text) + 1)

    def number(self, index: int) -> int:
        """The line of an index into the text."""
        return bisect_right(self._starts, index) - 1

    def last(self, entry: Entry) -> int:
        """The line in which an entry's value ends."""
        return self.number(max(self.chunks.content_end(entry) - 1, entry.start))

    def is_comment(self, number: int) -> bool:
        """Whether a line is only a comment, or empty."""
        return self.texts[number].strip()[:1] in ("", "#")


@dataclass
class Touched:
    """The items that edits touched, by their paths in the old or in the new file.

    Of those in `named` only the line with the key may change; those in `whole` may change with all that is in them.
    """

    whole: set[ItemPath] = field(default_factory=set)
    named: set[ItemPath] = field(default_factory=set)
    removes: bool = False


def misplaced(fates: Iterable[Fate], lines: Lines) -> Iterator[str]:
    """The comments that are lost, doubled, left behind, or no longer at their item."""
    places: dict[str, list[int]] = {}
    for number, text in enumerate(lines.texts):
        _, sign, comment = text.rpartition("# ")
        if sign:
            places.setdefault(comment.partition(":")[0], []).append(number)
    for fate in fates:
        found = places.get(f"{fate.mark.kind}{fate.mark.number}", [])
        if fate.state == "dead" and found:
            yield f"the comment of an item that went is left: {fate.mark.comment}"
        elif fate.state != "dead" and len(found) > 1:
            yield f"the comment is doubled: {fate.mark.comment}"
        elif fate.state == "alive" and not found:
            yield f"the comment is lost: {fate.mark.comment}"
        elif fate.state == "alive" and not _is_at_home(fate.mark, found[0], lines):
            yield f"the comment is at another item: {fate.mark.comment}"


def _is_at_home(mark: Mark, number: int, lines: Lines) -> bool:
    path = mark.path
    if mark.text is not None:
        path = (*path, value_at(lines.document.plan, path).index(mark.text))
    entry = lines.document.outline.entry(path)
    if entry is None:
        return False
    if mark.kind == "<":
        return number == entry.line
    if mark.kind == "^":
        between = range(number, entry.line)
        return bool(between) and all(lines.texts[each].lstrip()[:1] == "#" for each in between)
    text = lines.texts[number]
    between = range(lines.last(entry) + 1, number + 1)
    is_deeper = len(text) - len(text.lstrip()) > lines.chunks.column(entry)
    return is_deeper and bool(between) and all(map(lines.is_comment, between))


def unasked(old: Lines, new: Lines, renamed: Mapping[str, str]) -> Iterator[str]:
    """The lines that changed though no edit has to do with them."""
    here, there = touched(old.document, new.document, renamed)
    before, after = _protected(old, here), _protected(new, there)
    for text in before - after:
        yield f"a line that nobody touched is gone: {text!r}"
    for text in after - before:
        yield f"a line that nobody asked for has come: {text!r}"


def touched(one: Document, other: Document, renamed: Mapping[str, str]) -> tuple[Touched, Touched]:
    """What differs between two plans, by the paths of the one and of the other."""
    here, there = Touched(), Touched()

    def compare(mine: Any, yours: Any, at: ItemPath, to: ItemPath) -> None:
        if same(mine, yours):
            return
        if not is_group(mine) or not is_group(yours) or not _has_parts(one, at) or not _has_parts(other, to):
            here.whole.add(at)
            there.whole.add(to)
            return
        olds, news = entries(mine), entries(yours)
        called = {key: _called(key, olds, news, renamed) for key in olds}
        if list(called.values()) != list(news) and "{" in (_style(one, at), _style(other, to)):
            here.whole.add(at)
            there.whole.add(to)
        new = [key for key in news if key not in called.values()]
        there.whole.update((*to, key) for key in new)
        here.whole.update((*at, key) for key in new)  # a key with nothing behind it may have been there
        for key, name in called.items():
            if name not in news:
                here.whole.add((*at, key))
                here.removes = True
                continue
            if name != key:
                here.named.add((*at, key))
                there.named.add((*to, name))
                if is_lost(olds[key], news[name]):
                    here.whole.add(at)
                    there.whole.add(to)
            compare(olds[key], news[name], (*at, key), (*to, name))

    compare(one.plan, other.plan, (), ())
    return here, there


def _called(key: str, olds: Mapping[str, Any], news: Mapping[str, Any], renamed: Mapping[str, str]) -> str:
    wanted = renamed.get(key, key)
    return wanted if key not in news and wanted in news and wanted not in olds else key


def _style(document: Document, path: ItemPath) -> str:
    entry = document.outline.entry(path)
    return entry.style if entry else ""


def _has_parts(document: Document, path: ItemPath) -> bool:
    entry = document.outline.entry(path)
    return entry is not None and bool(document.outline.parts(entry))


def _protected(lines: Lines, touched: Touched) -> Counter[str]:
    """The lines, neither comments nor empty, that hold nothing touched."""
    free: set[int] = set()
    for path, entry in walk(lines.document.outline):
        if path in touched.named:
            free.add(entry.line)
        if any(path[:depth] in touched.whole for depth in range(1, len(path) + 1)):
            free.update(range(entry.line, lines.last(entry) + 1))
    texts = (text for number, text in enumerate(lines.texts) if number not in free and not lines.is_comment(number))
    return Counter(_without_mark(text) for text in texts)


def _without_mark(text: str) -> str:
    """A line without the comment beside it, whose fate is looked at elsewhere."""
    return text.partition("   # <")[0].rstrip()
