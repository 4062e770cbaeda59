"""Every version of the format that was ever released can be read for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymapper.model.plan import FORMAT_VERSION, Plan
from journeymapper.storage.reading import read_plan
from journeymapper.storage.shapes import keys_of
from journeymapper.storage.tree import grow
from journeymapper.storage.versions import UPGRADES

FOLDER = Path(__file__).parent.parent / "data" / "formats"
FROZEN = sorted(FOLDER.glob("*.journey.yaml"))


def test_every_released_version_has_its_file() -> None:
    assert {path.name for path in FROZEN} == {f"{version}.journey.yaml" for version in (*UPGRADES, FORMAT_VERSION)}


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.name)
def test_it_is_read_without_findings(path: Path) -> None:
    reading = read_plan(path)
    version = int(path.name.partition(".")[0])
    assert reading.findings == ()
    assert reading.document is not None
    assert reading.document.plan.journeymapper == FORMAT_VERSION
    assert reading.document.upgraded == (version if version < FORMAT_VERSION else None)


def test_the_file_of_the_current_version_has_every_section() -> None:
    said = grow((FOLDER / f"{FORMAT_VERSION}.journey.yaml").read_text(encoding="utf-8")).data
    assert set(keys_of(Plan)) - set(said) == {"extends"}
