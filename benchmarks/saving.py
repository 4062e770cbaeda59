"""Saving one change of a large plan, against reading it once, and what of that keeps the window waiting."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from benchmarks.measure import FRAME, Row, in_turn, median
from benchmarks.synthetic import plan_text
from journeymapper.edits.fields import set_field
from journeymapper.storage.document import Document
from journeymapper.storage.reading import read_plan
from journeymapper.storage.recovery import keep
from journeymapper.storage.saving import save
from journeymapper.ui.app import make_program
from journeymapper.ui.keeping.background import background
from journeymapper.ui.keeping.saver import Saver
from journeymapper.ui.session import Session

SIZE = 10_000
ITEM = ("journeys", "synthetic", "interactions", f"i{SIZE // 2}")


def rows() -> Iterator[Row]:
    """Saves of one changed title, verified by reading the whole text again, and safe on disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.journey.yaml"
        path.write_text(plan_text(SIZE), encoding="utf-8")
        held = [_read(path)]
        ours, read = in_turn(partial(_save, held), partial(_read, path), rounds=3)
        yield Row(f"save one change, N = {SIZE:,}: verified and safe on disk", ours, "reading the plan once", read, 1.2)
        copy = median(partial(_keep, Path(folder) / "copy", held), rounds=3)
        yield Row(f"a copy of unsaved work, N = {SIZE:,}, in the background", copy, "one second", 1000, 1)
        waited = statistics.median(_on_the_windows_thread(held, number) for number in range(3))
        yield Row(f"… of a save on the window's thread, N = {SIZE:,}", waited, "one frame", FRAME, 1)


def _read(path: Path) -> Document:
    document = read_plan(path).document
    if document is None:
        raise RuntimeError("the plan can't be read")
    return document


def _save(held: list[Document]) -> None:
    document = held[0]
    title = document.plan.journeys["synthetic"].interactions[ITEM[-1]].title
    held[0] = save(document, set_field(document.plan, ITEM, "title", f"{title}."))


def _keep(folder: Path, held: list[Document]) -> None:
    keep(folder, held[0], set_field(held[0].plan, ITEM, "title", "Kept"))


def _on_the_windows_thread(held: list[Document], number: int) -> float:
    """Milliseconds of the window's own thread in a save that is done by another one."""
    program = make_program()
    session = Session(held[0])
    saver = Saver(session, session)
    session.do("rename", partial(set_field, path=ITEM, field="title", raw=f"Title {number}"))
    begun = time.perf_counter()
    saver.save()
    asked = time.perf_counter()
    background().drain()
    drained = time.perf_counter()
    QCoreApplication.sendPostedEvents()
    done = time.perf_counter()
    if not session.is_saved:
        raise RuntimeError("the plan was not saved")
    held[0] = session.document
    session.deleteLater()
    program.application.processEvents()
    return (asked - begun + done - drained) * 1000
