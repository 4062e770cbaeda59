import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.cli.app import main

SOUND = """\
journeymapper: 1
title: Café
stages:
  use: {title: Use}
journeys:
  visit:
    title: A visit
    starts: {see: 100%}
    interactions:
      see:
        title: Sees us
        stage: use
        detail: open
        next: {happy: 100%}
    ends:
      happy: {title: Comes back, outcome: success}
    owner: Head of coffee
owner: Head of coffee
checks:
  off: {no-truth: One step only, only-basics: One step only}
"""
UNSOUND = SOUND.replace("happy: 100%", "happy: 90%")
UNCERTAIN = SOUND.replace("        detail: open\n", "")
BROKEN = SOUND.replace("title: Sees us", "titel: Sees us")


@pytest.fixture
def write(tmp_path: Path) -> "_Writer":
    """Writes a plan and gives its path as text."""
    return _Writer(tmp_path)


class _Writer:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, text: str, name: str = "plan.journey.yaml") -> str:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


def test_a_sound_plan_passes(write: _Writer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(SOUND)]) == 0
    assert capsys.readouterr().out == "1 plan checked, no problems\n"


def test_a_finding_says_where_it_is(write: _Writer, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(UNSOUND)
    assert main(["check", path]) == 1
    place, severity, rest = capsys.readouterr().out.splitlines()[0].split(maxsplit=2)
    assert (place, severity) == (f"{path}:10:7", "error")
    assert rest == "The shares out of 'Sees us' add up to 90%, not to 100%  JM106 shares-not-100"


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (UNCERTAIN, "error", 0),
        (UNCERTAIN, "warning", 1),
        (UNCERTAIN, "info", 1),
        (UNSOUND, "warning", 1),
        (UNSOUND, "never", 0),
        (SOUND, "info", 0),
    ],
)
def test_the_exit_code_follows_the_gravest_finding(text: str, fail_on: str, code: int, write: _Writer) -> None:
    assert main(["check", "--fail-on", fail_on, write(text)]) == code


def test_problems_of_the_file_are_findings(write: _Writer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(BROKEN)]) == 1
    assert ":11:9 " in capsys.readouterr().out


def test_the_rules_do_not_judge_what_is_left_of_a_broken_plan(
    write: _Writer, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(BROKEN.replace("happy: 100%", "happy: 90%").replace("stage: use", "stage: used"))
    assert main(["check", "--format", "json", path]) == 1
    [checked] = json.loads(capsys.readouterr().out)["files"]
    assert [(finding["rule"], finding["line"]) for finding in checked["findings"]] == [("JM010", 11), ("JM014", 12)]
    assert checked["readable"]


def test_a_file_that_cannot_be_read_is_another_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "gone.yaml"), "--fail-on", "never"]) == 2
    assert "no such file" in capsys.readouterr().out
    assert main(["check", str(tmp_path)]) == 2
    assert "there is no plan" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "journeymapper: 9\ntitle: From tomorrow\n", "just a sentence\n"])
def test_neither_is_one_that_holds_no_plan_for_this_program(text: str, write: _Writer) -> None:
    assert main(["check", "--fail-on", "never", write(text)]) == 2


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNSOUND.encode())))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>:10:7  error")


def test_without_a_file_the_folder_is_checked(
    write: _Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(SOUND)
    write(UNSOUND, "other.journey.yaml")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert "1 error in 1 of 2 plans" in capsys.readouterr().out


def test_json_is_for_programs(write: _Writer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json", write(UNSOUND)]) == 1
    finding = json.loads(capsys.readouterr().out)["files"][0]["findings"][0]
    assert (finding["rule"], finding["line"], finding["column"]) == ("JM106", 10, 7)


@pytest.mark.parametrize("only", [["JM206"], ["no-goal,jm206"], ["JM206", "--only", "JM101"]])
def test_only_the_wanted_rules_are_asked(only: list[str], write: _Writer) -> None:
    assert main(["check", write(UNSOUND), "--only", *only]) == 0
    assert main(["check", write(BROKEN), "--only", *only]) == 1


def test_an_unknown_rule_is_a_wrong_call(write: _Writer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(SOUND), "--only", "no-gaol"]) == 2
    assert "did you mean 'no-goal'?" in capsys.readouterr().err


def test_colours_are_for_terminals(
    write: _Writer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(UNSOUND)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["check", path])
    assert "\x1b[31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", path])
    assert "\x1b" not in capsys.readouterr().out


def test_a_terminal_that_knows_only_ascii_gets_escapes(write: _Writer) -> None:
    path = write(UNSOUND.replace("Sees us", "Café 咖啡"))
    done = subprocess.run(
        [sys.executable, "-m", "journeymapper", "check", path],
        env={"PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "'Caf\\xe9 \\u5496\\u5561'" in done.stdout


def test_checking_needs_neither_qt_nor_what_is_slow_to_import(examples: Path) -> None:
    program = (
        "import sys\n"
        "from journeymapper.cli.app import main\n"
        f"main(['check', {str(examples / 'coffee-subscription.journey.yaml')!r}])\n"
        "slow = ('PySide6', 'networkx', 'numpy', 'scipy', 'ruamel.yaml', 'matplotlib')\n"
        "print([name for name in slow if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"
