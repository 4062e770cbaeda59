import os
from pathlib import Path

import pytest

from journeymapper.storage.reading import read_plan
from tests.storage.texts import told

BROKEN = Path(__file__).parent.parent / "data" / "broken"
EXPECTED = {
    "bad-indent": (
        "JM005", 18,
        "'channel' is indented further than the line above, which already has a value; align the two lines",
    ),
    "tab": ("JM005", 19, "there is a tab in the indentation; YAML takes only spaces, so replace it with spaces"),
    "duplicate-key": ("JM007", 19, "'stage' is here a second time; the first is in line 17"),
    "unknown-key": ("JM010", 19, "'feelings' is not a key of 'see-ad'; did you mean 'feeling'?"),
    "dangling-id": ("JM014", 26, "'webiste' is not a channel; did you mean 'website'?"),
    "wrong-type": ("JM012", 3, "'volume' must be a whole number, not 'many'"),
    "share-abc": ("JM012", 21, "'abc' is not a share; write it like 54%"),
    "newer-version": (
        "JM009", 1,
        ("the plan was made by a newer version of journeymapper: its format is 2, and this program reads formats up to "
         "1; update journeymapper to open it"),
    ),
    "only-comments": ("JM003", 1, "the file has only comments; a plan begins with 'journeymapper: 1' and a title"),
    "empty": ("JM003", 1, "the file is empty; a plan begins with 'journeymapper: 1' and a title"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_each_fault_is_told_at_its_line_and_nothing_else(name: str) -> None:
    reading = read_plan(BROKEN / f"{name}.journey.yaml")
    assert [told(finding) for finding in reading.findings] == [EXPECTED[name]]
    assert all(finding.file.endswith(f"{name}.journey.yaml") for finding in reading.findings)


def test_every_broken_file_is_expected() -> None:
    assert {path.name.removesuffix(".journey.yaml") for path in BROKEN.iterdir()} == set(EXPECTED)


def test_a_plan_whose_references_dangle_opens_all_the_same() -> None:
    assert read_plan(BROKEN / "dangling-id.journey.yaml").document is not None
    assert read_plan(BROKEN / "duplicate-key.journey.yaml").document is None


def test_only_wrong_values_open_in_the_window_and_as_no_whole_plan() -> None:
    readings = {name: read_plan(BROKEN / f"{name}.journey.yaml") for name in EXPECTED}
    damaged = {name for name, reading in readings.items() if reading.opened and reading.opened.damage}
    assert damaged == {"unknown-key", "wrong-type", "share-abc"}
    assert not [name for name in damaged if readings[name].document]
    assert {name for name, reading in readings.items() if reading.opened} == damaged | {"dangling-id"}


def test_a_binary_file_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "photo.journey.yaml"
    path.write_bytes(bytes((number * 37 + 11) % 256 for number in range(4096)))
    [finding] = read_plan(path).findings
    assert told(finding) == ("JM002", 1, "the file is not text; a plan is a YAML file named *.journey.yaml")


def test_a_huge_file_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.journey.yaml"
    path.touch()
    os.truncate(path, 100 * 1024 * 1024)
    [finding] = read_plan(path).findings
    assert told(finding) == ("JM001", 0, f"'{path}' has 100 MiB; a plan has at most 32 MiB")


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    messages = [read_plan(path).findings[0].message for path in (tmp_path, pipe, tmp_path / "none", circle)]
    assert messages == [
        f"'{tmp_path}' is a folder; name a plan file in it, such as my-plan.journey.yaml",
        f"'{pipe}' is not an ordinary file",
        f"'{tmp_path / 'none'}' can't be opened: there is no such file",
        f"'{circle}' can't be opened: its links lead in a circle",
    ]
    assert read_plan(tmp_path).unreadable


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert "can't be opened" in read_plan(Path("a\0b")).findings[0].message
    assert "the name is too long" in read_plan(Path("a" * 5000)).findings[0].message
