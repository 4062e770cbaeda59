from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.fields import set_field
from journeymapper.errors import SaveFailed
from journeymapper.model.plan import Plan
from journeymapper.storage import recovery
from journeymapper.storage.document import Document
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.recovery import discard, keep, kept_in
from journeymapper.storage.writing import canonical
from tests.plans import cafe
from tests.storage.made_up import edited, plans


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "cafe.journey.yaml"
    path.write_bytes(b"\xef\xbb\xbf# ours\r\n" + canonical(cafe()).replace("\n", "\r\n").encode())
    found = read_plan(path).document
    assert found
    return found


def retitled(plan: Plan, title: str) -> Plan:
    return set_field(plan, (), "title", title)


def test_a_copy_has_the_work_as_it_would_be_saved_and_what_it_began_with(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    keep(folder, document, retitled(document.plan, "Mine"), "visit")
    kept = kept_in(folder)
    assert kept
    assert document.path
    assert kept.base == document.path.read_bytes()
    assert kept.work == kept.base.replace("title: Café".encode(), b"title: Mine", 1)
    assert (kept.path, kept.title, kept.journey) == (document.path, "Mine", "visit")
    assert kept.base_digest == document.digest
    assert abs(datetime.now(UTC) - kept.when) < timedelta(minutes=1)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_next_copy_replaces_the_one_before(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    for title in ("One", "Two", "Three"):
        keep(folder, document, retitled(document.plan, title))
    kept = kept_in(folder)
    assert kept
    assert kept.title == "Three"
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("written", [0, 1, 2])
def test_cut_off_at_any_file_the_last_whole_copy_is_there(
    document: Document, tmp_path: Path, written: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copy"
    keep(folder, document, retitled(document.plan, "One"))
    other = replace(document, digest="0" * 64)
    left = [written]

    def write(path: Path, data: bytes) -> None:
        if not left[0]:
            raise SaveFailed("the disk is full")
        left[0] -= 1
        path.write_bytes(data)

    monkeypatch.setattr(recovery, "atomic_write", write)
    with pytest.raises(SaveFailed):
        keep(folder, other, retitled(document.plan, "Two"))
    kept = kept_in(folder)
    assert kept
    assert kept.title == "One"
    assert b"title: One" in kept.work


@pytest.mark.parametrize("harm", ["work", "about", "nothing there", "no about", "odd about"])
def test_a_copy_that_is_not_whole_is_none(document: Document, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "copy"
    keep(folder, document, document.plan)
    work, about = next(folder.glob("work-*")), folder / "about.json"
    if harm == "work":
        work.write_bytes(work.read_bytes()[:-1])
    elif harm == "about":
        about.write_text(about.read_text()[:40])
    elif harm == "odd about":
        about.write_text('{"work": 3}')
    elif harm == "no about":
        about.unlink()
    else:
        discard(folder)
    assert kept_in(folder) is None


def test_a_new_plan_has_nothing_that_it_began_with(tmp_path: Path) -> None:
    keep(tmp_path / "copy", Document.new(cafe()), cafe())
    kept = kept_in(tmp_path / "copy")
    assert kept
    assert (kept.path, kept.base, kept.base_digest) == (None, None, "")


def test_a_variant_is_kept_as_the_plan_that_it_comes_to(document: Document, tmp_path: Path) -> None:
    variant = tmp_path / "b.journey.yaml"
    variant.write_text("journeymapper: 1\nextends: cafe.journey.yaml\ntitle: B\n", encoding="utf-8")
    found = read_plan(variant).document
    assert found
    keep(tmp_path / "copy", found, retitled(found.plan, "C"))
    kept = kept_in(tmp_path / "copy")
    assert kept
    reading = parse_plan(kept.work, "", None)
    assert reading.document
    assert (reading.document.plan.title, reading.document.plan.extends) == ("C", None)
    assert reading.document.plan.journeys == document.plan.journeys


def test_work_is_kept_even_if_it_could_not_be_saved_into_its_text(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> bytes:
        raise IndexError("a fault in the program")

    monkeypatch.setattr(recovery, "render", fail)
    mine = retitled(document.plan, "Mine")
    keep(tmp_path / "copy", document, mine)
    kept = kept_in(tmp_path / "copy")
    assert kept
    assert kept.work == canonical(mine).encode()


@given(plan=plans(), data=st.data())
def test_every_edit_can_be_got_back(plan: Plan, data: st.DataObject) -> None:
    document = parse_plan(canonical(plan).encode(), "", None).document
    assert document
    after = data.draw(edited(document.plan))
    reading = parse_plan(recovery._work(document, after), "", None, references=False)
    assert reading.document
    assert same(reading.document.plan, after)
