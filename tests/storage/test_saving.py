import errno
import os
from pathlib import Path

import pytest

from journeymapper.edits.renaming import rename_step
from journeymapper.errors import SaveFailed, SaveUnsettled
from journeymapper.storage import exclusive, saving
from journeymapper.storage.document import Document
from journeymapper.storage.reading import read_plan
from journeymapper.storage.saving import ChangedOnDisk, replace_file, save, tidied
from journeymapper.storage.source import MOST_BYTES
from tests.storage.texts import HEAD, STEP, document
from tools.campaigns.trap import Trap, refusal


@pytest.fixture
def opened(tmp_path: Path) -> Document:
    path = tmp_path / "plan.journey.yaml"
    path.write_bytes(b"# mine\n" + HEAD.encode())
    document = read_plan(path).document
    assert document is not None
    return document


def content(document: Document) -> bytes:
    assert document.path is not None
    return document.path.read_bytes()


def test_a_save_without_a_change_writes_the_same_bytes(opened: Document) -> None:
    before = content(opened)
    assert content(save(opened, opened.plan)) == before


def test_a_saved_plan_can_be_changed_and_saved_again(opened: Document) -> None:
    first = save(opened, opened.plan.model_copy(update={"title": "Bar"}))
    second = save(first, first.plan.model_copy(update={"owner": "Ann"}))
    assert content(second) == b"# mine\njourneymapper: 1\ntitle: Bar\nowner: Ann\n"
    assert second.position(("owner",)) == (4, 1)


def test_the_saved_document_holds_the_very_plan_that_was_saved(opened: Document) -> None:
    plan = opened.plan.model_copy(update={"title": "Bar"})
    assert save(opened, plan).plan is plan


def test_a_new_plan_needs_a_name(tmp_path: Path, opened: Document) -> None:
    fresh = Document.new(opened.plan)
    with pytest.raises(SaveFailed, match="choose a name"):
        save(fresh, fresh.plan)
    saved = save(fresh, fresh.plan, tmp_path / "new.journey.yaml")
    assert saved.path == tmp_path / "new.journey.yaml"
    assert content(saved) == HEAD.encode()


def test_a_save_under_another_name_keeps_comments_and_leaves_the_first_file_alone(opened: Document) -> None:
    assert opened.path is not None
    before = content(opened)
    copy = save(opened, opened.plan.model_copy(update={"title": "Bar"}), opened.path.with_name("copy.journey.yaml"))
    assert content(copy) == before.replace("Café".encode(), b"Bar")
    assert content(opened) == before


def test_what_somebody_else_wrote_is_not_overwritten_unasked(opened: Document) -> None:
    assert opened.path is not None
    plan = opened.plan.model_copy(update={"title": "Bar"})
    opened.path.write_text(HEAD + "owner: Bob\n", encoding="utf-8")
    with pytest.raises(ChangedOnDisk, match="changed by somebody else"):
        save(opened, plan)
    with pytest.raises(ChangedOnDisk):
        save(opened, plan, opened.path)
    assert b"Bob" in content(opened)
    assert b"Bar" in content(save(opened, plan, overwrite=True))


def test_a_file_that_was_removed_is_written_again(opened: Document) -> None:
    assert opened.path is not None
    opened.path.unlink()
    assert b"# mine" in content(save(opened, opened.plan))


def test_a_plan_that_could_not_be_read_again_is_not_written(opened: Document) -> None:
    before = content(opened)
    with pytest.raises(SaveFailed, match="it would not be readable again: 'title' is empty"):
        save(opened, opened.plan.model_copy(update={"title": ""}))
    with pytest.raises(SaveFailed, match="'volume' is '-1', but must be at least 0"):
        save(opened, opened.plan.model_copy(update={"volume": -1}))
    assert content(opened) == before


