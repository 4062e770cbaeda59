"""Grafting: what is the same in two readings of a file becomes the same object, so that it has not changed."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import same


def grafted(old: Plan, new: Plan) -> Plan:
    """`new` with every part that is written as in `old` taken from there; `old` itself where nothing differs."""
    made: Plan = _grafted(old, new)
    return made


def _grafted(old: Any, new: Any) -> Any:
    if old is new or type(old) is not type(new):
        return new
    if isinstance(new, FrozenMap):
        return _map(old, new)
    if isinstance(new, BaseModel):
        return _record(old, new)
    return old if same(old, new) else new


def _map(old: FrozenMap[Any, Any], new: FrozenMap[Any, Any]) -> FrozenMap[Any, Any]:
    made = {key: _grafted(old[key], value) if key in old else value for key, value in new.items()}
    if list(made) == list(old) and all(value is old[key] for key, value in made.items()):
        return old
    return new if all(value is new[key] for key, value in made.items()) else FrozenMap(made)


def _record(old: BaseModel, new: BaseModel) -> BaseModel:
    before = old.__dict__
    made = {name: _grafted(before[name], value) for name, value in new.__dict__.items()}
    alike = all(value is before[name] for name, value in made.items())
    if alike and same(old.__pydantic_extra__, new.__pydantic_extra__):
        return old
    taken = {name: value for name, value in made.items() if value is not new.__dict__[name]}
    return new.model_copy(update=taken) if taken else new
