"""The example plans, read once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from journeymapper.model.plan import Plan
from journeymapper.storage.reading import read_plan
from tests.examples.flat import Reading


@pytest.fixture(scope="session")
def example(examples: Path) -> Reading:
    """Reads an example plan by the name of its file."""

    @cache
    def read(name: str) -> Plan:
        document = read_plan(examples / f"{name}.journey.yaml").document
        assert document is not None
        return document.plan

    return read


@pytest.fixture(scope="session")
def figures(root: Path) -> dict[str, Any]:
    """What the four researched plans must say, by the name of their data."""
    found: dict[str, Any] = json.loads((root / "tests/data/example-plans.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def media(root: Path) -> dict[str, dict[str, str]]:
    """The fixed word for each medium of the figures, by the name of their data."""
    found: dict[str, dict[str, str]] = json.loads((root / "tests/data/example-media.json").read_text(encoding="utf-8"))
    return found
