"""The making of an export's files, all of them in memory before the first is written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from journeymapper.errors import SaveFailed
from journeymapper.exchange.job import ExportJob, journeys_of
from journeymapper.exchange.registry import format_named
from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import atomic_write
from journeymapper.storage.tree import uncollected


class PartlyWritten(SaveFailed):
    """Some files of an export are written, the next one could not be."""

    def __init__(self, failure: SaveFailed, written: list[Path]) -> None:
        super().__init__(f"{failure}; written before it: {', '.join(path.name for path in written)}")
        self.failure = str(failure)
        self.written = tuple(written)


class Exported(NamedTuple):
    """A file's content, and the journey that it shows; "" where it shows them all."""

    journey: str
    data: bytes


def export(plan: Plan, job: ExportJob) -> list[Exported]:
    """The files of an export: one with a page for each journey, or one a journey where the format has no pages.

    Raises ExportFailed with a sentence; needs no display.
    """
    from journeymapper.exchange.sheets import booklet_of  # Qt, which takes its time

    form = format_named(job.format)
    journeys = journeys_of(plan, job)
    with uncollected():
        booklet = booklet_of(plan, journeys, job.theme, job.folder)
        if form.pages:
            return [Exported("", form.write(booklet, job))]
        singles = zip(journeys, booklet.singles(), strict=True)
        return [Exported(journey, form.write(single, job)) for journey, single in singles]


def deliver(plan: Plan, job: ExportJob, target: Path) -> list[Path]:
    """Write an export to a file, or beside it one file a journey where several do not fit into one; gives their paths.

    Raises ExportFailed or SaveFailed where nothing was written, and PartlyWritten where some of several files were.
    """
    exported = export(plan, job)
    if len(exported) == 1:
        paths = [target]
    else:
        paths = [target.with_name(f"{target.stem}-{each.journey}{target.suffix}") for each in exported]
    for place, (path, each) in enumerate(zip(paths, exported, strict=True)):
        try:
            atomic_write(path, each.data)
        except SaveFailed as failure:
            if place:
                raise PartlyWritten(failure, paths[:place]) from failure
            raise
    return paths
