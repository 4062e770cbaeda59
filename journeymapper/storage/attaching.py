"""Which item each comment of a file is about."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.storage.chunks import Chunks
from journeymapper.storage.comments import BLOCK_TEXTS, Comment, Notes, comments_in
from journeymapper.storage.outline import Entry, Outline

BLOCKS = (":", "-")
FLOWS = ("{", "[")


def notes_of(outline: Outline) -> Notes | None:
    """The comments of a file at the items that they are about; None where there are none.

    A comment beside a key or value belongs to it, and so do those that go on below it in the same column. A comment
    alone in its line belongs to the item below, or, where it is indented deeper than that, to the end of what is
    above. Those at the head of the file stand `above` the whole, those behind its last item at its `foot`.
    """
    comments = comments_in(outline.text)
    if not comments:
        return None
    root = _Attacher(outline, comments).root()
    root.prune()
    return root


class _Place(NamedTuple):
    """An entry in block style whose lines may still go on."""

    notes: Notes
    column: int


class _Attacher:
    """Walks through the entries of a text and its comments side by side."""

    def __init__(self, outline: Outline, comments: list[Comment]) -> None:
        self._outline = outline
        self._text = outline.text
        self._chunks = Chunks(outline)
        self._waiting = comments[::-1]
        self._open: list[_Place] = []
        """The way to the last entry, from the outermost on."""
        self._last: tuple[Entry, Notes] | None = None
        """The entry that the last sign belongs to."""
        self._sign_end = 0
        """Where that sign ends."""
        self._beside: Comment | None = None
        """The last comment beside something."""

    def root(self) -> Notes:
        """The comments of the whole file."""
        holder, root = self._outline.root, Notes(is_block=True)
        first, entry = next(iter(self._outline.parts(holder).items()))
        root.above, root.part(first).above = _parted(self._take(entry.start))
        if holder.style in FLOWS:
            self._in_brackets(holder, root)
        else:
            self._in_block(holder, root, 0)
        self._share_out(self._not_beside(len(self._text), -1), root.foot, -1)
        return root

    def _take(self, until: int) -> list[Comment]:
        """The comments that begin before an index and have no place yet."""
        taken = []
        while self._waits(until):
            taken.append(self._waiting.pop())
        return taken

    def _waits(self, until: int) -> bool:
        return bool(self._waiting) and self._waiting[-1].start < until

    def _in_block(self, holder: Entry, notes: Notes, depth: int) -> None:
        """The comments of the entries on the lines of a mapping or list that is itself `depth` levels deep."""
        parts = self._outline.parts(holder)
        notes.order = tuple(parts)
        for number, (key, part) in enumerate(parts.items()):
            column = holder.value_at[1] if holder.style == "-" else part.column
            if self._waits(part.start):
                above = notes.part(key).above
                rest = self._not_beside(part.start, column)
                self._share_out(rest, above, column if number else len(self._text))
            if self._waits(part.end):
                self._open[depth:] = [_Place(notes.part(key), column)]
                self._inside(part, notes.part(key), depth + 1)
            else:
                self._pass(part)
                del self._open[depth:]

    def _in_brackets(self, holder: Entry, notes: Notes) -> None:
        """The comments of the entries between brackets."""
        parts = self._outline.parts(holder)
        notes.order = tuple(parts)
        for key, part in parts.items():
            if self._waits(part.start):
                notes.part(key).above += self._not_beside(part.start)
            if self._waits(part.end):
                self._inside(part, notes.part(key), 0)
            else:
                self._pass(part)

    def _inside(self, entry: Entry, notes: Notes, depth: int) -> None:
        """The comments of an entry, from its key to its last sign."""
        notes.is_block, notes.is_text = entry.style in BLOCKS, entry.style in BLOCK_TEXTS
        self._last, self._sign_end = (entry, notes), entry.key_end
        if notes.is_block:
            self._in_block(entry, notes, depth)
            return
        if entry.style in FLOWS:
            self._in_brackets(entry, notes)
            notes.foot += self._not_beside(entry.value_end)
        else:
            notes.above += self._not_beside(entry.value)
        if notes.is_text:
            notes.beside += self._take(self._chunks.line_end(entry.value))
        self._last, self._sign_end = (entry, notes), self._chunks.content_end(entry)

    def _pass(self, entry: Entry) -> None:
        """Leave an entry out that has no comments, behind it neither."""
        self._last, self._sign_end = None, entry.end

    def _not_beside(self, until: int, column: int = -1) -> list[Comment]:
        """The comments up to an index that are about something else than what stands left of them.

        `column` is that of the next entry.
        """
        rest = self._take(until)
        while rest and self._last and self._is_beside(rest[0], column):
            entry, notes = self._last
            self._beside = rest.pop(0)
            notes.beside.append(self._beside if self._keeps_column(self._beside, entry) else self._beside.freely())
        return rest

    def _is_beside(self, comment: Comment, column: int) -> bool:
        if "\n" not in self._text[self._sign_end : comment.start]:
            return True
        above = self._beside
        if above is None or above.column != comment.column or comment.column == column:
            return False
        between = self._text[above.start + len(above.text) : comment.start]
        return not between.strip() and between.count("\n") == 1

    def _keeps_column(self, comment: Comment, entry: Entry) -> bool:
        """Whether the comment's column says something: it is in line with an entry that has the line for itself."""
        line = self._text.rfind("\n", 0, comment.start) + 1
        before, between = self._text[line : entry.start], self._text[self._sign_end : comment.start]
        return line <= entry.start and not before.strip(" -") and not between.strip(" :")

    def _share_out(self, comments: list[Comment], above: list[Comment], column: int) -> None:
        """Give comments to the next entry, which begins in `column`, or to the end of what they are deeper than."""
        for comment in comments:
            home = None
            if comment.alone and comment.column > column and not above:
                home = next((place.notes for place in reversed(self._open) if place.column < comment.column), None)
            (above if home is None else home.foot if home.is_block else home.end).append(comment)


def _parted(head: list[Comment]) -> tuple[list[Comment], list[Comment]]:
    """What stands at the head of a file, and of that what is directly above its first item, unless it is all one."""
    start = len(head)
    while start and head[start - 1].alone and not (head[start].below_gap if start < len(head) else head[-1].above_gap):
        start -= 1
    return (head[:start], head[start:]) if start else (head, [])
