import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from journeymapper.cli.app import main
from journeymapper.storage import saving

TIDY = "# mine\njourneymapper: 1\ntitle: Café\n\nstages:\n  use:  # now\n    title: Use\n"
UNTIDY = "# mine\ntitle: 'Café'\njourneymapper: 1\nstages: {use: {title: Use} # now\n  }\n"
PATCH = """\
--- b.journey.yaml
+++ b.journey.yaml
@@ -1,2 +1,2 @@
 journeymapper: 1
-title: 'x'
\\ No newline at end of file
+title: x
"""
BROKEN = "journeymapper: 1\ntitel: Café\n"


class Told(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def fmt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "_Fmt":
    """Runs the command in a folder with three plans: a tidy, an untidy and, below, a broken one."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", TIDY), ("b", UNTIDY), ("team/c", BROKEN)):
        (tmp_path / f"{name}.journey.yaml").parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.journey.yaml").write_text(text, encoding="utf-8")
    return _Fmt(capsys)


class _Fmt:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Told:
        return Told(main(["fmt", *arguments]), *self._capsys.readouterr())


def text(name: str) -> str:
    """The content of a plan."""
    return Path(f"{name}.journey.yaml").read_text(encoding="utf-8")


def test_only_what_changes_is_written_and_named(fmt: _Fmt) -> None:
    before = Path("a.journey.yaml").stat()
    assert fmt("a.journey.yaml", "b.journey.yaml") == (
        0, "formatted b.journey.yaml\n1 file formatted, 1 file left unchanged\n", "",
    )  # fmt: skip
    assert text("b") == TIDY
    assert Path("a.journey.yaml").stat() == before
    assert fmt("*.journey.yaml") == (0, "2 files left unchanged\n", "")


def test_a_file_with_problems_is_told_and_left_alone_and_the_others_are_done(fmt: _Fmt) -> None:
    told = fmt(".")
    assert told.code == 2
    assert told.out == (
        "formatted b.journey.yaml\n1 file formatted, 1 file left unchanged, 1 file could not be formatted\n"
    )
    first, second = told.err.splitlines()
    assert first.startswith("team/c.journey.yaml:1:1  error    ")
    assert second.startswith("team/c.journey.yaml:2:1  error    'titel' is not a key of a plan")
    assert text("team/c") == BROKEN
    assert text("b") == TIDY


def test_a_reference_that_names_nothing_is_no_obstacle(fmt: _Fmt) -> None:
    Path("b.journey.yaml").write_text("journeymapper: 1\ntitle: x\nteams: {t: {process: none}}\n", encoding="utf-8")
    assert fmt("b.journey.yaml").code == 0
    assert text("b").endswith("\nteams:\n  t:\n    process: none\n")


def test_check_writes_nothing_and_names_what_would_change(fmt: _Fmt) -> None:
    assert fmt("--check", "a.journey.yaml", "b.journey.yaml") == (
        1, "would format b.journey.yaml\n1 file would be formatted, 1 file would be left unchanged\n", "",
    )  # fmt: skip
    assert text("b") == UNTIDY
    assert fmt("--check", "a.journey.yaml") == (0, "1 file would be left unchanged\n", "")
    assert fmt("--check", ".").code == 2


def test_diff_prints_a_patch_alone_and_writes_nothing(fmt: _Fmt) -> None:
    Path("b.journey.yaml").write_text("journeymapper: 1\ntitle: 'x'", encoding="utf-8")
    assert fmt("--diff", "a.journey.yaml", "b.journey.yaml") == (
        1,
        PATCH,
        "1 file would be formatted, 1 file would be left unchanged\n",
    )
    assert text("b") == "journeymapper: 1\ntitle: 'x'"
    assert fmt("--diff", "a.journey.yaml").out == ""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An untidy plan as standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.replace("\n", "\r\n").encode())))


@pytest.mark.usefixtures("typed")
def test_standard_input_goes_to_standard_output(fmt: _Fmt) -> None:
    assert fmt("-") == (0, TIDY.replace("\n", "\r\n"), "")


@pytest.mark.usefixtures("typed")
def test_standard_input_can_be_checked_too(fmt: _Fmt) -> None:
    assert fmt("--check", "-") == (1, "would format <stdin>\n1 file would be formatted\n", "")


@pytest.mark.usefixtures("typed")
def test_beside_standard_input_files_are_told_of_elsewhere(fmt: _Fmt) -> None:
    told = fmt("-", "b.journey.yaml")
    assert (told.code, told.out) == (0, TIDY.replace("\n", "\r\n"))
    assert told.err == "formatted b.journey.yaml\n2 files formatted\n"


def test_what_is_wrong_in_standard_input_is_told_and_nothing_is_written(
    fmt: _Fmt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    told = fmt("-")
    assert (told.code, told.out) == (2, "")
    assert "<stdin>:2:1  error" in told.err


def test_a_file_that_may_not_be_written_is_told_and_the_others_are_done(fmt: _Fmt) -> None:
    Path("b.journey.yaml").chmod(0o444)
    Path("d.journey.yaml").write_text(UNTIDY, encoding="utf-8")
    told = fmt("b.journey.yaml", "d.journey.yaml")
    assert told.code == 2
    assert told.out == "formatted d.journey.yaml\n1 file formatted, 1 file could not be formatted\n"
    assert "b.journey.yaml' is read-only" in told.err
    assert text("b") == UNTIDY


def test_a_form_that_can_not_be_trusted_is_not_written(fmt: _Fmt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "formatted", lambda _: "journeymapper: 1\ntitle: Bar\n")
    told = fmt("b.journey.yaml")
    assert told == (
        2,
        "1 file could not be formatted\n",
        "journeymapper: 'b.journey.yaml' was not formatted, because what is in it would not have stayed the same\n",
    )
    assert text("b") == UNTIDY


def test_mode_and_links_stay(fmt: _Fmt) -> None:
    Path("b.journey.yaml").chmod(0o640)
    Path("link.journey.yaml").symlink_to("b.journey.yaml")
    assert fmt("link.journey.yaml").code == 0
    assert Path("link.journey.yaml").is_symlink()
    assert Path("b.journey.yaml").stat().st_mode & 0o777 == 0o640
    assert text("b") == TIDY


def test_a_file_must_be_named(fmt: _Fmt) -> None:
    with pytest.raises(SystemExit, match="2"):
        fmt()
    assert text("b") == UNTIDY