def test_bytes_that_say_something_else_are_never_written(opened: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened.path is not None
    before, plan = content(opened), opened.plan.model_copy(update={"title": "Bar"})
    monkeypatch.setattr(saving, "render", lambda *_: HEAD.encode())
    with pytest.raises(SaveFailed, match="save it under another name"):
        save(opened, plan)
    assert content(opened) == before
    elsewhere = save(opened, plan, opened.path.with_name("other.journey.yaml"))
    assert content(elsewhere) == b"journeymapper: 1\ntitle: Bar\n"


BROKEN = HEAD + STEP + "        title: Pays\n        cost: cheap   # far too\n        Odd Key: 1\n"
"""A plan with one sound fact and two that are not."""


@pytest.fixture
def broken(tmp_path: Path) -> Document:
    path = tmp_path / "broken.journey.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    document = read_plan(path).opened
    assert document is not None
    return document


def test_what_is_damaged_stays_and_is_known_after_the_save(broken: Document) -> None:
    assert content(save(broken, broken.plan)).decode() == BROKEN
    saved = save(broken, broken.plan.model_copy(update={"owner": "Ann"}))
    assert content(saved).decode() == BROKEN.replace("Café\n", "Café\nowner: Ann\n")
    assert [(each.path, each.text) for each in saved.damage] == [(each.path, each.text) for each in broken.damage]
    assert saved.damage[0].findings[0].line == broken.damage[0].findings[0].line + 1


def test_a_copy_holds_what_is_damaged_as_well(broken: Document, tmp_path: Path) -> None:
    assert content(save(broken, broken.plan, tmp_path / "copy.yaml")).decode() == BROKEN


@pytest.mark.parametrize("there", ["cost: cheap", "Odd Key: 1", "title: Pays"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_bytes_that_would_lose_or_change_damage_are_never_written(
    there: str, elsewhere: bool, broken: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for instead in ("", f"{there}er"):
        monkeypatch.setattr(saving, "render", lambda *_, now=instead: BROKEN.replace(there, now).encode())
        with pytest.raises(SaveFailed):
            save(broken, broken.plan, tmp_path / "copy.yaml" if elsewhere else None)
    assert content(broken).decode() == BROKEN
    assert not (tmp_path / "copy.yaml").exists()


def test_a_value_that_would_be_damage_is_not_written_beside_it(broken: Document) -> None:
    with pytest.raises(SaveFailed, match="it would not be readable again: 'volume' is '-1'"):
        save(broken, broken.plan.model_copy(update={"volume": -1}))
    assert content(broken).decode() == BROKEN


def test_what_fits_after_an_edit_elsewhere_is_in_the_saved_plan(tmp_path: Path) -> None:
    path = tmp_path / "both.journey.yaml"
    path.write_text(HEAD + STEP + "        title: Pays\n    ends:\n      pay: {title: Paid}\n", encoding="utf-8")
    document = read_plan(path).opened
    assert document is not None
    plan = rename_step(document.plan, "visit", "pay", "till")
    saved = save(document, plan)
    assert saved.damage == ()
    assert saved.plan.journeys["visit"].ends["pay"].title == "Paid"
    assert saved.plan.model_copy(update={"journeys": plan.journeys}) == plan


def test_a_variant_with_damage_is_not_saved_as_a_plan_without_it(opened: Document, tmp_path: Path) -> None:
    path = tmp_path / "variant.journey.yaml"
    path.write_text("journeymapper: 1\nextends: plan.journey.yaml\nvolume: many\n", encoding="utf-8")
    variant = read_plan(path).opened
    assert variant is not None
    assert variant.read_only_reason
    with pytest.raises(SaveFailed, match="would be lost"):
        save(variant, variant.plan, tmp_path / "own.journey.yaml")


def test_where_nothing_can_be_written_a_sentence_says_so(opened: Document, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "plan.yaml"):
        with pytest.raises(SaveFailed, match="folder"):
            save(opened, opened.plan, path)


def test_what_can_not_be_compared_is_not_overwritten_unasked(opened: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened.path is not None
    plan = opened.plan.model_copy(update={"title": "Bar"})
    os.truncate(opened.path, MOST_BYTES + 1)
    with pytest.raises(ChangedOnDisk, match=r"has 32 MiB; .*, so nobody knows whether it was changed"):
        save(opened, plan)
    assert opened.path.stat().st_size == MOST_BYTES + 1
    assert b"Bar" in content(save(opened, plan, overwrite=True))


def test_a_save_that_the_disk_does_not_promise_to_keep_can_be_made_again(opened: Document) -> None:
    plan = opened.plan.model_copy(update={"title": "Bar"})
    with Trap("fsync", 2, refusal(errno.EIO)), pytest.raises(SaveUnsettled, match="a power cut could still undo that"):
        save(opened, plan)
    assert b"Bar" in content(save(opened, plan))


def test_comparing_and_replacing_are_under_one_lock(opened: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened.path is not None
    monkeypatch.setattr(exclusive, "PATIENCE", 0.0)
    with exclusive.exclusive(opened.path), pytest.raises(SaveFailed, match="another program is saving"):
        save(opened, opened.plan.model_copy(update={"title": "Bar"}))
    assert b"Bar" not in content(opened)


def test_a_name_that_no_file_can_have_is_refused(opened: Document) -> None:
    with pytest.raises(SaveFailed, match="this is not a file name"):
        save(opened, opened.plan, Path("a\0b"))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"\n", b"\n\n"])
def test_a_tidied_file_keeps_its_mark_and_line_ends_and_ends_in_one(bom: bytes, ending: bytes, last: bytes) -> None:
    written = b"# mine\njourneymapper: 1\ntitle: x\n\nabout: |  # two\n  a\n  b\n\nstages:  # none\n  a: {}"
    data = bom + (written.replace(b"stages", b"\nstages").replace(b"\n\nabout", b"\nabout") + last).replace(
        b"\n", ending
    )
    expected = bom + (written.replace(b"\n\nabout", b"\nabout") + b"\n").replace(b"\n", ending)
    assert tidied(document(data), Path()) == expected


def test_line_ends_of_two_kinds_become_one() -> None:
    assert tidied(document("journeymapper: 1\r\n# a\r\ntitle: x  # b\r\nowner: Ann\n"), Path()) == (
        b"journeymapper: 1\n# a\ntitle: x  # b\nowner: Ann\n"
    )


@pytest.mark.parametrize(
    "harmed", ["journeymapper: 1\ntitle: Bar\n", HEAD, f"# mine\n# mine\n{HEAD}", f"{HEAD}about: |\n  # mine\n", "{"]
)
def test_a_form_that_says_something_else_is_refused(
    harmed: str, opened: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "formatted", lambda _: harmed)
    with pytest.raises(SaveFailed, match=r"plan\.journey\.yaml' was not formatted"):
        tidied(opened, Path())


def test_a_variant_that_would_say_less_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "base.journey.yaml").write_text(HEAD, encoding="utf-8")
    path = tmp_path / "variant.journey.yaml"
    path.write_text("journeymapper: 1\nextends: base.journey.yaml\nowner: ~delete\n", encoding="utf-8")
    variant = read_plan(path).document
    assert variant is not None
    monkeypatch.setattr(saving, "formatted", lambda _: "journeymapper: 1\nextends: base.journey.yaml\n")
    with pytest.raises(SaveFailed, match="was not formatted"):
        tidied(variant, tmp_path)


def test_a_tidied_file_goes_in_the_place_of_what_was_read(opened: Document) -> None:
    assert opened.path is not None
    replace_file(opened, b"tidied")
    assert content(opened) == b"tidied"
    with pytest.raises(ChangedOnDisk):
        replace_file(opened, b"once more")
    assert content(opened) == b"tidied"
    with pytest.raises(SaveFailed, match="choose a name"):
        replace_file(Document.new(opened.plan), b"tidied")
