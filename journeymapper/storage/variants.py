"""Variants: a plan that holds only what differs from the plan it extends."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from journeymapper.errors import PlanUnreadable
from journeymapper.model.finding import ItemPath
from journeymapper.storage.forms import short_key
from journeymapper.storage.shapes import model_at

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


def _spelt_out(value: Any, path: ItemPath) -> Any:
    key = short_key(model_at(path)) if isinstance(value, str) else None
    return {key: value} if key else value
