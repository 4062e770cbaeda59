import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tools.campaigns import __main__ as command
from tools.campaigns import places
from tools.campaigns.order import Order
from tools.campaigns.tally import Tally


def campaign(root: Path, *arguments: str) -> str:
    """What a campaign says when it runs in a process of its own."""
    order = [sys.executable, "-m", "tools.campaigns", *arguments]
    done = subprocess.run(order, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_process_that_is_killed_while_it_saves_leaves_a_whole_plan(root: Path) -> None:
    said = campaign(root, "kills", "--count", "8")
    assert re.match(r"kills: 8 kills, .*; 0 broken, \d+ s$", said)


def test_foreign_files_are_read_in_every_shape(root: Path, tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- a\n- &b {c: *b}\n", encoding="utf-8")
    (tmp_path / "noise").write_bytes(bytes(range(256)))
    assert campaign(root, "corpus", str(tmp_path)).startswith("corpus: 2 files, 8 read, 0 that open, ")


def test_a_broken_promise_is_shown_and_makes_the_command_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally("places", broken=["the file is lost"])
    tally.add("places", 1000)
    monkeypatch.setattr(places, "run", lambda _: tally)
    assert command.main(["places"]) == 1
    assert capsys.readouterr().out == "  ! the file is lost\nplaces: 1,000 places; 1 broken, 0 s\n"


def _note(asked: list[tuple[str, Order]], name: str, order: Order) -> Tally:
    asked.append((name, order))
    return Tally(name)


def test_all_runs_every_campaign_with_its_seed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[str, Order]] = []
    for name in command.MODERATE:
        module = __import__(f"tools.campaigns.{name}", fromlist=["run"])
        monkeypatch.setattr(module, "run", partial(_note, asked, name))
    assert command.main(["all", "--seed", "7", str(tmp_path)]) == 0
    assert asked == [(name, Order(count, 7, (tmp_path,))) for name, count in command.MODERATE.items()]
