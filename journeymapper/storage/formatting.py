"""The canonical form of a file, with every comment kept at the item that it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from journeymapper.storage.attaching import notes_of
from journeymapper.storage.canonical import (
    STEP,
    canonical,
    field_lines,
    has_texts,
    is_one_line,
    item_lines,
    value_lines,
)
from journeymapper.storage.comments import Comment, Notes
from journeymapper.storage.document import Document
from journeymapper.storage.forms import brief, entries, is_group
from journeymapper.storage.scalars import key_text

APART = 2
"""So many spaces at least stand before a comment beside something."""


def formatted(document: Document) -> str:
    """The text of the document's file in canonical form, with its comments.

    Without comments that is the canonical form of the plan. A variant stays one: only what it says itself is written.
    """
    plan: Any = document.plan
    if document.plan.extends:
        from journeymapper.storage.variants import own_data, own_part

        plan = own_part(document.plan, own_data(document.text))
    notes = notes_of(document.outline) if document.text else None
    return canonical(plan) if notes is None else _Page().of(plan, notes)


class _Page:
    """Collects the lines of a text."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._begun = 0
        """Where the lines of the innermost group begin."""

    def of(self, plan: Any, notes: Notes) -> str:
        """The text of a whole plan."""
        self._above(notes.above, 0)
        self._group(plan, 0, notes)
        return "\n".join(self._lines) + "\n"

    def _group(self, group: Any, column: int, notes: Notes) -> None:
        """The entries of a record or map."""
        said = entries(group)
        parts, foot = _near(notes, said)
        for key, value in said.items():
            if column == 0 and is_group(value):
                self._empty_line()
            if key in parts:
                self._field(key, value, column, group, parts[key])
            else:
                self._lines += field_lines(key, value, column, group)
        self._below(foot, column)

    def _items(self, items: Sequence[Any], column: int, notes: Notes) -> None:
        """The items of a list, each on a line of its own."""
        parts, foot = _near(notes, range(len(items)))
        for number, item in enumerate(items):
            [line] = item_lines(item, column)
            if number in parts:
                self._line(line, [], column, parts[number])
            else:
                self._lines.append(line)
        self._below(foot, column)

    def _field(self, key: str, value: Any, column: int, owner: Any, notes: Notes) -> None:
        """A key, its value and all their comments; a list with comments at its items gets a line for each."""
        value = brief(value)
        name = f"{' ' * column}{key_text(key)}:"
        is_list = isinstance(value, tuple | list) and len(value) > 0
        if is_list and not (notes.parts or notes.foot):
            is_list = not is_one_line(owner, key) and has_texts(value)
        if not is_list and not (is_group(value) and entries(value)):
            head, below = value_lines(value, column)
            self._line(name + head, below, column, notes)
            return
        self._above(notes.above, column)
        self._lines += _beside(name, notes.beside, keeps_column=notes.is_block)
        self._begun = len(self._lines)
        if is_list:
            self._items(value, column + STEP, notes)
        else:
            self._group(value, column + STEP, notes)

    def _line(self, head: str, below: list[str], column: int, notes: Notes) -> None:
        """A value in one line, or a text with the lines `below`, where comments would be part of it."""
        inside = [comment.freely() for part in notes.parts.values() for comment in part.all()]
        above = [*notes.above, *(comment for comment in inside if comment.alone)]
        beside = [*notes.beside, *(comment for comment in inside if not comment.alone)]
        end = [*notes.foot, *notes.end]
        if below:
            above += [comment.freely() for comment in (*beside[1:], *end)]
            beside, end = beside[:1], []
        self._above(above, column)
        self._lines += _beside(head, beside, keeps_column=not notes.is_block and notes.is_text == bool(below))
        self._lines += below
        self._below(end, column + STEP)

    def _above(self, comments: list[Comment], column: int) -> None:
        """Comments above an item; those that stand apart from it keep an empty line on either side."""
        apart = bool(comments) and (comments[-1].above_gap or any(comment.below_gap for comment in comments[1:]))
        for number, comment in enumerate(comments):
            if comment.below_gap and (apart or number):
                self._empty_line()
            self._lines.append(" " * column + comment.text)
        if comments and comments[-1].above_gap:
            self._empty_line()

    def _below(self, comments: Iterable[Comment], column: int) -> None:
        """Comments at the end of something."""
        for comment in comments:
            if comment.below_gap:
                self._empty_line()
            self._lines.append(" " * column + comment.text)

    def _empty_line(self) -> None:
        """An empty line, but never a second one, nor one at the beginning of a group."""
        if len(self._lines) > self._begun and self._lines[-1]:
            self._lines.append("")


def _beside(head: str, comments: list[Comment], *, keeps_column: bool) -> list[str]:
    """A line with its comments, one below the other; in their old column where there is room for it."""
    if not comments:
        return [head]
    column = max(comments[0].column if keeps_column else 0, len(head) + APART)
    return [(head if number == 0 else "").ljust(column) + comment.text for number, comment in enumerate(comments)]


def _near(notes: Notes, said: Collection[str | int]) -> tuple[dict[str | int, Notes], list[Comment]]:
    """The comments of entries that are written, and those at the foot; those of others go to the next that is."""
    parts: dict[str | int, Notes] = {}
    loose: list[Comment] = []
    for key in notes.order:
        part = notes.parts.get(key)
        if key not in said:
            loose += [comment.freely() for comment in part.all()] if part else []
        elif part or loose:
            part = part or Notes()
            parts[key] = replace(part, above=[*loose, *part.above]) if loose else part
            loose = []
    return parts, [*loose, *notes.foot, *notes.end]
