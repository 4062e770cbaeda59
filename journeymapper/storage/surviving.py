"""What becomes of damage while a plan is changed: it stays where it is, or goes with what was put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.damage import Damage
from journeymapper.storage.forms import entries, is_group, same
from journeymapper.storage.recognising import renamed


def surviving(damage: Iterable[Damage], old: Plan, new: Plan) -> Iterator[Damage]:
    """The damage of a file that holds `old` which stays there when it is to hold `new`, at its place in `new`.

    A value that was put in its place ends it, and so does the deletion of the item that it belongs to.
    """
    damage = tuple(damage)
    places = dict(_stays([each.path for each in damage], 0, old, new))
    for each in damage:
        path = places.get(each.path)
        if path is not None:
            yield each if path == each.path else _moved(each, path)


def overrun(damage: Iterable[Damage], old: Plan, new: Plan) -> Iterator[Damage]:
    """The lists and groups of which nothing could be read and into whose place `new` would put something."""
    for each in damage:
        if each.is_group:
            before, after = _at(old, each.path), _at(new, each.path)
            if after is not None and not same(before, after) and entries(after):
                yield each


def goes_whole(owner: Any, held: Any) -> bool:
    """Whether all of a value goes when it is not there any more, whatever else it holds in the file.

    So it is with items of a map, plain values, and records that are nothing without a certain fact. Other records and
    maps are as good as absent when they are empty, and don't end what could not be read in them.
    """
    if not is_group(held):
        return True
    is_item = isinstance(owner, Mapping) and isinstance(held, BaseModel)
    return is_item or (isinstance(held, BaseModel) and any(each.is_required() for each in _fields(held)))


def said(value: Any) -> Any:
    """What a value says, as plain data: without records and maps in it that are as good as absent."""
    if not is_group(value):
        return value
    inside = {key: (part, said(part)) for key, part in entries(value).items()}
    return {key: plain for key, (part, plain) in inside.items() if plain != {} or goes_whole(value, part)}


def _fields(record: BaseModel) -> Iterable[Any]:
    return type(record).model_fields.values()


_Moves = Iterator[tuple[ItemPath, ItemPath]]
"""Paths of damage that stays, each with where it is then."""


def _stays(paths: list[ItemPath], depth: int, old: Any, new: Any) -> _Moves:
    """Those of the paths, which lead through `old` at a depth, whose damage stays when that becomes `new`."""
    if old is new or (isinstance(old, tuple) and isinstance(new, tuple) and new):
        yield from ((path, path) for path in paths)
    elif not isinstance(old, tuple):
        inside: dict[str, list[ItemPath]] = {}
        for path in paths:
            inside.setdefault(str(path[depth]), []).append(path)
        called = renamed(entries(old), entries(new)) if isinstance(new, Mapping) else {}
        names = {was: now for now, was in called.items()}
        for key, held in inside.items():
            name = names.get(key, key)
            for path, now in _stays_inside(held, depth, old, new, name):
                yield path, (*now[:depth], name, *now[depth + 1 :])


def _stays_inside(paths: list[ItemPath], depth: int, old: Any, new: Any, name: str) -> _Moves:
    """The same for paths that all lead through one key, which is called `name` now."""
    key, olds, news = str(paths[0][depth]), entries(old), entries(new)
    if name not in news and key not in olds:  # it was left out, or what holds it is as good as absent
        yield from ((path, path) for path in paths)
        return
    if name not in news and goes_whole(old, olds[key]):
        return
    before, after = olds.get(key), news.get(name, {})
    if key in olds and name in news and same(before, after):
        yield from ((path, path) for path in paths)
        return
    longer = [path for path in paths if len(path) > depth + 1]
    yield from _stays(longer, depth + 1, before, after)


def _moved(damage: Damage, path: ItemPath) -> Damage:
    """The damage with its findings at another path."""
    told = tuple(
        replace(finding, items=tuple((*path[: len(item)], *item[len(path) :]) for item in finding.items))
        for finding in damage.findings
    )
    return replace(damage, path=path, findings=told)


def _at(value: Any, path: ItemPath) -> Any:
    for key in path:
        value = entries(value).get(str(key))
    return value
