"""Values at random for the fields of the model, as a file or a person would give them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Amount, Duration, Money, Share

TEXTS = (
    "Pays at the till", "no", "2024", "a: b", "a #b", "# a", "- a", "it's", '"quoted"', "[a]", "{a: b}", "*star*",
    "&anchor", "!tag", "%x", "@home", "`code`", "12:30", "0x1f", "~", "null", "yes", "é ü 漢字 🙂", "C:\\temp", "a\\nb",
    "first line\nsecond line", "line\n\n  indented\nlast\n", "- item\n# no comment\nkey: value", "one\n", "a\tb",
    " led by a space", "trailed by a space ", "<b>bold</b>", "&amp;", "...", "---", "=", "<<", "x" * 200, "word " * 40,
    "?", ":", "a:", ":a", ",", "a, b", "'", "|", ">", "a\u00a0b", "\u3000wide", "a\\", "\\", "a'b\"c",
)  # fmt: skip
_BY_TYPE: dict[Any, Sequence[object]] = {
    Share: ("0%", "54%", "1.8%", "40%..60%", "1%..2%..3%", "100%"),
    Duration: ("30s", "15min", "36h", "1.5d..2d..5d", "1mo"),
    Money: ("12", "0.10", "10..20", "-3"),
    Amount: ("12", "54%", "2d", "5.9..7"),
    bool: ("true", "false", True, False),
    date: ("2026-10-01", "2024-02-29"),
    str: TEXTS,
    float: ("0", "1", "1.5", "0.25", 2),
    int: ("0", "1", "7", 12),
}
_BY_PATTERN = {"^#": ("#2F5BEA", "#000000"), "^x-": ("x-own",), "^[A-Z]": ("EUR", "USD")}


def value(annotation: Any, chance: Random, ids: Sequence[str], depth: int = 0) -> Any:
    """Something that a field of this type may well be given; `ids` are what references can name."""
    origin, args = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _constrained(annotation, chance, ids, depth)
    if origin is Literal:
        return chance.choice(args)
    if origin is FrozenMap:
        return {value(args[0], chance, ids, depth + 1): value(args[1], chance, ids, depth + 1) for _ in _some(chance)}
    if origin is tuple:
        parts = [args[0] for _ in _some(chance)] if args[-1] is ... else args
        return [value(part, chance, ids, depth + 1) for part in parts]
    if annotation in _BY_TYPE:
        return chance.choice(_BY_TYPE[annotation])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return record(annotation, chance, ids, depth)
    known = [arm for arm in args if arm is not type(None)]
    return value(chance.choice(known), chance, ids, depth) if known else None


def record(model: type[BaseModel], chance: Random, ids: Sequence[str], depth: int = 0) -> dict[str, Any]:
    """A few fields of a record, with those that it needs; fewer the deeper it stands."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    wanted = {key for key, field in fields.items() if field.is_required()}
    wanted.update(chance.sample(list(fields), min(len(fields), chance.randrange(4))) if depth < 3 else ())
    return {key: of_field(model, key, chance, ids, depth + 1) for key in fields if key in wanted}


def of_field(model: type[BaseModel], name: str, chance: Random, ids: Sequence[str], depth: int = 0) -> Any:
    """Something for one field of a record."""
    field = next(field for key, field in model.model_fields.items() if name in (key, field.alias))
    pattern = _pattern(field.metadata)
    return _of_pattern(pattern, chance, ids) if pattern else value(field.annotation, chance, ids, depth)


def _some(chance: Random) -> range:
    return range(chance.choice((0, 1, 1, 2, 3)))


def _constrained(annotation: Any, chance: Random, ids: Sequence[str], depth: int) -> Any:
    pattern = _pattern(annotation.__metadata__)
    return _of_pattern(pattern, chance, ids) if pattern else value(annotation.__origin__, chance, ids, depth)


def _pattern(metadata: Sequence[object]) -> str:
    return next((str(mark.pattern) for mark in metadata if isinstance(mark, StringConstraints) and mark.pattern), "")


def _of_pattern(pattern: str, chance: Random, ids: Sequence[str]) -> str:
    """An id for most patterns."""
    special = next((words for begin, words in _BY_PATTERN.items() if pattern.startswith(begin)), None)
    if special:
        return chance.choice(special)
    one, other = chance.choice(ids), chance.choice(ids)
    return f"{one}/{other}" if "/" in pattern else one
