"""The making of an export's files, all of them in memory before the first is written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from journeymapper.exchange.job import ExportJob, journeys_of
from journeymapper.exchange.registry import format_named
from journeymapper.model.plan import Plan
from journeymapper.storage.atomic import atomic_write
from journeymapper.storage.tree import uncollected


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

    Raises ExportFailed before anything is written, or SaveFailed for a file that is then still as it was.
    """
    exported = export(plan, job)
    if len(exported) == 1:
        paths = [target]
    else:
        paths = [target.with_name(f"{target.stem}-{each.journey}{target.suffix}") for each in exported]
    for path, each in zip(paths, exported, strict=True):
        atomic_write(path, each.data)
    return paths
