"""The comments of a text, and how they are held by the items that they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from yaml import ScalarEvent
from yaml._yaml import CParser

BLOCK_TEXTS = ("|", ">")


class Comment(NamedTuple):
    """A comment, from its `#` at `start` to the end of its line; `alone` where nothing stands before it there.

    `below_gap` and `above_gap` say whether an empty line parts it from what is above and below it. A `column` of 0 is
    one that need not be kept.
    """

    start: int
    text: str
    column: int
    alone: bool = False
    below_gap: bool = False
    above_gap: bool = False

    def freely(self) -> Comment:
        """The comment for another place, where its column and empty lines say nothing."""
        return self._replace(column=0, below_gap=False, above_gap=False)


@dataclass(slots=True, eq=False)
class Notes:
    """The comments of one entry of a file, and those of what is in it.

    They stand `above` it, `beside` its key or value, at the `foot` of what is in it, or deeper at its `end`, below a
    value in one line. `is_block` tells whether its entries are on the lines below, `is_text` whether a text is; `order`
    has the keys in it.
    """

    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)
    end: list[Comment] = field(default_factory=list)
    parts: dict[str | int, Notes] = field(default_factory=dict)
    is_block: bool = False
    is_text: bool = False
    order: tuple[str | int, ...] = ()

    def part(self, key: str | int) -> Notes:
        """The comments of an entry in this one."""
        return self.parts.setdefault(key, Notes())

    def prune(self) -> bool:
        """Forget the entries without comments; gives whether there is any comment at all."""
        self.parts = {key: part for key, part in self.parts.items() if part.prune()}
        return bool(self.above or self.beside or self.foot or self.end or self.parts)

    def all(self) -> Iterator[Comment]:
        """Every comment, in the order of the file."""
        yield from self.above
        yield from self.beside
        for part in self.parts.values():
            yield from part.all()
        yield from self.foot
        yield from self.end


def comments_in(text: str) -> list[Comment]:
    """All comments of a text that libyaml can read: each `#` that is not in a scalar."""
    found: list[Comment] = []
    sign = text.find("#")
    for start, end in _scalars(text) if sign >= 0 else ():
        while 0 <= sign < start:
            found.append(_comment(text, sign))
            sign = text.find("#", _line_end(text, sign))
        if sign < 0:
            break
        sign = text.find("#", max(sign, end))
    return found


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where keys and values begin and end, and at last the end of the text; a comment may stand behind a `|`."""
    following: Callable[[], Any] = CParser(text).get_event
    event = following()
    while event is not None:
        if event.__class__ is ScalarEvent:
            marks: tuple[Any, Any] = event.start_mark, event.end_mark
            start, end = (mark.index for mark in marks)
            yield (_line_end(text, start) if event.style in BLOCK_TEXTS else start), end
        event = following()
    yield len(text), len(text)


def _comment(text: str, start: int) -> Comment:
    line, end = text.rfind("\n", 0, start) + 1, _line_end(text, start)
    alone = not text[line:start].strip()
    below_gap = alone and line > 0 and not text[text.rfind("\n", 0, line - 1) + 1 : line].strip()
    above_gap = alone and end + 1 < len(text) and not text[end : _line_end(text, end + 1)].strip()
    return Comment(start, text[start:end].rstrip(), start - line, alone, below_gap, above_gap)


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found
