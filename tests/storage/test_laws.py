import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.document import Document
from journeymapper.storage.forms import entries, same
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.writing import render
from tests.storage.made_up import edited, plans

HAND_WRITTEN = Path(__file__).parent.parent / "data" / "hand-written.journey.yaml"


def parsed(data: bytes) -> Document:
    reading = parse_plan(data, "made up", None)
    assert reading.document is not None, [(finding.line, finding.message) for finding in reading.findings]
    return reading.document


@given(plans())
@settings(max_examples=60)
def test_canonical_text_reads_as_the_plan_and_is_written_the_same_again(plan: Plan) -> None:
    text = canonical(plan)
    again = parsed(text.encode()).plan
    assert same(again, plan)
    assert canonical(again) == text


@given(plans(), st.data())
@settings(max_examples=60)
def test_any_edit_of_a_made_up_plan_reads_as_the_edited_plan(plan: Plan, data: st.DataObject) -> None:
    document = parsed(canonical(plan).encode())
    after = data.draw(edited(document.plan))
    assert same(parsed(render(document, after)).plan, after)


@given(st.data())
@settings(max_examples=80)
def test_edits_of_a_hand_written_file_keep_what_is_unchanged_with_its_comments(data: st.DataObject) -> None:
    document = hand_written()
    for _ in range(data.draw(st.integers(1, 3))):
        before, after = document, data.draw(edited(document.plan))
        document = parsed(render(before, after))
        assert same(document.plan, after)
        values = dict(items(after))
        kept = {path for path, value in items(before.plan) if same(value, values.get(path, ABSENT))}
        assert not [path for path in kept if written(before, path) not in document.text]
        assert not misplaced_comments(before, document, kept)


MARK = re.compile(r"# ([\^<]) ([\w/-]+)$")
ABSENT = object()


def hand_written() -> Document:
    document = read_plan(HAND_WRITTEN).document
    assert document is not None
    return document


def items(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every record, map and field of a value, by its path in the file."""
    for key, part in entries(value).items():
        yield (*path, key), part
        yield from items(part, (*path, key))


def written(document: Document, path: tuple[str, ...]) -> str:
    """The text of an entry, from its key to the end of its value."""
    entry = document.outline.entry(path)
    if entry is None:  # the main fact of a record that is written in short
        return ""
    return document.text[entry.start : Chunks(document.outline).content_end(entry)]


def misplaced_comments(before: Document, after: Document, kept: set[tuple[str, ...]]) -> list[str]:
    """The marked comments of unchanged items that no longer stand at (`<`) or directly above (`^`) their item."""
    lines = after.text.split("\n")
    lost = []
    for line in before.text.split("\n"):
        mark = MARK.search(line)
        path = tuple(mark[2].split("/")) if mark else ()
        if mark is None or path not in kept:
            continue
        at = after.position(path)[0] - 1
        above = at
        while above and lines[above - 1].lstrip().startswith("#"):
            above -= 1
        if not any(near.endswith(mark[0]) for near in (lines[at : at + 1] if mark[1] == "<" else lines[above:at])):
            lost.append(mark[0])
    return lost
