"""Variants: a plan that holds only what differs from the plan it extends."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from pydantic import BaseModel

from journeymapper.errors import PlanUnreadable
from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import Said, entries, short_key
from journeymapper.storage.shapes import keys_of, model_at
from journeymapper.storage.tree import grow
from journeymapper.storage.versions import current

Data = dict[str, Any]
DELETE = "~delete"
LONGEST_CHAIN = 8


def base_of(name: object, folder: Path | None, seen: tuple[Path, ...]) -> Path:
    """The file that `extends` names: in the variant's folder or below; raises PlanUnreadable with a sentence."""
    if not isinstance(name, str) or not name:
        raise PlanUnreadable("'extends' must name a plan file")
    if folder is None:
        raise PlanUnreadable(f"'{name}' can't be found, since this plan has no folder yet")
    outside = PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or ".." in Path(name).parts
    base = None if outside or "\0" in name else _real(folder / name)
    if base is None or not base.is_relative_to(_real(folder)):
        raise PlanUnreadable(f"'{name}' is outside the folder of this plan; a variant extends one beside or below it")
    if base in seen:
        raise PlanUnreadable(f"'{name}' extends this plan in turn; variants can't go in a circle")
    if len(seen) >= LONGEST_CHAIN:
        raise PlanUnreadable(f"'{name}' is the {LONGEST_CHAIN + 1}th plan in a row that extends another")
    return base


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        raise PlanUnreadable(f"'{path.name}' can't be found: its links lead in a circle") from None


def merged(base: Data, variant: Data, path: ItemPath = ()) -> Data:
    """The data of the base at a path with what the variant changes, adds and, with `~delete`, removes."""
    result = dict(base)
    for key, value in variant.items():
        if value == DELETE:
            result.pop(key, None)
        else:
            result[key] = _changed(result.get(key), value, (*path, key))
    return result


def _changed(base: Any, variant: Any, path: ItemPath) -> Any:
    """One value of the base with what the variant says of it; a short form such as `54%` says one fact of many."""
    if isinstance(base, dict) or isinstance(variant, dict):
        base, variant = _spelt_out(base, path), _spelt_out(variant, path)
    if isinstance(variant, dict):
        return merged(base if isinstance(base, dict) else {}, variant, path)
    return variant


def own_data(text: str) -> Data:
    """What the text of a variant says itself, in the current format."""
    tree = grow(text)
    return current(tree.data, tree.outline).data


def own_part(plan: Plan, variant: Data) -> Said:
    """The data of a variant in the order of the format, with the values of the plan that it comes to."""
    return _said(plan, variant)


def _said(record: BaseModel, variant: Data) -> Said:
    names = keys_of(type(record))
    order = [key for key in names if key in variant] + [key for key in variant if key not in names]
    held = record.__dict__
    said = {key: _own(held[names[key]], variant[key]) if key in names else variant[key] for key in order}
    return Said(type(record), said)


def _own(value: Any, variant: Any) -> Any:
    """One value of the plan as the variant says it: nothing and `~delete` as they are, a short form as one."""
    if variant is None or variant == DELETE:
        return variant
    if isinstance(value, FrozenMap):
        return {key: _own(value[key], part) if key in value else part for key, part in variant.items()}
    if not isinstance(value, BaseModel):
        return value
    short = short_key(type(value))
    if not isinstance(variant, dict):
        return entries(value)[str(short)]
    alone = variant.get(short) if short and len(variant) == 1 else None
    return _said(value, variant) if alone in (None, DELETE) else entries(value)[str(short)]


def keys_said(variant: Any, path: ItemPath = ()) -> Any:
    """Which keys a variant's data says at a path, and which of them it empties or removes; no other values."""
    if variant is None or variant == DELETE:
        return variant
    variant = _spelt_out(variant, path)
    return {key: keys_said(part, (*path, key)) for key, part in variant.items()} if isinstance(variant, dict) else ...


def _spelt_out(value: Any, path: ItemPath) -> Any:
    key = short_key(model_at(path)) if isinstance(value, str) else None
    return {key: value} if key else value
