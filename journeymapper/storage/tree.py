"""From YAML text to plain data: scalars stay the text that a person wrote, what a plan may not use is refused."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, NoReturn

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)
from yaml._yaml import CParser

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.storage.outline import COLLECTIONS, Entry, Outline
from journeymapper.storage.problems import (
    DUPLICATE_KEY,
    MOST_SHOWN,
    NOT_A_PLAN,
    REFUSED_YAML,
    TOO_COMPLEX,
    Problem,
)
from journeymapper.storage.scalars import NULLS, core_value

DEEPEST = 32
MOST_ENTRIES = 1_000_000
MOST_IN_ONE = 100_000

Data = dict[str, Any]
Event = Any  # what the stubs of PyYAML say of events and marks leaves out half of their attributes
Mark = Any


class Tree(NamedTuple):
    """What a text holds: plain data (empty where it is unusable), where its items stand, and what is wrong with it."""

    data: Data
    outline: Outline
    findings: list[Finding]


class _Stop(Exception):
    """The rest of the text is not worth reading."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the garbage collector: it would walk a growing tree again and again, for half of all the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def grow(text: str) -> Tree:
    """The plain data of a YAML text with all that is wrong with it; never raises for bad content."""
    builder = _Builder(text)
    try:
        data = builder.document()
    except YAMLError as error:
        from journeymapper.storage.syntax import explain

        return Tree({}, builder.outline, [*builder.findings, explain(error, text)])
    except _Stop:
        return Tree({}, builder.outline, builder.findings)
    return Tree(data, builder.outline, builder.findings)


