"""Setting one field of one item, read by the rules of the field as if it stood in the file."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from journeymapper.edits.paths import item_at, with_item
from journeymapper.edits.typed import fit
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan


def set_field(plan: Plan, path: ItemPath, field: str, raw: object) -> Plan:
    """The plan with `field` of the item at `path` read from `raw`; an empty text makes it unknown.

    `raw` is what a file would hold: a text, a number, a list, a mapping, or None. Where a record on the way to the
    field does not exist yet (the evidence of an interaction, say), it is made. Raises EditRefused with a sentence.
    """
    item = item_at(plan, path)
    value = parsed(type(item), field, raw)
    if value == getattr(item, field):
        return plan
    changed = item.model_copy(update={field: value})
    return with_item(plan, path, _checked(changed))


def set_part(plan: Plan, path: ItemPath, record: str, field: str, raw: object) -> Plan:
    """The plan with `field` of the small `record` (evidence, people, handover …) of the item at `path` set.

    A record whose last fact goes becomes unknown itself.
    """
    item = item_at(plan, path)
    held: BaseModel | None = getattr(item, record)
    facts: dict[str, Any] = {} if held is None else {**held.__dict__, **(held.__pydantic_extra__ or {})}
    facts[field] = _blank_is_none(raw)
    known = {name: value for name, value in facts.items() if value is not None and value != {}}
    return set_field(plan, path, record, known or None)


def parsed(kind: type[BaseModel], field: str, raw: object) -> Any:
    """The value of a field of a record of that kind, read from `raw`; raises EditRefused."""
    info = kind.model_fields[field]
    raw = _blank_is_none(fit(raw, field))
    if raw is None:
        if info.is_required():
            raise EditRefused(f"{_spoken(field)} can't be empty")
        return info.get_default(call_default_factory=True)
    try:
        return _adapter(kind, field).validate_python(raw)
    except ValidationError as error:
        raise EditRefused(sentence(error, field)) from None


def sentence(error: ValidationError, field: str) -> str:
    """The first complaint of a validation in the reader's words."""
    first = error.errors(include_url=False)[0]
    complaint = first["msg"].removeprefix("Value error, ")
    if first["type"] == "value_error":
        return f"{_spoken(field)}: {complaint}"
    if first["type"] == "string_pattern_mismatch":
        return f"{_spoken(field)}: '{first['input']}' is not an id (small letters, digits and hyphens)"
    complaint = complaint.replace("Input should be", "this should be").replace("a valid ", "a ")
    return f"{_spoken(field)}: {complaint}"


def _checked(item: BaseModel) -> BaseModel:
    """The small records have rules across fields; check them on the changed record."""
    if len(type(item).model_fields) > 12 or not hasattr(type(item), "__pydantic_decorators__"):
        return item
    if not type(item).__pydantic_decorators__.model_validators:
        return item
    try:
        return type(item).model_validate({**item.__dict__, **(item.__pydantic_extra__ or {})})
    except ValidationError as error:
        raise EditRefused(error.errors()[0]["msg"].removeprefix("Value error, ")) from None


def _blank_is_none(raw: object) -> object:
    return None if isinstance(raw, str) and not raw.strip() else raw


def _spoken(field: str) -> str:
    return field.rstrip("_").replace("_", " ").capitalize()


@cache
def _adapter(kind: type[BaseModel], field: str) -> TypeAdapter[Any]:
    info = kind.model_fields[field]
    annotation: Any = info.annotation
    for mark in info.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)
