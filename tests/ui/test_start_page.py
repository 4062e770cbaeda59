from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.settings import add_recent
from journeymapper.ui.start_page import example_plans, title_of


def test_examples_are_found(examples: Path) -> None:
    assert set(example_plans()) == set(examples.glob("*.journey.yaml"))


def test_the_title_is_read_without_reading_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "a.journey.yaml"
    assert title_of(path) == "a"
    path.write_text('journeymapper: 1\ntitle: "A title"  # said so\nstages:\n  s: {title: No}\n', encoding="utf-8")
    assert title_of(path) == "A title"
    path.write_bytes(b"\xff\xfe\x00")
    assert title_of(path) == "a"


def test_a_new_recent_plan_is_shown_next_time(window: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    add_recent(plan_file)
    window.show_start()
    texts = [label.text() for label in window.start_page.findChildren(QLabel)]
    assert {"Recent plans", "Café", "Examples"} <= set(texts)


def test_a_start_without_a_plan_loads_nothing_that_plans_need() -> None:
    program = """
import sys
from journeymapper.ui.app import make_program
program = make_program()
program.start([])
print(*(name for name in ("pydantic", "yaml", "networkx", "numpy") if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.split()
