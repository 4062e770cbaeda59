from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from journeymapper.storage.conflict import Sides, sides_of

TEXT = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> topic\nc: 4\n"


def test_each_side_is_the_whole_file() -> None:
    assert sides_of(TEXT.encode()) == Sides(b"a: 1\nb: 2\nc: 4\n", b"a: 1\nb: 3\nc: 4\n", None, "HEAD", "topic", 1)


def test_what_both_began_with_is_known_where_git_wrote_it_down() -> None:
    text = TEXT.replace("=======", "||||||| 1234\nb: 0\n=======")
    found = sides_of(text.encode())
    assert found
    assert found.base == b"a: 1\nb: 0\nc: 4\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        TEXT.replace(">>>>>>> topic\n", ""),
        TEXT.replace("=======\n", ""),
        TEXT.replace("<<<<<<< HEAD\n", ""),
        TEXT + "<<<<<<< HEAD\n",
        "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n",
    ],
)
def test_without_all_marks_there_are_no_sides(text: str) -> None:
    assert sides_of(text.encode()) is None


def test_a_line_of_equal_signs_elsewhere_is_text() -> None:
    text = f"about: |\n  x\n=======\n{TEXT}"
    found = sides_of(text.encode())
    assert found
    assert found.ours.startswith(b"about: |\n  x\n=======\n")


def test_line_ends_stay() -> None:
    found = sides_of(TEXT.replace("\n", "\r\n").encode())
    assert found
    assert found.theirs == b"a: 1\r\nb: 3\r\nc: 4\r\n"


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_what_git_writes_is_understood(tmp_path: Path, style: str) -> None:
    def git(*words: str, check: bool = True) -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", f"merge.conflictStyle={style}")
        subprocess.run(["git", *name, *words], cwd=tmp_path, check=check, capture_output=True)

    plan = tmp_path / "p.journey.yaml"
    lines = [f"k{number}: x\n" for number in range(40)]

    def commit(place: int, value: str, other: int) -> bytes:
        now = list(lines)
        now[place] = f"k{place}: {value}\n"
        now[other] = f"k{other}: {value}\n"
        plan.write_text("".join(now))
        git("commit", "-q", "-a", "-m", value)
        return plan.read_bytes()

    plan.write_text("".join(lines))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "0")
    git("checkout", "-q", "-b", "topic")
    theirs = commit(5, "theirs", 30)
    git("checkout", "-q", "main")
    ours = commit(5, "ours", 30)
    git("merge", "topic", check=False)
    found = sides_of(plan.read_bytes())
    assert found
    assert (found.ours, found.theirs, found.places) == (ours, theirs, 2)
    assert found.base == (None if style == "merge" else "".join(lines).encode())
