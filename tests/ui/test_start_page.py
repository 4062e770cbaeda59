from __future__ import annotations

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
