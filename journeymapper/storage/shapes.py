"""What the model expects at a place of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan


def model_at(path: ItemPath) -> type[BaseModel] | None:
    """The record that stands at a path, or None where there is another kind of value."""
    return next((kind for kind in _kinds_at(path) if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def is_entry(path: ItemPath) -> bool:
    """Whether a path leads to a record in a map, such as an interaction or a link."""
    return is_map(path[:-1]) and model_at(path) is not None


def is_map(path: ItemPath) -> bool:
    """Whether a map is expected at a path."""
    return any(get_origin(kind) is FrozenMap for kind in _kinds_at(path))


def is_list(path: ItemPath) -> bool:
    """Whether a list of any length is expected at a path."""
    return any(get_origin(kind) is tuple and get_args(kind)[-1] is ... for kind in _kinds_at(path))


def _kinds_at(path: ItemPath) -> list[Any]:
    annotation: Any = Plan
    for key in path:
        annotation = _inside(annotation, key)
    return list(_kinds(annotation))


@cache
def keys_of(model: type[BaseModel]) -> dict[str, str]:
    """The keys that a record may have in a file, each with the name of its field, in the order of the format."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _inside(annotation: Any, key: str | int) -> Any:
    """What is expected at a key of what an annotation describes."""
    for kind in _kinds(annotation):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            name = keys_of(kind).get(str(key))
            return kind.model_fields[name].annotation if name else None
        if get_origin(kind) is FrozenMap:
            return get_args(kind)[1]
        if get_origin(kind) is tuple:
            return get_args(kind)[0]
    return None


def _kinds(annotation: Any) -> Iterator[Any]:
    """The parts of a union, without what only annotates them."""
    if hasattr(annotation, "__metadata__"):
        yield from _kinds(annotation.__origin__)
    elif get_origin(annotation) in (FrozenMap, tuple) or isinstance(annotation, type):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _kinds(part)
