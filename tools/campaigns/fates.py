"""What becomes of commented items in a chain of edits: they stay, perhaps with another id, or go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import entries, same
from tools.campaigns.random_edits import Edit
from tools.campaigns.sprinkling import Mark, is_said, part_of, value_at

State = Literal["alive", "dead", "unsure"]


@dataclass(frozen=True)
class Fate:
    """A mark with where its item is now; `unsure` where nobody can tell whether an item is the same as before."""

    mark: Mark
    state: State = "alive"

    def after(self, before: Plan, edit: Edit) -> Fate:
        """The fate after one more edit, made to `before`."""
        if self.state == "unsure":
            return self
        mark = replace(self.mark, path=renamed_path(before, edit, self.mark.path))
        if self.state == "dead":
            return Fate(mark, "unsure" if _is_there(edit.plan, mark) else "dead")
        if mark.text is None:
            return Fate(mark, "alive" if _is_there(edit.plan, mark) else "dead")
        return _of_an_item(self.mark, mark, before, edit)


def followed(marks: Iterable[Mark], plan: Plan, edits: Iterable[Edit]) -> list[Fate]:
    """The fates of marks after a chain of edits."""
    marks, before = list(marks), plan
    fates = [Fate(mark) for mark in marks]
    for edit in edits:
        fates = [fate.after(plan, edit) for fate in fates]
        plan = edit.plan
    return [
        replace(fate, state="unsure") if _is_doubtful(before, mark, plan, fate) else fate
        for mark, fate in zip(marks, fates, strict=True)
    ]


def _is_doubtful(before: Plan, mark: Mark, after: Plan, fate: Fate) -> bool:
    """Whether who sees only the first and the last plan can't tell what became of an item."""
    if mark.text is not None and fate.state == "dead":
        old, new = value_at(before, mark.path), value_at(after, fate.mark.path)
        if isinstance(new, tuple) and Counter(new) - Counter(old):
            return True
    return _is_beyond_recognition(before, mark.path, after, fate.mark.path)


def _is_beyond_recognition(before: Plan, path: ItemPath, after: Plan, to: ItemPath) -> bool:
    """Whether an item on the way has another id and few of its facts: a file can't tell it from a new one."""
    old: Any = before
    new: Any = after
    for key, name in zip(path, to, strict=True):
        old, new = part_of(old, key), part_of(new, name)
        if key != name and is_lost(old, new):
            return True
    return False


def is_lost(old: Any, new: Any) -> bool:
    """Whether nobody who does not know of the edit would take one value for the other."""
    mine, yours = entries(old), entries(new)
    shared = sum(same(value, yours.get(each)) for each, value in mine.items())
    return old is not new and 2 * shared <= len(mine.keys() | yours.keys())


def _of_an_item(was: Mark, mark: Mark, before: Plan, edit: Edit) -> Fate:
    """An item of a list has no id: another text in its place may be the same in other words."""
    old, new = value_at(before, was.path), value_at(edit.plan, mark.path)
    text = dict(edit.renamed).get(str(mark.text), mark.text)
    if not isinstance(new, tuple):
        return Fate(mark, "dead")
    if new.count(text) == 1:
        return Fate(replace(mark, text=text), "alive" if text == mark.text or len(new) == len(old) else "unsure")
    is_only_shorter = len(new) < len(old) and not Counter(new) - Counter(old)
    return Fate(mark, "dead" if is_only_shorter else "unsure")


def _is_there(plan: Plan, mark: Mark) -> bool:
    if mark.text is None:
        return is_said(plan, mark.path)
    held = value_at(plan, mark.path)
    return isinstance(held, tuple) and mark.text in held


def renamed_path(before: Plan, edit: Edit, path: ItemPath) -> ItemPath:
    """A path after an edit that may have given other ids."""
    if not edit.renamed:
        return path
    found: list[str | int] = []
    old: Any = before
    new: Any = edit.plan
    for key in path:
        wanted = dict(edit.renamed).get(str(key))
        is_map = isinstance(old, Mapping) and isinstance(new, Mapping)
        found.append(wanted if wanted and is_map and wanted in new and key not in new else key)
        old, new = part_of(old, key), part_of(new, found[-1])
    return tuple(found)
