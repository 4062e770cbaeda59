"""New text for plans: keys in the format's order, one fact a line, blocks for groups, `[a, b]` for lists of ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from journeymapper.model.plan import Plan
from journeymapper.storage.forms import Said, brief, entries, in_one_line, is_group
from journeymapper.storage.scalars import is_block_text, key_text, scalar

STEP = 2


def canonical(plan: Plan | Said) -> str:
    """The whole plan, or what a variant says of it, as new text."""
    lines: list[str] = []
    for key, value in entries(plan).items():
        if is_group(value) and lines:
            lines.append("")
        lines += field_lines(key, value, 0, plan)
    return "\n".join(lines) + "\n"


def field_lines(key: str, value: Any, column: int, owner: Any) -> list[str]:
    """The lines of one key of `owner` (a record or map) and its value, indented by `column` spaces."""
    head, below = value_lines(value, column, one_line=is_one_line(owner, key))
    return [f"{' ' * column}{key_text(key)}:{head}", *below]


def item_lines(value: Any, column: int) -> list[str]:
    """The lines of one item of a list."""
    return [f"{' ' * column}- {item(value)}"]


def item(value: Any, quote: str = "") -> str:
    """An item of a list, in one line, behind its dash."""
    value = brief(value)
    return scalar(value, quote=quote) if isinstance(value, str) else flow(value)


def value_lines(value: Any, column: int, *, one_line: bool = True) -> tuple[str, list[str]]:
    """What stands behind the colon of a key at `column`, and the lines below; a list of texts may be in `one_line`."""
    value = brief(value)
    if is_group(value):
        parts = [line for key, part in entries(value).items() for line in field_lines(key, part, column + STEP, value)]
        return ("", parts) if parts else (" {}", [])
    if isinstance(value, tuple | list):
        if not one_line and has_texts(value):
            return "", [line for part in value for line in item_lines(part, column + STEP)]
        return " " + flow(value), []
    if isinstance(value, str) and is_block_text(value):
        return _block_text(value, " " * (column + STEP))
    text = scalar(value)
    return f" {text}" if text else "", []


def flow(value: Any, quote: str = "") -> str:
    """A value between brackets, in one line."""
    value = brief(value)
    if is_group(value):
        return (
            "{" + ", ".join(f"{key_text(key, flow=True)}: {flow(part)}" for key, part in entries(value).items()) + "}"
        )
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True, quote=quote)


def has_texts(items: Iterable[Any]) -> bool:
    """Whether a list that need not be in one line gets a line for each item."""
    return any(isinstance(part, str) for part in items)


def is_one_line(owner: Any, key: str) -> bool:
    """Whether a list under a key of `owner` is written as `[a, b]`."""
    if isinstance(owner, Said):
        return in_one_line(owner.model, key)
    return isinstance(owner, BaseModel) and in_one_line(type(owner), key)


def _block_text(text: str, margin: str) -> tuple[str, list[str]]:
    sign = "|" if text.endswith("\n") else "|-"
    return f" {sign}", list(_with_margin(text.removesuffix("\n"), margin))


def _with_margin(text: str, margin: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield margin + line if line else ""
