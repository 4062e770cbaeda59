"""Where a fact stands in the plan: how it is read, and the edit that changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from journeymapper.edits.fields import set_field, set_part
from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the item at `path`, or of its small `record` (evidence, people, handover …)."""

    path: ItemPath
    field: str
    record: str = ""

    def value(self, plan: Plan) -> Any:
        """The value now; None where it, or its item, is not there."""
        try:
            holder = item_at(plan, self.path)
        except EditRefused:
            return None
        if self.record:
            holder = getattr(holder, self.record)
        return None if holder is None else getattr(holder, self.field)

    def edited(self, plan: Plan, raw: object) -> Plan:
        """The plan with the value read from `raw`; raises EditRefused."""
        if self.record:
            return set_part(plan, self.path, self.record, self.field, raw)
        return set_field(plan, self.path, self.field, raw)

    def inside(self, field: str) -> Place:
        """The place of a field of the small record that stands here."""
        return Place(self.path, field, record=self.field)

    def item(self, ident: str, field: str) -> Place:
        """The place of a field of an item of the map that stands here."""
        return Place((*self.path, self.field, ident), field)

    def moved(self, path: ItemPath) -> Place:
        """The same field of another item."""
        return replace(self, path=path)


def written(value: Any) -> Any:
    """A value as a file would hold it: what an editor shows and gives back."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        return {name: written(held) for name, held in value.__dict__.items() if held is not None and held != {}}
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, tuple):
        return [written(part) for part in value]
    if isinstance(value, dict):
        return {key: written(part) for key, part in value.items()}
    return str(value)
