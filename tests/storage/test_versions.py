from typing import Any

import pytest

from journeymapper.storage import versions
from tests.storage.texts import document, only


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
