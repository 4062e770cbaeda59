"""Where every item of a plan stands in the text of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser

from journeymapper.model.finding import ItemPath

COLLECTIONS = ("{", ":", "[", "-")
"""The styles of mappings and lists."""


class TextParser(CParser):
    """libyaml's parser, composing nodes whose scalars are all plain text."""

    def resolve(self, kind: type[Node], value: str, implicit: tuple[bool, bool]) -> str:
        """The tag of a node: nothing is resolved here, the plan's fields do that."""
        return ""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """No tag depends on the place of its node."""

    def ascend_resolver(self) -> None:
        """No tag depends on the place of its node."""


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of a mapping or list: where its key, its value and its end are, as indices into the text.

    `line` and `column` count from 0 and are those of the key (of the value in a list). `style` is the first sign of the
    value: `'`, `"`, `|`, `>`, `{`, `[`, ``:`` for a block mapping, ``-`` for a block list, and empty for plain text.
    `end` is where the next thing begins that is not a comment. `parts` are None where nobody has looked yet.
    """

    start: int
    line: int
    column: int
    key_end: int = 0
    value: int = 0
    value_end: int = 0
    end: int = 0
    style: str = ""
    parts: dict[str | int, Entry] | None = None
    value_at: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Outline:
    """The entries of a file; those inside an interaction are found when they are asked for."""

    text: str = ""
    root: Entry = field(default_factory=lambda: Entry(0, 0, 0, style=":", parts={}))

    def parts(self, entry: Entry) -> dict[str | int, Entry]:
        """The entries inside an entry, in the order of the file; none for a scalar."""
        if entry.parts is None:
            entry.parts = self._look_inside(entry) if entry.style in COLLECTIONS else {}
        return entry.parts

    def entry(self, path: ItemPath) -> Entry | None:
        """The entry at a path, or None where the file has none."""
        *_, (depth, found) = self.way(path)
        return found if depth == len(path) else None

    def position(self, path: ItemPath, *, of_value: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the entry at a path or of its nearest known ancestor.

        `of_value` asks for the value where it stands behind its key and not on the lines below; that of a short form
        is also that of the main fact which it stands for.
        """
        *_, (depth, found) = self.way(path)
        is_short = depth == len(path) - 1 and found.style not in COLLECTIONS
        beside = of_value and (is_short or (depth == len(path) and found.style not in (":", "-")))
        line, column = found.value_at if beside else (found.line, found.column)
        return line + 1, column + 1

    def way(self, path: ItemPath) -> Iterator[tuple[int, Entry]]:
        """The entries along a path as far as the file has them, from the root, each with its depth."""
        entry = self.root
        yield 0, entry
        for depth, key in enumerate(path, start=1):
            found = self.parts(entry).get(key)
            if found is None:
                return
            entry = found
            yield depth, entry

    def _look_inside(self, entry: Entry) -> dict[str | int, Entry]:
        """Parse the entry's own lines again; only entries that begin a line are left unlooked at.

        What a plan may not use, such as an alias, can make that fail; the entry has no known parts then.
        """
        start = self.text.rfind("\n", 0, entry.start) + 1
        lines = self.text if entry is self.root else self.text[start : entry.end]
        try:
            node = TextParser(lines).get_single_node()
        except YAMLError:
            return {}
        if not isinstance(node, MappingNode):
            return {}
        return _parts(node, 0, 0) if entry is self.root else _parts(node.value[0][1], start, entry.line)


def _parts(node: Node, index: int, line: int) -> dict[str | int, Entry]:
    """The entries in a node of a text that begins at `index` and `line` of the file; the first of two equal keys."""
    found: dict[str | int, Entry] = {}
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                found.setdefault(key.value, _entry(key, value, index, line))
    elif isinstance(node, SequenceNode):
        for number, value in enumerate(node.value):
            found[number] = _entry(None, value, index, line)
    ordered = list(found.values())
    for entry, following in pairwise(ordered):
        entry.end = following.start
    if ordered:
        ordered[-1].end = max(ordered[-1].value_end, node.end_mark.index + index)
    return found


def _entry(key: Node | None, value: Node, index: int, line: int) -> Entry:
    first = key or value
    return Entry(
        first.start_mark.index + index, first.start_mark.line + line, first.start_mark.column,
        (key.end_mark if key else value.start_mark).index + index,
        value.start_mark.index + index, value.end_mark.index + index, 0, style_of(value),
        _parts(value, index, line), (value.start_mark.line + line, value.start_mark.column),
    )  # fmt: skip


def style_of(node: Node) -> str:
    """The first sign of a node's value, as `Entry` has it."""
    if isinstance(node, CollectionNode):
        mapping = isinstance(node, MappingNode)
        return ("{" if mapping else "[") if node.flow_style else (":" if mapping else "-")
    return str(getattr(node, "style", None) or "")
