"""What holds for every file that is formatted, whoever wrote it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.comments import Comment, comments_in
from journeymapper.storage.document import Document
from journeymapper.storage.formatting import formatted
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.saving import tidied
from journeymapper.storage.variants import keys_said, own_data
from tests.storage.made_up import plans
from tests.storage.scribbled import Role, Scribble, scribbled
from tests.storage.texts import document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a variant has its plan."""
    return tmp_path_factory.mktemp("plans")


@given(plans(), st.data())
@settings(max_examples=40)
def test_without_comments_the_form_is_the_canonical_one(plan: Plan, data: st.DataObject) -> None:
    written = document(data.draw(scribbled(plan, comments=False)).text)
    assert same(written.plan, plan)
    assert formatted(written) == canonical(plan)


@given(plans(), st.data())
@settings(max_examples=60)
def test_with_comments_everything_stays_where_it_belongs(plan: Plan, data: st.DataObject) -> None:
    scribble = data.draw(scribbled(plan))
    before = document(scribble.text)
    assert same(before.plan, plan)
    assert {comment.text for comment in comments_in(before.text)} == scribble.about.keys()
    after = document(formatted(before))
    assert same(after.plan, plan)
    assert Counter(comment.text for comment in comments_in(after.text)) == Counter(scribble.about.keys())
    assert formatted(after) == after.text
    assert not misplaced(scribble, after)


@given(plans(), plans(), st.data())
@settings(max_examples=30)
def test_a_variant_stays_a_variant_that_says_the_same(
    folder: Path, base: Plan, different: Plan, data: st.DataObject
) -> None:
    (folder / "base.journey.yaml").write_text(canonical(base), encoding="utf-8")
    scribble = data.draw(scribbled(different.model_copy(update={"extends": "base.journey.yaml"})))
    before = parse_plan(scribble.text.encode(), "variant", folder).document
    assume(before is not None)
    assert before is not None
    after = parse_plan(tidied(before, folder), "variant", folder).document
    assert after is not None
    assert same(after.plan, before.plan)
    assert keys_said(own_data(after.text)) == keys_said(own_data(before.text))
    assert formatted(after) == after.text
    assert not misplaced(scribble, after)


def misplaced(scribble: Scribble, after: Document) -> list[str]:
    """The comments that are not at their item, or, where that is not written, in what holds it."""
    return [
        f"{comment.text}: {scribble.about[comment.text]}"
        for comment in comments_in(after.text)
        if not is_placed(comment, *scribble.about[comment.text], after)
    ]


def is_placed(comment: Comment, role: Role, path: ItemPath, after: Document) -> bool:
    lines, number = after.text.split("\n"), after.text.count("\n", 0, comment.start)
    if role in ("head", "last"):
        around = lines[:number] if role == "head" else lines[number:]
        if role == "last" or is_silent(around):
            return is_silent(around)
    known = after.outline.entry(path)
    if known is None or role == "end":
        return number in spans(after, path)
    at = after.position(path)[0] - 1
    if number == at:
        return True
    if role in ("head", "above"):
        return number < at and is_silent(lines[number:at])
    return all(line.find("#", comment.column) == comment.column for line in lines[at : number + 1])


def is_silent(lines: list[str]) -> bool:
    """Whether lines are all empty or comments."""
    return all(not line or line.lstrip().startswith("#") for line in lines)


def spans(after: Document, path: ItemPath) -> range:
    """The lines of the nearest item of a path that is written, comments included."""
    while path and after.outline.entry(path) is None:
        path = path[:-1]
    entry = after.outline.entry(path) if path else None
    if entry is None:
        return range(after.text.count("\n") + 1)
    chunks = Chunks(after.outline)
    start, end = chunks.start(entry, None), chunks.end(entry)
    return range(after.text.count("\n", 0, start), after.text.count("\n", 0, end))
