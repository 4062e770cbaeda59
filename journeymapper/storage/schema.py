"""The JSON Schema of the plan format, for completion and hover texts in text editors."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from journeymapper.model.plan import FORMAT_VERSION, Plan
from journeymapper.model.values import Value
from journeymapper.storage.shapes import keys_of

Schema = dict[str, Any]
_OWN_KEYS = {"^x-": {"description": "A key of your own; it is kept and can be shown as a row of the map."}}
_NOTHING = {"type": "null"}


def json_schema() -> Schema:
    """The schema of format 1, with what each key means; as wide as the reader where YAML knows numbers and booleans."""
    raw = Plan.model_json_schema()
    records = {name: _record(definition, name) for name, definition in raw.pop("$defs").items()}
    plan = _record(raw, "Plan") | {
        "required": ["journeymapper"],
        "anyOf": [{"required": ["title"]}, {"required": ["extends"]}],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:journeymapper:plan:{FORMAT_VERSION}",
        **(plan | {"title": f"Customer journey plan, format {FORMAT_VERSION}"}),
        "$defs": dict(sorted(records.items())),
    }


def _record(schema: Schema, name: str) -> Schema:
    """A record: its keys with what they mean, the planner's own keys, and no others."""
    model = _models()[name]
    fields, said = keys_of(model), _meanings(model)
    keys = {key: _field(part, said.get(fields[key], "")) for key, part in schema["properties"].items()}
    record = {"description": schema["description"], "type": "object", "properties": keys}
    required = {"required": schema["required"]} if "required" in schema else {}
    return record | required | {"patternProperties": _OWN_KEYS, "additionalProperties": False}


def _field(schema: Schema, meaning: str) -> Schema:
    example = next(_examples(schema), "")
    description = f"{meaning} Written like {example}." if example else meaning
    return ({"description": description} if description else {}) | _value(schema)


def _examples(schema: Schema) -> Iterator[str]:
    yield from schema.get("examples", ())
    for form in schema.get("anyOf", ()):
        yield from _examples(form)


def _value(schema: Schema) -> Schema:
    """What a value may be, said as shortly as JSON Schema allows."""
    kept = {key: part for key, part in schema.items() if key not in ("title", "default", "examples")}
    if "anyOf" in kept:
        return _one_of([form for part in kept["anyOf"] for form in _forms(_value(part))])
    if "items" in kept:
        kept["items"] = _value(kept["items"])
    if "patternProperties" in kept:
        [(pattern, part)] = kept.pop("patternProperties").items()
        return kept | {"type": ["object", "null"], "propertyNames": {"pattern": pattern}, **_entries(part)}
    if isinstance(kept.get("additionalProperties"), dict):
        return kept | {"type": ["object", "null"], **_entries(kept["additionalProperties"])}
    if kept.get("type") == "string" and not kept.keys() & {"pattern", "enum", "const", "format"}:
        kept["type"] = ["string", "number", "boolean"]
    return kept


def _one_of(forms: list[Schema]) -> Schema:
    """A value of any of the forms; nothing is no form of its own beside a plain type."""
    first, *others = forms
    if others == [_NOTHING] and first.keys() >= {"type"} and not first.keys() & {"enum", "const"}:
        types = first["type"] if isinstance(first["type"], list) else [first["type"]]
        return first | {"type": [*types, "null"]}
    return {"anyOf": forms} if others else first


def _forms(schema: Schema) -> list[Schema]:
    """The alternatives in a value, so that they need not be nested."""
    return schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]


def _entries(part: Schema) -> Schema:
    """The entries of a map; a record in it may say nothing yet."""
    value = _value(part)
    model = _models().get(str(value.get("$ref", "")).rpartition("/")[2])
    if model and not any(field.is_required() for field in model.model_fields.values()):
        value = _one_of([value, _NOTHING])
    return {"additionalProperties": value}


def _models() -> dict[str, type[BaseModel]]:
    """The records of the format by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Value]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model.__module__.startswith("journeymapper.model."):
            found[model.__name__] = model
    return found


def _meanings(model: type[BaseModel]) -> dict[str, str]:
    """The sentence below each field in the source of a record and of what it is built on."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if not part.__module__.startswith("journeymapper."):
            continue
        tree = ast.parse(inspect.getsource(part))
        for field, text in pairwise(tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else ()):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
                found[field.target.id] = inspect.cleandoc(str(ast.literal_eval(text.value)))
    return found
