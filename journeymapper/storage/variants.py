"""Variants: a plan that holds only what differs from the plan it extends."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from journeymapper.errors import PlanUnreadable

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
    base = (folder / name).resolve()
    if outside or "\0" in name or not base.is_relative_to(folder.resolve()):
        raise PlanUnreadable(f"'{name}' is outside the folder of this plan; a variant extends one beside or below it")
    if base in seen:
        raise PlanUnreadable(f"'{name}' extends this plan in turn; variants can't go in a circle")
    if len(seen) >= LONGEST_CHAIN:
        raise PlanUnreadable(f"'{name}' is the {LONGEST_CHAIN + 1}th plan in a row that extends another")
    return base


def merged(base: Data, variant: Data) -> Data:
    """The data of the base with what the variant changes, adds and, with `~delete`, removes."""
    result = dict(base)
    for key, value in variant.items():
        if value == DELETE:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result
