"""The wheel carries all that the program needs at run time, and nothing of its making."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from these sources."""
    folder = tmp_path_factory.mktemp("wheel")
    [built] = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_examples_of_the_start_page_are_in_it(wheel: set[str], examples: Path) -> None:
    names = {f"journeymapper/resources/examples/{path.name}" for path in examples.iterdir()}
    assert {path.name for path in examples.glob("*.journey.yaml")} <= {Path(name).name for name in names}
    assert names <= wheel


def test_the_program_and_its_resources_are_in_it(wheel: set[str]) -> None:
    package = ROOT / "journeymapper"
    held = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.relative_to(ROOT).as_posix() for path in held} <= wheel


def test_nothing_else_is_in_it(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"journeymapper"}
    assert not [name for name in wheel if name.endswith(".pyc") or "/tests/" in name]
