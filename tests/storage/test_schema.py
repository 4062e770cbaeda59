import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs are not needed for four calls
import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML

from journeymapper.cli import schema as command
from journeymapper.cli.app import main
from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.schema import json_schema
from tests.storage.made_up import plans
from tests.storage.texts import HEAD

SCHEMA = json_schema()
CHECKER = jsonschema.Draft202012Validator(SCHEMA)


def core(text: str) -> Any:
    """A text as a reader of YAML 1.2 sees it, dates being texts."""
    yaml = YAML(typ="safe", pure=True)
    return json.loads(json.dumps(yaml.load(text), default=str))


def fields(schema: dict[str, Any], name: str = "Plan") -> Iterator[tuple[str, dict[str, Any]]]:
    for key, field in schema.get("properties", {}).items():
        yield f"{name}.{key}", field
    for part, definition in schema.get("$defs", {}).items():
        yield from fields(definition, part)


def test_the_schema_in_the_project_is_the_one_of_the_program(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    kept = (root / "journey.schema.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == kept == command.text(), "journeymapper schema > journey.schema.json"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_says_what_it_means() -> None:
    assert not [name for name, field in fields(SCHEMA) if len(field.get("description", "")) < 4]


def test_the_examples_fit_the_schema(examples: Path) -> None:
    for path in examples.glob("*.journey.yaml"):
        errors = [(list(error.absolute_path), error.message) for error in CHECKER.iter_errors(core(path.read_text()))]
        assert not errors, path


@given(plans())
@settings(max_examples=60)
def test_whatever_the_program_writes_fits_the_schema(plan: Plan) -> None:
    assert not [(list(error.absolute_path), error.message) for error in CHECKER.iter_errors(core(canonical(plan)))]


@pytest.mark.parametrize(
    "line",
    ["titel: x", "volume: many", "currency: euro", "brand: {accent: red}", "stages: {Bad Id: {}}", "Stages: {}",
     "channels: {web: {kind: robot}}", "segments: {a: {share: abc}}", "points: {a: {channels: web}}",
     "journeys: {a: {interactions: {b: {feeling: 3}}}}", "journeys: {a: {starts: {b: 120}}}"],
)  # fmt: skip
def test_what_the_reader_refuses_does_not_fit(line: str) -> None:
    assert list(CHECKER.iter_errors(core(f"{HEAD}{line}\n")))


def test_keys_of_ones_own_and_empty_items_fit() -> None:
    assert not list(
        CHECKER.iter_errors(core(HEAD + "x-a: {b: [1]}\nstages: {a: , b: {x-c: 1}}\nteams:\ngoals: {a: {title: 5}}\n"))
    )
