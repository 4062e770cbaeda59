"""How values of the model appear in a file: the keys of a record, and the records that shrink to a single value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from journeymapper.model.facts import Satisfaction
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import LeadsTo, Link, Start
from journeymapper.model.values import Value
from journeymapper.storage.shapes import keys_of

_SHORT: Mapping[type, str] = {Link: "share", Start: "share", LeadsTo: "to", Satisfaction: "value"}


class Said(dict[str, Any]):
    """What a file says of a record: keys in the order of the format, each with a value of the model or `~delete`."""

    __slots__ = ("model",)

    def __init__(self, model: type[BaseModel], said: Mapping[str, Any]) -> None:
        super().__init__(said)
        self.model = model


def is_group(value: object) -> bool:
    """Whether a value is written as keys with values."""
    kind: Any = type(value)
    return _is_group(kind)


@cache
def _is_group(kind: type) -> bool:
    return issubclass(kind, BaseModel | Mapping)


def entries(value: Any) -> Mapping[str, Any]:
    """The keys and values of a record or map as a file has them; what is unknown is left out."""
    if not isinstance(value, BaseModel):
        return value if isinstance(value, Mapping) else {}
    held = value.__dict__
    found = {}
    for key, name in keys_of(type(value)).items():  # a loop of its own: asking a function each time takes twice as long
        part = held[name]
        if part is not None and not (part.__class__ is FrozenMap and not part):
            found[key] = part
    return {**found, **value.extras} if isinstance(value, Value) else found


def short_key(model: type[BaseModel] | None) -> str | None:
    """The key of the main fact that may stand for a whole record, such as the share of a link."""
    return None if model is None else _SHORT.get(model)


def brief(value: Any) -> Any:
    """What stands for a record that says only its main fact, such as the share of a link; else the value itself."""
    key = _SHORT.get(type(value))
    if key is None:
        return value
    said = entries(value)
    return said.get(key) if not said.keys() - {key} else value


def same(one: Any, other: Any) -> bool:
    """Whether two values are written alike: unlike in ``==``, the order of maps and the wording of quantities count."""
    if one is other:
        return True
    if isinstance(one, BaseModel):
        if type(one) is not type(other):
            return False
        return _same_facts(one.__dict__, other.__dict__) and same(one.__pydantic_extra__, other.__pydantic_extra__)
    if isinstance(one, Mapping):
        return isinstance(other, Mapping) and list(one) == list(other) and all(map(same, one.values(), other.values()))
    if isinstance(one, tuple | list):
        return isinstance(other, tuple | list) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other and isinstance(one, bool) == isinstance(other, bool)
    return type(one) is type(other) and bool(one == other) and str(one) == str(other)


def _same_facts(mine: Mapping[str, Any], yours: Mapping[str, Any]) -> bool:
    """The same for the fields of a record. Most are unknown or texts, which need no further look."""
    for name, value in mine.items():
        other = yours[name]
        if value is other or (value.__class__ is str and value == other):
            continue
        if not same(value, other):
            return False
    return True


@cache
def in_one_line(model: type[BaseModel], key: str) -> bool:
    """Whether a list under a key is written as `[a, b]`: lists of ids are, lists of texts take a line for each."""
    name = keys_of(model).get(key)
    return name is not None and not _has_texts(model.model_fields[name].annotation)


def _has_texts(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0] is str
    return any(_has_texts(part) for part in get_args(annotation))
