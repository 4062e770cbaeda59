from pathlib import Path
from typing import Any

import pytest

from journeymapper.model.plan import FORMAT_VERSION
from journeymapper.storage import versions
from journeymapper.storage.document import Document
from journeymapper.storage.reading import read_plan
from journeymapper.storage.saving import save, tidied
from tests.storage.texts import document, only, told


@pytest.mark.parametrize("said", ["one", "1.5", "0", "-1", "[1]", "", "99999999999999999999", "١"])
def test_a_version_must_be_a_number(said: str) -> None:
    rule, line, _, message = only(f"journeymapper: {said}\ntitle: x\n")
    assert (rule, line) == ("JM009", 1)
    assert message == "the format version must be a number; write 'journeymapper: 1'"


def test_a_newer_plan_is_refused_with_this_alone() -> None:
    rule, line, column, message = only("title: x\njourneymapper: 2\nholograms: 3\n")
    assert (rule, line, column) == ("JM009", 2, 16)
    assert "made by a newer version" in message


def test_a_missing_version_is_told_and_the_rest_is_read() -> None:
    assert only("title: x\n")[3] == "the format version is missing; the first line of a plan is 'journeymapper: 1'"


def test_other_yaml_is_no_plan() -> None:
    rule, _, _, message = only("services:\n  web:\n    image: nginx\n")
    assert rule == "JM003"
    assert message.startswith("this is YAML, but not a plan")


def test_an_older_plan_is_upgraded_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def name_to_label(data: dict[str, Any]) -> dict[str, Any]:
        return {"x-label" if key == "x-name" else key: value for key, value in data.items()}

    def label_to_title(data: dict[str, Any]) -> dict[str, Any]:
        return {"title" if key == "x-label" else key: value for key, value in data.items()}

    outline = document("journeymapper: 1\ntitle: x\n").outline
    monkeypatch.setattr(versions, "CURRENT", 3)
    monkeypatch.setattr(versions, "UPGRADES", {1: name_to_label, 2: label_to_title})
    current = versions.current({"journeymapper": "1", "x-name": "Old"}, outline)
    assert current == ({"journeymapper": "3", "title": "Old"}, [], 1)


OLD = """\
# Our café, as we wrote it long ago.
journeymapper: 0
name: Café          # what people call it
# the till is new
steps:
  # who comes in
  look: {title: Looks}   # from the street
  pay: {title: 'Pays'}

# to be settled
budget: 12          # a guess
owner: Ann          # for now
"""
NEW = """\
# Our café, as we wrote it long ago.
journeymapper: 1
title: Café
# what people call it
# the till is new
# who comes in
# from the street
# to be settled
# a guess
owner: Ann          # for now

journeys:
  visit:
    interactions:
      look:
        title: Looks
      pay:
        title: Pays
"""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a format that never was, with a name, the steps of its only journey, and a budget."""

    def upgrade(data: dict[str, Any]) -> dict[str, Any]:
        data = {"title" if key == "name" else key: value for key, value in data.items() if key != "budget"}
        steps = data.pop("steps", None)
        return data | ({"journeys": {"visit": {"interactions": steps}}} if steps else {})

    monkeypatch.setattr(versions, "UPGRADES", {0: upgrade})
    path = tmp_path / "old.journey.yaml"
    path.write_text(OLD, encoding="utf-8")
    return path


def opened(path: Path) -> Document:
    document = read_plan(path).document
    assert document is not None
    return document


def test_an_older_file_is_read_as_a_current_plan_and_stays_as_it_is(old: Path) -> None:
    read = opened(old)
    assert read.upgraded == 0
    assert (read.plan.journeymapper, read.plan.title) == (FORMAT_VERSION, "Café")
    assert list(read.plan.journeys["visit"].interactions) == ["look", "pay"]
    assert old.read_text(encoding="utf-8") == OLD


def test_what_is_wrong_in_an_older_file_is_told_where_it_stands(old: Path) -> None:
    old.write_text(OLD.replace("owner", "ownr").replace("title: 'Pays'", "stage: [1]"), encoding="utf-8")
    assert [told(finding)[:2] for finding in read_plan(old).findings] == [("JM012", 1), ("JM010", 12)]


def test_saved_it_is_a_current_file_with_its_comments(old: Path) -> None:
    saved = save(opened(old), opened(old).plan)
    assert old.read_text(encoding="utf-8") == NEW
    assert saved.upgraded is opened(old).upgraded is None
    assert saved.position(("owner",)) == (10, 1)


def test_from_then_on_only_what_changes_is_written(old: Path) -> None:
    read = opened(old)
    first = save(read, read.plan.model_copy(update={"owner": "Bob"}))
    assert old.read_text(encoding="utf-8") == NEW.replace("Ann", "Bob")
    old.write_text(NEW.replace("look:\n        title: Looks", "look: {title: Looks}"), encoding="utf-8")
    save(opened(old), first.plan, overwrite=True)
    assert "look: {title: Looks}" in old.read_text(encoding="utf-8")


def test_an_older_variant_of_an_older_plan_is_read_and_formatted(old: Path) -> None:
    path = old.with_name("variant.journey.yaml")
    path.write_text("journeymapper: 0\nextends: old.journey.yaml\nname: Bar   # new\nbudget: ~delete\n")
    read = opened(path)
    assert (read.upgraded, read.plan.title, read.plan.owner) == (0, "Bar", "Ann")
    assert tidied(read, path.parent) == b"journeymapper: 1\nextends: old.journey.yaml\ntitle: Bar\n# new\n"


def test_a_number_below_the_oldest_version_is_none() -> None:
    assert only("journeymapper: 0\ntitle: x\n")[0] == "JM009"
