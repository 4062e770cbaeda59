from pathlib import Path

import pytest

from journeymapper.cli.sources import plan_files
from journeymapper.errors import PlanUnreadable


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with plans here, below and hidden, as the current one."""
    for name in ("b.journey.yaml", "a.journey.yaml", "notes.yaml", "team/c.journey.yml", ".git/d.journey.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_folder_stands_for_its_plans() -> None:
    assert plan_files(["."]) == ["a.journey.yaml", "b.journey.yaml", "team/c.journey.yml"]
    assert plan_files(["team"]) == ["team/c.journey.yml"]


def test_an_absolute_folder_gives_absolute_files(folder: Path) -> None:
    assert plan_files([str(folder / "team")]) == [str(folder / "team/c.journey.yml")]


@pytest.mark.usefixtures("folder")
def test_a_glob_is_filled_in_where_the_shell_did_not() -> None:
    assert plan_files(["*.journey.yaml"]) == ["a.journey.yaml", "b.journey.yaml"]
    assert plan_files(["**/*.yml"]) == ["team/c.journey.yml"]


@pytest.mark.usefixtures("folder")
def test_files_stay_as_they_are_named_and_come_once() -> None:
    assert plan_files(["notes.yaml", "-", "gone.yaml", "notes.yaml"]) == ["notes.yaml", "-", "gone.yaml"]


def test_a_file_with_brackets_in_its_name_is_itself(folder: Path) -> None:
    (folder / "a[1].yaml").touch()
    assert plan_files(["a[1].yaml"]) == ["a[1].yaml"]


@pytest.mark.parametrize("name", ["empty", "*.nothing"])
def test_what_stands_for_no_plan_is_an_error(name: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(PlanUnreadable, match=name.replace("*", r"\*")):
        plan_files([name])
