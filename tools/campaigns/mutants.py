"""Damaged plans are read: none fails, stalls or eats memory, and what opens can be edited and written."""

from __future__ import annotations

import faulthandler
import resource
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

from journeymapper.storage.document import Document
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import render
from tools.campaigns.mutating import mutant
from tools.campaigns.order import Order
from tools.campaigns.random_edits import edited
from tools.campaigns.tally import Tally

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("examples/complete", "examples/minimal", "examples/sample-box", "tests/data/hand-written")
LONGEST = 5.0
MOST_MEMORY = 1 << 30
PORTION = 250
WITH_A_LINE = 0.999
PROCESSES = 2


def run(order: Order) -> Tally:
    """Read `count` damaged plans, in two processes."""
    tally = Tally("mutants")
    seeds = range(order.seed * 1_000_000, order.seed * 1_000_000 + order.count, PORTION)
    sizes = [min(PORTION, order.count - done) for done in range(0, order.count, PORTION)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for part in pool.map(read_some, seeds, sizes, chunksize=1):
            tally.take(part)
    return judged(tally)


def judged(tally: Tally) -> Tally:
    """The tally with what only the whole of it shows."""
    lines, found = tally.counts["problems with a line"], tally.counts["problems"]
    if found and lines < found * WITH_A_LINE:
        tally.breaks(f"only {lines} of {found} problems have a line")
    return tally


def read_some(seed: int, count: int) -> Tally:
    """Read so many damaged plans, each made from a seed of its own."""
    tally = Tally("mutants")
    files = [(ROOT / f"{name}.journey.yaml").read_bytes() for name in SOURCES]
    for number in range(seed, seed + count):
        data = mutant(files, Random(number))
        for promise in read_one(data, Random(number), tally):
            tally.breaks(f"seed {number}: {promise}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if memory > MOST_MEMORY:
        tally.breaks(f"{memory >> 20} MB of memory were used between seed {seed} and {seed + count}")
    return tally


def read_one(data: bytes, chance: Random, tally: Tally) -> Iterator[str]:
    """Read a file, and where it is a plan write, edit and reread it; gives the promises that were broken."""
    faulthandler.dump_traceback_later(60, exit=True)
    began = time.process_time()
    try:
        reading = parse_plan(data, "plan", None)
        if time.process_time() - began > LONGEST:
            yield f"reading took {time.process_time() - began:.1f} s"
        tally.add("read")
        tally.add("that open", reading.opened is not None)
        tally.add("problems", len(reading.findings))
        tally.add("problems with a line", sum(finding.line > 0 for finding in reading.findings))
        if reading.opened is not None and render(reading.opened, reading.opened.plan) != data:
            yield "unchanged, it is written otherwise"
        if reading.document is not None:
            yield from _edited(reading.document, chance, tally)
        elif not reading.findings or (reading.opened and not all(each.findings for each in reading.opened.damage)):
            yield "no plan, and no reason why"
    except Exception:  # noqa: BLE001  # that is what is looked for
        yield traceback.format_exc(limit=-4)
    finally:
        faulthandler.cancel_dump_traceback_later()


def _edited(document: Document, chance: Random, tally: Tally) -> Iterator[str]:
    edit = edited(document.plan, chance)
    again = parse_plan(render(document, edit.plan), "plan", None, references=False).document
    if again is None or not same(again.plan, edit.plan):
        tally.add("edits that could not be saved in place")
        yield f"after '{edit.name}' it could not be saved in place"
