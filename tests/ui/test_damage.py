"""A plan with problems in a few items opens, shows them, and saving does not touch them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.fields import set_field
from journeymapper.edits.interactions import add_interaction
from journeymapper.ui.keeping.leftovers import leftovers
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.panels.problem_rows import SENTENCE
from journeymapper.ui.session import Session
from tests.ui.broken import BROKEN, BUY, CHANNEL, HAPPY, JOURNEY, SEE
from tests.ui.conftest import settle


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "broken.journey.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


@pytest.fixture
def broken(window: MainWindow, path: Path) -> MainWindow:
    """A window on the broken plan, checked."""
    window.files.load(path)
    window.opened.session.check()
    return window


def errors(session: Session) -> list[tuple[int, str]]:
    session.check()
    return [(each.line, each.rule) for each in session.findings if each.severity == "error"]


ALL = [(6, "JM012"), (15, "JM012"), (16, "JM012"), (17, "JM012"), (20, "JM013"), (26, "JM012")]


def test_it_opens_and_says_how_much_can_not_be_read(broken: MainWindow) -> None:
    assert broken.opened.notice.text == "6 things in this file can't be read; they are kept as they are"
    assert list(broken.opened.session.plan.journeys["visit"].interactions) == ["see", "buy", "sip"]


def test_the_problems_are_told_with_their_lines_and_counted(broken: MainWindow) -> None:
    assert errors(broken.opened.session) == ALL
    assert broken.opened.status_bar.problems.text().startswith("6 errors")
    rows = broken.opened.problems.rows
    assert {rows.index(row, SENTENCE).data() for row in range(6)} == {each.message for each in rows.findings[:6]}


def test_they_stay_through_edits_and_checks_until_mended_or_deleted(broken: MainWindow) -> None:
    session = broken.opened.session
    session.do("retitle", partial(set_field, path=SEE, field="title", raw="Looks"))
    assert errors(session) == ALL
    session.do("mend", partial(set_field, path=SEE, field="cost", raw="3"))
    session.do("mend", partial(set_field, path=BUY, field="title", raw="Buys"))
    assert errors(session)[:3] == [ALL[0], ALL[2], ALL[4]]
    session.do("delete", partial(delete_items, paths=[HAPPY]))
    assert ALL[5] not in errors(session)
    for _ in range(4):
        session.undo()
    assert errors(session) == ALL


def test_a_row_leads_to_its_item_and_one_elsewhere_leads_nowhere(broken: MainWindow) -> None:
    work = broken.opened
    selected = []
    for finding in work.problems.rows.findings[:6]:
        work.focus.select([])
        work.focus.reveal(finding.items[0])
        selected.append(set(work.focus.selection))
    assert selected == [set(), {"see"}, {"see>buy"}, {"buy"}, set(), {"happy"}]


def test_a_save_leaves_what_can_not_be_read_as_it_is(broken: MainWindow, path: Path) -> None:
    session = broken.opened.session
    broken.files.save()
    settle()
    assert path.read_text(encoding="utf-8") == BROKEN
    session.do("retitle", partial(set_field, path=SEE, field="title", raw="Looks at us"))
    broken.files.save()
    settle()
    assert path.read_text(encoding="utf-8") == BROKEN.replace("Sees us", "Looks at us")
    assert session.is_saved
    assert errors(session) == ALL
    session.undo()
    broken.files.save()
    settle()
    assert path.read_text(encoding="utf-8") == BROKEN


def test_save_as_takes_it_along(broken: MainWindow, tmp_path: Path) -> None:
    broken.files.write(tmp_path / "copy.journey.yaml")
    settle()
    assert (tmp_path / "copy.journey.yaml").read_text(encoding="utf-8") == BROKEN
    assert errors(broken.opened.session) == ALL


def test_unsaved_work_is_kept_with_it(broken: MainWindow, path: Path) -> None:
    session = broken.opened.session
    session.do("retitle", partial(set_field, path=SEE, field="title", raw="Looks at us"))
    broken.opened.journal.flush()
    broken.close_without_asking()
    (kept,) = leftovers()
    assert kept.work.decode() == BROKEN.replace("Sees us", "Looks at us")
    broken.files.opening.recover(kept)
    assert errors(broken.opened.session) == ALL
    assert not broken.opened.session.is_saved
    broken.files.save()
    settle()
    assert path.read_text(encoding="utf-8") == BROKEN.replace("Sees us", "Looks at us")


def test_what_was_mended_on_disk_is_taken_over(broken: MainWindow, path: Path) -> None:
    mended = BROKEN.replace("cost: cheap", "cost: 3").replace("        - Buys", "        # - Buys")
    path.write_text(mended.replace("        - next: happy\n", ""), encoding="utf-8")
    broken.opened.outside.look()
    settle()
    assert [line for line, rule in errors(broken.opened.session) if rule < "JM100"] == [6, 16, 19, 25]
    scene = broken.opened.canvas.scene
    assert scene is not None
    assert "buy" not in scene.unread


LISTED = """\
journeymapper: 1
title: Listed
journeys:
  visit:
    interactions:
      - title: Sees
      - title: Buys
"""


def test_an_edit_that_would_lose_many_items_for_one_is_refused(window: MainWindow, path: Path) -> None:
    path.write_text(LISTED, encoding="utf-8")
    window.files.load(path)
    session = window.opened.session
    assert not session.do("add", lambda plan: add_interaction(plan, "visit", "New")[0])
    assert "What stands in line 5 can't be read and would be lost" in window.opened.notice.text
    assert session.do("owner", partial(set_field, path=JOURNEY, field="owner", raw="Ann"))
    window.files.save()
    settle()
    assert path.read_text(encoding="utf-8") == LISTED.replace("  visit:\n", "  visit:\n    owner: Ann\n")


def test_what_fits_after_an_edit_is_shown_after_the_save(window: MainWindow, path: Path) -> None:
    both = BROKEN.replace("gone: {title", "sip: {title")
    path.write_text(both, encoding="utf-8")
    window.files.load(path)
    session = window.opened.session
    session.do("delete", partial(delete_items, paths=[(*JOURNEY, "interactions", "sip")]))
    window.files.save()
    settle()
    assert not [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    assert session.plan.journeys["visit"].ends["sip"].title == "Leaves"
    assert session.is_saved


def test_a_file_that_is_no_plan_at_all_is_told_as_before(window: MainWindow, path: Path) -> None:
    path.write_text(BROKEN + "title: twice\n", encoding="utf-8")
    window.files.load(path)
    assert window.workspace is None


def test_nobody_says_how_many_succeed_where_ways_are_lost(broken: MainWindow) -> None:
    work = broken.opened
    assert work.status_bar.reach.isHidden()
    work.session.do("mend", partial(set_field, path=CHANNEL[:2], field="kind", raw="person"))
    assert CHANNEL not in {each.path for each in work.session.damage}