class _Builder:
    """Builds data and outline from libyaml's events, one pass over the text."""

    def __init__(self, text: str) -> None:
        self.outline = Outline(text)
        self.findings: list[Finding] = []
        self._next: Callable[[], Event] = CParser(text).get_event
        self._entries = 0
        self._end = 0

    def document(self) -> Data:
        """The one document of the text; an empty one where the root is no mapping."""
        self._next()
        start = self._next()
        root: Event = self._next() if isinstance(start, DocumentStartEvent) else start
        if not isinstance(start, DocumentStartEvent) or not isinstance(root, MappingStartEvent):
            message = "this is not a plan; a plan is made of lines like 'title: My plan'"
            self._report(NOT_A_PLAN, message, root.start_mark)
            return {}
        if start.version or start.tags:
            self._report(REFUSED_YAML, "a directive ('%…') is not allowed in a plan; delete the line", start.start_mark)
        whole = self.outline.root
        if root.flow_style:
            began: Mark = root.start_mark
            whole.style, whole.parts, whole.value = "{", None, began.index
        self._check(root)
        data = self._mapping(0, (), None if root.flow_style else whole)
        whole.value_end = self._end
        self._next()
        following = self._next()
        if isinstance(following, DocumentStartEvent):
            self._report(REFUSED_YAML, "a second document begins here; a file holds one plan", following.start_mark)
        return data

    def _mapping(self, depth: int, path: ItemPath, holder: Entry | None = None, *, own: bool = False) -> Data:
        """The mapping that has just begun; `holder` takes its entries where they are to be remembered."""
        data: Data = {}
        seen: dict[str, Event] = {}
        entry, following = None, self._next
        while (key := following()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                self._skip_odd_key(key, depth, path)
                continue
            name = key.value
            if key.anchor or key.tag or name in seen or name == "<<":
                self._refuse_key(key, seen.get(name))
                if name == "<<" and key.implicit[0]:
                    self._value(following(), depth + 1, path, own=True)
                    continue
            if len(seen) >= MOST_IN_ONE:
                self._crowded(key)
            seen[name] = key
            event = following()
            if holder is not None:
                entry = _remember(holder, entry, key, event)
            if event.__class__ is ScalarEvent and not own and name[:2] != "x-":
                text = event.value  # most values are plain words: a call for each would be felt
                data[name] = self._text(event) if text in NULLS or event.anchor or event.tag else text
                continue
            inner = entry if entry and entry.style == ":" and _remembered(depth + 1, path) else None
            data[name] = self._value(event, depth + 1, (*path, name), inner, own=own or name[:2] == "x-")
            if entry is not None and entry.style in COLLECTIONS:
                entry.value_end = self._end
        self._leave(key, len(data))
        if entry is not None:
            entry.end = self._end
        return data

    def _sequence(self, depth: int, path: ItemPath, *, own: bool) -> list[Any]:
        items: list[Any] = []
        following = self._next
        while (event := following()).__class__ is not SequenceEndEvent:
            if len(items) >= MOST_IN_ONE:
                self._crowded(event)
            if event.__class__ is ScalarEvent and not own:
                items.append(self._text(event))
            else:
                items.append(self._value(event, depth + 1, (*path, len(items)), own=own))
        self._leave(event, len(items))
        return items

    def _value(self, event: Event, depth: int, path: ItemPath, holder: Entry | None = None, *, own: bool) -> Any:
        if isinstance(event, ScalarEvent):
            text = self._text(event)
            return core_value(text) if text is not None and event.implicit[0] else text
        self._check(event)
        if isinstance(event, AliasEvent):
            return None
        if depth > DEEPEST:
            self._report(TOO_COMPLEX, f"this is nested more than {DEEPEST} levels deep", event.start_mark)
            raise _Stop
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth, path, holder, own=own)
        return self._sequence(depth, path, own=own)

    def _text(self, event: Event) -> str | None:
        if event.anchor or event.tag:
            self._check(event)
        text: str = event.value
        return None if text in NULLS and event.implicit[0] else text

    def _leave(self, event: Event, parts: int) -> None:
        """Note where a collection ends, and stop where a plan has grown beyond all reason."""
        self._end = event.end_mark.index
        self._entries += parts
        if self._entries > MOST_ENTRIES:
            self._report(TOO_COMPLEX, f"the file has more than {MOST_ENTRIES:,} entries", event.start_mark)
            raise _Stop

    def _crowded(self, event: Event) -> NoReturn:
        self._report(TOO_COMPLEX, f"here are more than {MOST_IN_ONE:,} entries in one place", event.start_mark)
        raise _Stop

    def _skip_odd_key(self, key: Event, depth: int, path: ItemPath) -> None:
        self._report(REFUSED_YAML, "a key must be a word, not a list or mapping", key.start_mark)
        self._value(key, depth + 1, path, own=False)
        self._value(self._next(), depth + 1, path, own=False)

    def _refuse_key(self, key: Event, first: Event | None) -> None:
        self._check(key)
        if key.value == "<<" and key.implicit[0]:
            message = "a merge key ('<<') is not allowed in a plan; write the values out"
            self._report(REFUSED_YAML, message, key.start_mark)
        elif first is not None:
            message = f"'{key.value}' is here a second time; the first is in line {first.start_mark.line + 1}"
            self._report(DUPLICATE_KEY, message, key.start_mark)

    def _report(self, problem: Problem, message: str, mark: Mark) -> None:
        self.findings.append(problem.at(message, mark.line + 1, mark.column + 1))
        if len(self.findings) > MOST_SHOWN * 10:
            raise _Stop

    def _check(self, event: Event) -> None:
        """Refuse what only YAML knows: anchors, aliases, tags."""
        if isinstance(event, AliasEvent):
            what = f"an alias ('*{event.anchor}') is not allowed in a plan; write the value out, or quote a text"
        elif event.anchor is not None:
            what = f"an anchor ('&{event.anchor}') is not allowed in a plan; delete it, or quote a text"
        elif event.tag is not None:
            what = f"a tag ('{event.tag}') is not allowed in a plan; delete it, or quote a text"
        else:
            return
        self._report(REFUSED_YAML, what, event.start_mark)


def _remember(holder: Entry, before: Entry | None, key: Event, event: Event) -> Entry:
    """Note where an entry of a block mapping stands."""
    start, value = key.start_mark, event.start_mark
    entry = Entry(start.index, start.line, start.column, key.end_mark.index, value.index, event.end_mark.index)
    entry.value_at = (value.line, value.column)
    if isinstance(event, ScalarEvent):
        entry.style = event.style or ""
    else:
        entry.style = COLLECTIONS[2 * isinstance(event, SequenceStartEvent) + (not getattr(event, "flow_style", True))]
    if before is not None:
        before.end = start.index
    if holder.parts is None:
        holder.parts = {}
    holder.parts.setdefault(key.value, entry)
    return entry


def _remembered(depth: int, path: ItemPath) -> bool:
    """Whether entries of a mapping are noted in one go: library items, and interactions and ends of journeys."""
    return depth < 2 or (depth < 4 and path[0] == "journeys")
