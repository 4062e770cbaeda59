"""Plans that are open elsewhere, plans with an unfinished merge, and work that was kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from journeymapper.storage.reading import read_plan
from journeymapper.storage.recovery import keep
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.crash import recovery_folder
from journeymapper.ui.keeping.leftovers import leftovers
from journeymapper.ui.keeping.locks import PlanLock
from journeymapper.ui.keeping.recovered import RecoveredCard
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.keeping.conftest import comparison, press, question, rename, table, title_of

HOLDS = """
import sys
from pathlib import Path
from journeymapper.ui.keeping.locks import PlanLock
lock = PlanLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def elsewhere(plan_file: Path) -> Iterator[None]:
    """Another process that has the plan open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(plan_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "True\n"
        yield
        process.kill()


def test_a_plan_that_is_open_elsewhere_is_not_opened_without_asking(
    window: MainWindow, plan_file: Path, elsewhere: None
) -> None:
    window.files.load(plan_file)
    assert window.workspace is None
    asked = question(window)
    assert asked.text() == "“cafe.journey.yaml” is open elsewhere"
    assert "another journeymapper (process " in asked.informativeText()
    press(asked, "Cancel")
    assert window.workspace is None


def test_it_can_be_opened_read_only_and_saved_as_a_copy_with_its_comments(
    window: MainWindow, plan_file: Path, elsewhere: None, tmp_path: Path
) -> None:
    plan_file.write_text("# ours\n" + plan_file.read_text(encoding="utf-8"), encoding="utf-8")
    before = plan_file.read_bytes()
    window.files.load(plan_file)
    press(question(window), "Open read-only")
    session = window.opened.session
    assert session.is_read_only
    session.do("rename", rename)
    window.files.write(tmp_path / "copy.journey.yaml")
    settle()
    assert plan_file.read_bytes() == before
    assert (tmp_path / "copy.journey.yaml").read_text(encoding="utf-8").startswith("# ours\n")
    assert not session.is_read_only


def test_it_can_be_opened_all_the_same(window: MainWindow, plan_file: Path, elsewhere: None) -> None:
    window.files.load(plan_file)
    press(question(window), "Open anyway")
    assert not window.opened.session.is_read_only
    assert not PlanLock(plan_file).take()


def test_the_lock_of_a_program_that_was_killed_is_none(window: MainWindow, plan_file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(plan_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
    window.files.load(plan_file)
    assert window.opened.session.path == plan_file


@pytest.mark.parametrize("content", ["", "garbage"])
def test_a_lock_that_says_nothing_does_not_lock_out_for_ever(window: MainWindow, plan_file: Path, content: str) -> None:
    PlanLock(plan_file)._file.write_text(content)
    window.files.load(plan_file)
    assert "does not say where" in question(window).informativeText()
    press(question(window), "Open anyway")
    assert window.opened.session.path == plan_file


def test_a_plan_is_shown_in_one_window(
    opened: MainWindow, plan_file: Path, appearance: Appearance, qtbot: QtBot
) -> None:
    other = MainWindow(appearance)
    other.files.load(plan_file)
    assert other.workspace is None
    assert not other.findChildren(QMessageBox)
    assert opened.isActiveWindow()
    other.close_without_asking()
    other.deleteLater()


def test_the_lock_goes_with_the_plan_and_follows_its_name(opened: MainWindow, plan_file: Path, tmp_path: Path) -> None:
    assert not PlanLock(plan_file).take()
    opened.files.write(tmp_path / "copy.journey.yaml")
    settle()
    first, second = PlanLock(plan_file), PlanLock(tmp_path / "copy.journey.yaml")
    assert first.take()
    assert not second.take()
    opened.files.close()
    assert second.take()


MERGE = """<<<<<<< HEAD
title: Ours
||||||| 1234
title: Café
=======
title: Theirs
>>>>>>> topic
"""


@pytest.fixture
def torn(plan_file: Path) -> Path:
    text = plan_file.read_text(encoding="utf-8").replace("title: Café\n", MERGE, 1)
    plan_file.write_text(text, encoding="utf-8")
    return plan_file


@pytest.mark.parametrize(("button", "title"), [("Open ours (HEAD)", "Ours"), ("Open theirs (topic)", "Theirs")])
def test_either_side_of_an_unfinished_merge_opens(window: MainWindow, torn: Path, button: str, title: str) -> None:
    before = torn.read_bytes()
    window.files.load(torn)
    assert "git left an unfinished merge" in question(window).text()
    press(question(window), button)
    assert window.opened.session.plan.title == title
    assert not window.opened.session.is_saved
    assert torn.read_bytes() == before
    window.opened.outside.look()
    settle()
    assert "one side" in window.opened.banner.text
    window.files.save()
    settle()
    document = read_plan(torn).document
    assert document
    assert document.plan.title == title
    assert not window.opened.banner.text


def test_the_sides_of_a_merge_can_be_compared_and_changed(window: MainWindow, torn: Path) -> None:
    window.files.load(torn)
    press(question(window), "Open ours (HEAD)")
    press(window.opened.banner, "Compare…")
    dialog = comparison(window)
    assert table(dialog)[1] == ["title", "Café", "Ours", "Theirs"]
    press(dialog, "Close")
    press(window.opened.banner, "Show topic instead")
    assert window.opened.session.plan.title == "Theirs"


@pytest.fixture
def cut_off(plan_file: Path) -> Path:
    """A copy of unsaved work that a killed program left."""
    document = read_plan(plan_file).document
    assert document
    folder = recovery_folder() / "cut-off"
    keep(folder, document, rename(document.plan), "visit")
    return folder


def test_kept_work_is_offered_with_its_plan_and_undo_gives_the_file(
    window: MainWindow, plan_file: Path, cut_off: Path
) -> None:
    window.files.load(plan_file)
    assert "Unsaved work on this plan was kept" in window.opened.banner.text
    press(window.opened.banner, "Recover")
    assert title_of(window, "buy") == "Buys two cups"
    assert window.opened.focus.journey == "visit"
    assert not window.opened.session.is_saved
    window.opened.journal.flush()
    assert not cut_off.exists()
    window.opened.session.undo()
    assert title_of(window, "buy") == "Buys a cup"
    assert window.opened.session.is_saved


def test_what_differs_is_shown_before_anything_is_taken(window: MainWindow, plan_file: Path, cut_off: Path) -> None:
    window.files.load(plan_file)
    press(window.opened.banner, "What differs…")
    assert table(comparison(window)) == [
        ["Buys two cups", "", "changed"],
        ["title", "Buys a cup", "Buys two cups"],
    ]
    assert title_of(window, "buy") == "Buys a cup"


def test_kept_work_can_be_thrown_away(window: MainWindow, plan_file: Path, cut_off: Path) -> None:
    window.files.load(plan_file)
    press(window.opened.banner, "Discard")
    press(question(window), "Discard")
    assert not cut_off.exists()
    assert not window.opened.banner.text


def test_work_on_a_file_that_was_changed_since_is_a_conflict(
    window: MainWindow, plan_file: Path, cut_off: Path
) -> None:
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("Sees us", "Hears of us"), encoding="utf-8")
    (kept,) = leftovers()
    window.files.opening.recover(kept)
    settle()
    assert title_of(window, "buy") == "Buys two cups"
    assert "changed on disk" in window.opened.banner.text
    press(window.opened.banner, "Compare…")
    assert ["title", "Sees us", "Sees us", "Hears of us"] in table(comparison(window))


def test_work_on_a_file_that_is_gone_is_there_too(window: MainWindow, plan_file: Path, cut_off: Path) -> None:
    plan_file.unlink()
    (kept,) = leftovers()
    window.files.opening.recover(kept)
    settle()
    assert title_of(window, "buy") == "Buys two cups"
    assert "not in its folder" in window.opened.banner.text


def test_the_start_page_offers_it_with_picture_and_difference(
    window: MainWindow, plan_file: Path, cut_off: Path
) -> None:
    window.show_start()
    settle()
    (card,) = window.start_page.findChildren(RecoveredCard)
    assert "“Buys two cups”" in card.news.text()
    assert not card._picture.pixmap().isNull()
    press(card, "Recover")
    assert title_of(window, "buy") == "Buys two cups"


def test_a_copy_that_is_broken_is_no_obstacle(window: MainWindow, plan_file: Path, cut_off: Path) -> None:
    next(cut_off.glob("work-*")).write_bytes(b"torn")
    assert not leftovers()
    window.show_start()
    window.files.load(plan_file)
    assert not window.opened.banner.text


def test_the_other_side_is_not_shown_over_edits_without_asking(window: MainWindow, torn: Path) -> None:
    window.files.load(torn)
    press(question(window), "Open ours (HEAD)")
    window.opened.session.do("rename", rename)
    press(window.opened.banner, "Show topic instead")
    assert window.opened.session.plan.title == "Ours"
    press(question(window), "Don't save")
    assert window.opened.session.plan.title == "Theirs"
    assert not PlanLock(torn).take()
