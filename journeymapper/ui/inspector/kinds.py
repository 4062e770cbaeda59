"""What a field of the model holds, read off its annotation, so that the right editor can be chosen for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from journeymapper.edits.typed import LONG
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Quantity
from journeymapper.model.values import Ref, Target

Shape = Literal[
    "text", "value", "flag", "word", "feeling", "reference", "references", "texts", "record", "records", "by"
]
"""A text; a number, share, date …; yes or no; a fixed word; a feeling from -2 to +2; an id; ids; texts; a small record;
records by id; values by segment or persona."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field holds."""

    shape: Shape
    words: tuple[str, ...] = ()
    """The fixed words, for `word`."""
    to: Target | None = None
    """What the ids refer to, for `reference`, `references` and the keys of `by`."""
    model: type[BaseModel] | None = None
    """The record, for `record` and `records`."""
    example: str = ""
    """How a value is written."""
    fresh: Any = None
    """What a new line of a `by` map begins with."""
    long: bool = False
    pair: bool = False
    """Whether a value is two numbers."""


@cache
def kind_of(model: type[BaseModel], field: str) -> Kind:
    """The kind of a field."""
    info = model.model_fields[field]
    annotation, marks = _unwrapped(info.annotation, tuple(info.metadata))
    if field in ("feeling", "expected_feeling"):
        return Kind("feeling")
    return _kind(annotation, marks, field)


def _kind(annotation: Any, marks: tuple[Any, ...], field: str) -> Kind:
    ref = next((mark.to for mark in marks if isinstance(mark, Ref)), None)
    if ref is not None:
        return Kind("reference", to=ref)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return Kind("word", words=args)
    if origin is FrozenMap:
        return _map_kind(args)
    if origin is tuple:
        return _list_kind(args)
    return _plain_kind(annotation, field)


def _plain_kind(annotation: type[Any], field: str) -> Kind:
    if annotation is bool:
        return Kind("flag")
    if annotation is str:
        return Kind("text", long=field in LONG)
    if issubclass(annotation, BaseModel):
        return Kind("record", model=annotation)
    if issubclass(annotation, Quantity):
        return Kind("value", example=annotation.example.split(" (", maxsplit=1)[0])
    return Kind("value", example="2026-10-01" if annotation is date else "")


def _list_kind(args: tuple[Any, ...]) -> Kind:
    inner = _kind(*_unwrapped(args[0], ()), "")
    if inner.shape == "value":
        return Kind("value", example="0, 10", pair=True)
    return Kind("references", to=inner.to) if inner.to else Kind("texts")


def _map_kind(args: tuple[Any, ...]) -> Kind:
    key = _kind(*_unwrapped(args[0], ()), "")
    value, marks = _unwrapped(args[1], ())
    if isinstance(value, type) and issubclass(value, BaseModel):
        return Kind("records", model=value, to=key.to)
    if get_origin(value) is FrozenMap:
        return Kind("by", to=key.to, fresh={})
    inner = _kind(value, marks, "")
    return Kind("by", to=key.to, example=inner.example, fresh=inner.example or (None if value is str else "0"))


def _unwrapped(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The annotation without `Annotated` and `| None`; of several choices, the list or the record."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation, marks = annotation.__origin__, (*marks, *annotation.__metadata__)
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation, marks
