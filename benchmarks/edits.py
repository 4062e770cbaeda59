"""Editing a large plan: one edit with its change set, undo, redo."""

from collections.abc import Iterator

from benchmarks.measure import FRAME, Row, median
from benchmarks.synthetic import plan
from journeymapper.edits.changes import changes_between
from journeymapper.edits.fields import set_field
from journeymapper.edits.history import History

SIZE = 10_000
ONE_MILLISECOND = 1 / FRAME


def rows() -> Iterator[Row]:
    """One edit, and taking it back and forth, each with what changed."""
    before = plan(SIZE)
    history = History(before)
    item = ("journeys", "synthetic", "interactions", f"i{SIZE // 2}")

    def edit() -> None:
        after = set_field(before, item, "title", "Another title")
        changes_between(before, after)

    def undo_and_redo() -> None:
        changes_between(history.plan, history.undo())
        changes_between(history.plan, history.redo())

    yield Row(f"one edit with its change set, N = {SIZE:,}", median(edit), "one frame", FRAME, ONE_MILLISECOND)
    history.record(set_field(before, item, "title", "Another title"), "rename")
    yield Row(
        f"undo and redo, with change sets, N = {SIZE:,}", median(undo_and_redo), "one frame", FRAME, 2 * ONE_MILLISECOND
    )
