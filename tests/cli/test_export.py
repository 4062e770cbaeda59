import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.cli.app import main

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def plan(examples: Path) -> str:
    return str(examples / "complete.journey.yaml")


@pytest.mark.parametrize("suffix", ["pdf", "png", "svg"])
def test_the_file_s_name_says_the_format(
    plan: str, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"out.{suffix}"
    assert main(["export", plan, "-o", str(target)]) == 0
    assert target.stat().st_size > 1000
    assert capsys.readouterr().out == f"wrote {target}\n"


def test_a_plan_that_is_broken_in_one_place_is_not_handed_out(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.journey.yaml"
    broken.write_text(Path(plan).read_text(encoding="utf-8").replace("volume: 10000", "volume: many"), encoding="utf-8")
    assert main(["export", str(broken), "-o", str(tmp_path / "out.svg")]) == 2
    assert "'volume' must be a whole number, not 'many'" in capsys.readouterr().err
    assert not (tmp_path / "out.svg").exists()


def test_all_journeys_as_pictures(plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", plan, "-o", str(tmp_path / "coffee.png"), "--all", "--scale", "0.5", "--theme", "dark"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coffee-life.png", "coffee-sample-box.png"]
    assert capsys.readouterr().out.count("wrote") == 2


def test_one_journey_of_several(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "one.svg"
    assert main(["export", plan, "-o", str(target), "--journey", "sample-box"]) == 0
    assert "Offer a sample box" in target.read_text(encoding="utf-8")


def test_without_a_file_name_it_is_the_plan_s(plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", plan, "--format", "svg"]) == 0
    assert (tmp_path / "complete.svg").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--journey", "sampel-box", "-o", "x.pdf"], "did you mean 'sample-box'?"),
        (["-o", "x.gif"], "'x.gif' does not say a format"),
        (["-o", "x.png", "--scale", "99"], "choose a scale of"),
        (["-o", "nowhere/x.pdf"], "the folder does not exist"),
    ],
)
def test_what_can_not_be_is_said_in_a_sentence(
    plan: str, tmp_path: Path, words: list[str], said: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["export", plan, *words]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "much"])
def test_a_scale_is_a_number_above_zero(plan: str, scale: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", plan, "-o", "x.png", "--scale", scale])
    assert left.value.code == 2


def test_an_unreadable_plan_is_told_with_its_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.journey.yaml"
    broken.write_text("journeymapper: 1\ntitle: [\n")
    assert main(["export", str(broken), "-o", str(tmp_path / "out.pdf")]) == 2
    error = capsys.readouterr().err
    assert f"{broken}:" in error
    assert "JM0" in error
    assert not (tmp_path / "out.pdf").exists()


def test_a_plan_with_errors_that_can_be_read_is_exported(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.journey.yaml"
    faulty.write_text(
        "journeymapper: 1\ntitle: Faulty\njourneys:\n  one:\n    interactions:\n      a:\n        goal: no-such-goal\n"
        "        next: {b: 30%, nowhere: 10%}\n      b:\n        title: Dead end\n"
    )
    assert main(["export", str(faulty), "-o", str(tmp_path / "out.svg")]) == 0
    assert "Dead end" in (tmp_path / "out.svg").read_text(encoding="utf-8")


def test_the_plan_itself_is_never_overwritten(tmp_path: Path, examples: Path) -> None:
    copy = tmp_path / "plan.journey.yaml"
    copy.write_bytes((examples / "minimal.journey.yaml").read_bytes())
    assert main(["export", str(copy), "--format", "pdf", "-o", str(copy)]) == 2
    assert copy.read_bytes() == (examples / "minimal.journey.yaml").read_bytes()


def test_no_display_is_needed(plan: str, tmp_path: Path, root: Path) -> None:
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":97"}
    done = subprocess.run(
        [sys.executable, "-m", "journeymapper", "export", plan, "-o", str(tmp_path / "out.pdf")],
        cwd=root, env=bare, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.pdf").stat().st_size > 1000
