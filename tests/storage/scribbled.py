"""Plan files as people could have written them: any style, any order of keys, comments anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from hypothesis import strategies as st
from pydantic import BaseModel

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import brief, entries, is_group
from journeymapper.storage.scalars import is_block_text, key_text, scalar
from journeymapper.storage.shapes import keys_of
from journeymapper.storage.variants import DELETE

Role = Literal["head", "above", "beside", "end", "last"]


@dataclass
class Scribble:
    """A text, and for each of its comments what it is about: above, beside or at the end of the item at a path.

    Those above the first item are at the head of the file, those below everything are the last ones.
    """

    text: str = ""
    about: dict[str, tuple[Role, ItemPath]] = field(default_factory=dict)


@st.composite
def scribbled(draw: st.DrawFn, plan: Plan, *, comments: bool = True) -> Scribble:
    """A file that holds the plan; a variant also removes something here and there."""
    return _Pen(draw, comments=comments, nothing=(None, DELETE) if plan.extends else (None,)).plan(plan)


class _Pen:
    """Writes a file by drawing how every single thing is written."""

    def __init__(self, draw: st.DrawFn, *, comments: bool, nothing: tuple[str | None, ...]) -> None:
        self._draw = draw
        self._comments = comments
        self._nothing = nothing
        self._lines: list[str] = []
        self._made = Scribble()

    def plan(self, plan: Plan) -> Scribble:
        if self._one_in(8):
            self._lines.append(self._between_brackets(plan, (), 0))
        else:
            self._block(plan, (), 0)
        for _ in range(self._some()):
            self._alone("last", (), 0)
        self._made.text = "\n".join(self._lines) + self._choose("\n", "\n", "\n\n")
        return self._made

    def _choose(self, *choices: Any) -> Any:
        return self._draw(st.sampled_from(choices))

    def _one_in(self, number: int) -> bool:
        return bool(self._draw(st.integers(0, number - 1)) == number - 1)

    def _some(self) -> int:
        return int(self._choose(0, 0, 0, 0, 1, 2)) if self._comments else 0

    def _comment(self, role: Role, path: ItemPath) -> str:
        text = f"# {len(self._made.about)}{self._choose('', '', ': no #text', ' [', ' é', '#', '   ')}"
        self._made.about[text.rstrip()] = role, path
        return text

    def _alone(self, role: Role, path: ItemPath, column: int) -> None:
        if self._one_in(4):
            self._lines.append(self._choose("", "  "))
        self._lines.append(" " * column + self._comment(role, path))
        if role != "end" and self._one_in(4):
            self._lines.append("")

    def _beside(self, path: ItemPath) -> str:
        return self._choose(" ", "  ", "        ") + self._comment("beside", path) if self._some() else ""

    def _items(self, value: Any) -> Iterator[tuple[str | int, Any]]:
        """The entries of a record, map or list, with some that say nothing, in an order that says nothing."""
        if not is_group(value):
            yield from enumerate(value)
            return
        said = dict(entries(value))
        if isinstance(value, BaseModel):
            unsaid = [key for key in keys_of(type(value)) if key not in said and key != "extends"]
            if unsaid and self._one_in(2):
                said[self._choose(*unsaid)] = self._choose(*self._nothing)
            order = self._draw(st.permutations(list(said))) if self._one_in(3) else list(said)
            known = [key for key in order if not key.startswith("x-")]
            yield from ((key, said[key]) for key in known)
            yield from ((key, part) for key, part in said.items() if key.startswith("x-"))
            return
        yield from said.items()

    def _block(self, value: Any, path: ItemPath, column: int) -> None:
        """The entries of something on lines of their own."""
        for number, (key, part) in enumerate(self._items(value)):
            at = (*path, key)
            if self._one_in(6):
                self._lines.append("")
            for _ in range(self._some()):
                self._alone("above" if path or number else "head", at, column)
            self._entry(" " * column + ("-" if isinstance(key, int) else f"{key_text(key)}:"), part, at, column)

    def _entry(self, head: str, value: Any, path: ItemPath, column: int) -> None:
        """One entry, its value below or behind its key or dash."""
        value = value if self._one_in(4) else brief(value)
        step, is_item = self._choose(1, 2, 2, 2, 4), head.endswith("-")
        if is_long(value) and not is_item and not self._one_in(4):
            self._lines.append(head + self._beside(path))
            dashed = not is_group(value) and self._one_in(4)
            self._block(value, path, column if dashed else column + step)
            for _ in range(0 if dashed else self._some()):
                self._alone("end", path, column + step)
            return
        if isinstance(value, str) and is_block_text(value) and not is_item and not self._one_in(3):
            self._lines.append(f"{head} {'|' if value.endswith(chr(10)) else '|-'}" + self._beside(path))
            margin = " " * (column + step)
            self._lines += [margin + line if line else "" for line in value.removesuffix("\n").split("\n")]
            return
        if value is not None and self._one_in(8):
            self._lines.append(head + self._beside(path))
            head = " " * (column + step)
        text = self._between_brackets(value, path, column + step, is_item=is_item)
        self._lines.append(f"{head} {text}".rstrip(" ") + self._beside(path))
        for _ in range(self._some()):
            self._alone("end", path, column + step)

    def _between_brackets(self, value: Any, path: ItemPath, column: int, *, is_item: bool = True) -> str:
        """A value in flow style: in one line, or with a line for each entry."""
        if not is_group(value) and not isinstance(value, tuple | list):
            quote = self._choose("", "", "'", '"') if isinstance(value, str) else ""
            return scalar(value, flow=is_item, quote=quote)
        opening, closing = "{}" if is_group(value) else "[]"
        found = []
        for key, part in self._items(value):
            name = f"{key_text(key, flow=True)}: " if isinstance(key, str) else ""
            said = part if self._one_in(4) else brief(part)
            found.append((key, name + self._between_brackets(said, (*path, key), column + 2)))
        if not found or not self._one_in(3):
            return opening + ", ".join(text for _, text in found) + closing
        pieces, margin = [opening], "\n" + " " * (column + 2)
        for number, (key, text) in enumerate(found):
            at = (*path, key)
            role: Role = "above" if path or number else "head"
            pieces += [margin + self._comment(role, at) for _ in range(self._some())]
            comma = "," if number < len(found) - 1 or self._one_in(2) else ""
            pieces += [margin, text, comma, self._beside(at)]
        pieces += [margin + self._comment("end", path) for _ in range(self._some())]
        return "".join([*pieces, "\n", " " * (column + 1), closing])


def is_long(value: Any) -> bool:
    """Whether a value has entries or items."""
    return bool(entries(value)) if is_group(value) else isinstance(value, tuple | list) and bool(value)
