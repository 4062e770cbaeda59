"""A file that is changed by somebody else while its plan is open."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.ui.keeping.outside import Broken, Conflict, Gone, Outside
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.keeping.conftest import Change, comparison, press, question, rename, table, title_of


@pytest.fixture
def outside(opened: MainWindow) -> Outside:
    return opened.opened.outside


def look(outside: Outside) -> None:
    outside.look()
    settle()


def test_without_unsaved_work_the_file_is_followed_and_the_view_stays(
    opened: MainWindow, outside: Outside, change: Change
) -> None:
    opened.opened.focus.select(["see"])
    opened.opened.canvas.camera.zoom_to(1.5)
    change("Sees us", "Hears of us")
    look(outside)
    assert title_of(opened, "see") == "Hears of us"
    assert opened.opened.session.is_saved
    assert opened.opened.focus.journey == "visit"
    assert opened.opened.focus.selection == {"see"}
    assert opened.opened.canvas.camera.viewport.zoom == 1.5
    assert "was changed on disk" in opened.opened.notice.text
    opened.opened.session.undo()
    assert title_of(opened, "see") == "Sees us"


def test_the_change_is_noticed_by_itself(opened: MainWindow, change: Change, qtbot: QtBot) -> None:
    for title in ("Hears of us", "Reads of us"):
        change("Sees us" if title.startswith("H") else "Hears of us", title)
        qtbot.waitUntil(lambda wanted=title: title_of(opened, "see") == wanted)  # type: ignore[misc]  # a bound default


def test_a_file_that_is_replaced_is_noticed_again_and_again(opened: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    text = plan_file.read_text(encoding="utf-8")
    for title in ("Hears of us", "Reads of us", "Sees us"):
        other = plan_file.with_name("other")
        other.write_text(text.replace("Sees us", title), encoding="utf-8")
        other.replace(plan_file)
        qtbot.waitUntil(lambda wanted=title: title_of(opened, "see") == wanted)  # type: ignore[misc]  # a bound default


def test_a_touched_file_is_no_news(opened: MainWindow, outside: Outside, plan_file: Path, qtbot: QtBot) -> None:
    opened.opened.session.do("rename", rename)
    plan_file.write_bytes(plan_file.read_bytes())
    with qtbot.assertNotEmitted(outside.changed), qtbot.assertNotEmitted(outside.followed):
        look(outside)
    assert not opened.opened.banner.text


def test_our_own_save_is_no_news(opened: MainWindow, outside: Outside, qtbot: QtBot) -> None:
    opened.opened.session.do("rename", rename)
    with qtbot.assertNotEmitted(outside.changed), qtbot.assertNotEmitted(outside.followed):
        opened.files.save()
        outside.look()
        settle()
    assert opened.opened.session.is_saved


def test_comments_of_others_and_our_edits_get_along(
    opened: MainWindow, outside: Outside, change: Change, plan_file: Path
) -> None:
    opened.opened.session.do("rename", rename)
    change("title: Sees us", "title: Sees us  # on a poster")
    look(outside)
    assert outside.state is None
    opened.files.save()
    settle()
    text = plan_file.read_text(encoding="utf-8")
    assert "title: Sees us  # on a poster" in text
    assert "title: Buys two cups" in text


def test_both_sides_are_shown_by_item(opened: MainWindow, outside: Outside, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    change("Sees us", "Hears of us")
    look(outside)
    assert isinstance(outside.state, Conflict)
    assert title_of(opened, "see") == "Sees us"
    press(opened.opened.banner, "Compare…")
    assert table(comparison(opened)) == [
        ["Sees us", "", "as before", "changed"],
        ["title", "Sees us", "Sees us", "Hears of us"],
        ["Buys two cups", "", "changed", "as before"],
        ["title", "Buys a cup", "Buys two cups", "Buys a cup"],
    ]


def test_saving_onto_a_changed_file_shows_both_sides_and_writes_nothing(opened: MainWindow, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    theirs = change("Buys a cup", "Takes a cup away")
    opened.files.save()
    settle()
    dialog = comparison(opened)
    assert table(dialog)[0] == ["⚠ Buys two cups", "", "changed", "changed"]
    assert opened.opened.session.path
    assert opened.opened.session.path.read_text(encoding="utf-8") == theirs
    press(dialog, "Decide later")
    assert opened.opened.banner.text


def test_the_choices_are_reached_by_keys(opened: MainWindow, outside: Outside, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    change("Sees us", "Hears of us")
    look(outside)
    for _ in range(4):
        opened.opened.next_area()
    assert opened.opened.banner.buttons[0].hasFocus()
    opened.opened.next_area()
    assert opened.opened.canvas.hasFocus()


def test_mine_can_be_kept(opened: MainWindow, outside: Outside, change: Change, plan_file: Path) -> None:
    opened.opened.session.do("rename", rename)
    change("Sees us", "Hears of us")
    look(outside)
    press(opened.opened.banner, "Keep mine")
    assert not opened.opened.banner.text
    assert not opened.opened.session.is_saved
    assert "Hears of us" in plan_file.read_text(encoding="utf-8")
    opened.files.save()
    settle()
    text = plan_file.read_text(encoding="utf-8")
    assert "Hears of us" not in text
    assert "Buys two cups" in text


def test_theirs_can_be_taken_and_undo_gives_mine_back(opened: MainWindow, outside: Outside, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    change("Sees us", "Hears of us")
    look(outside)
    press(opened.opened.banner, "Take theirs")
    assert (title_of(opened, "see"), title_of(opened, "buy")) == ("Hears of us", "Buys a cup")
    assert opened.opened.session.is_saved
    opened.opened.session.undo()
    assert (title_of(opened, "see"), title_of(opened, "buy")) == ("Sees us", "Buys two cups")


def test_taking_the_edits_back_shows_what_the_file_holds(opened: MainWindow, outside: Outside, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    change("Sees us", "Hears of us")
    look(outside)
    opened.opened.session.undo()
    settle()
    assert title_of(opened, "see") == "Hears of us"
    assert not opened.opened.banner.text


def test_the_same_edit_on_both_sides_is_none(opened: MainWindow, outside: Outside, change: Change) -> None:
    opened.opened.session.do("rename", rename)
    change("Buys a cup", "Buys two cups")
    look(outside)
    assert outside.state is None
    assert opened.opened.session.is_saved


def test_a_file_that_is_gone_can_be_saved_again(opened: MainWindow, outside: Outside, plan_file: Path) -> None:
    before = plan_file.read_bytes()
    plan_file.unlink()
    look(outside)
    assert isinstance(outside.state, Gone)
    assert opened.isWindowModified()
    press(opened.opened.banner, "Save it again")
    settle()
    assert plan_file.read_bytes() == before
    assert not opened.opened.banner.text
    assert not opened.isWindowModified()


def test_a_file_that_comes_back_is_as_it_was(opened: MainWindow, outside: Outside, plan_file: Path) -> None:
    before = plan_file.read_bytes()
    plan_file.unlink()
    look(outside)
    plan_file.write_bytes(before)
    look(outside)
    assert outside.state is None
    assert not opened.isWindowModified()


def test_a_file_that_can_not_be_read_any_more_leaves_the_plan(
    opened: MainWindow, outside: Outside, plan_file: Path
) -> None:
    plan_file.write_text("journeymapper: 1\ntitle: [\n", encoding="utf-8")
    look(outside)
    assert isinstance(outside.state, Broken)
    assert "can't be read" in opened.opened.banner.text
    assert title_of(opened, "see") == "Sees us"


def test_a_checkout_is_followed(opened: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    def git(*words: str) -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *name, *words], cwd=plan_file.parent, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", plan_file.name)
    git("commit", "-q", "-m", "one")
    git("checkout", "-q", "-b", "other")
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("Sees us", "Hears of us"), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "two")
    qtbot.waitUntil(lambda: title_of(opened, "see") == "Hears of us")
    git("checkout", "-q", "main")
    qtbot.waitUntil(lambda: title_of(opened, "see") == "Sees us")


def test_a_save_does_not_write_over_what_can_not_be_read_without_asking(
    opened: MainWindow, outside: Outside, plan_file: Path
) -> None:
    before = plan_file.read_bytes()
    plan_file.write_text("journeymapper: 1\ntitle: [\n", encoding="utf-8")
    opened.files.save()
    settle()
    asked = question(opened)
    assert "can't be read as a plan" in asked.text()
    assert plan_file.read_text(encoding="utf-8") == "journeymapper: 1\ntitle: [\n"
    press(asked, "Put mine in its place")
    settle()
    assert plan_file.read_bytes() == before
    assert not opened.isWindowModified()
    assert not opened.opened.banner.text


def test_a_file_that_can_be_read_again_is_followed(
    opened: MainWindow, outside: Outside, plan_file: Path, change: Change
) -> None:
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text("journeymapper: 1\ntitle: [\n", encoding="utf-8")
    look(outside)
    assert opened.isWindowModified()
    plan_file.write_text(text.replace("Sees us", "Hears of us"), encoding="utf-8")
    look(outside)
    assert title_of(opened, "see") == "Hears of us"
    assert not opened.isWindowModified()


def test_a_merge_that_git_leaves_while_the_plan_is_open_can_be_taken_up(
    opened: MainWindow, outside: Outside, plan_file: Path, change: Change
) -> None:
    change("title: Café\n", "<<<<<<< HEAD\ntitle: Ours\n=======\ntitle: Theirs\n>>>>>>> topic\n")
    look(outside)
    press(opened.opened.banner, "Open a side of the merge…")
    press(question(opened), "Don't save")
    press(question(opened), "Open theirs (topic)")
    assert opened.opened.session.plan.title == "Theirs"
