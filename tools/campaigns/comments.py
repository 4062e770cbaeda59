"""Commented files are edited and saved: only what was touched changes, and comments stay or go with their items."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

from journeymapper.errors import SaveFailed
from journeymapper.storage.document import Document
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.saving import save
from journeymapper.storage.writing import render
from tools.campaigns.fates import followed
from tools.campaigns.order import Order
from tools.campaigns.random_edits import Edit, edited
from tools.campaigns.reviewing import Lines, misplaced, unasked
from tools.campaigns.sprinkling import Mark, in_brackets, sprinkled
from tools.campaigns.stage import MEMORY
from tools.campaigns.tally import Tally

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("examples/minimal", "tests/data/hand-written", "examples/complete", "examples/sample-box")
PORTION = 50
PROCESSES = 2


def run(order: Order) -> Tally:
    """Save files after `count` edits, in two processes."""
    tally = Tally("comments")
    first = order.seed * 1_000_000
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for start in range(first, first + order.count, 2 * PORTION * PROCESSES):
            if tally.counts["edits"] >= order.count:
                break
            for part in pool.map(edit_some, range(start, start + PORTION * PROCESSES, PORTION), [PORTION] * PROCESSES):
                tally.take(part)
    return tally


def edit_some(seed: int, count: int) -> Tally:
    """Edit so many files, each made and edited from a seed of its own."""
    tally = Tally("comments")
    for number in range(seed, seed + count):
        for promise in edit_one(Random(number), tally):
            tally.breaks(f"seed {number}: {promise}")
    return tally


def edit_one(chance: Random, tally: Tally) -> Iterator[str]:
    """Sprinkle a file with comments, edit it one to ten times, save it; gives the promises that were broken."""
    path = ROOT / f"{chance.choice(SOURCES)}.journey.yaml"
    plain = read(path.read_bytes())
    bracketed = read(in_brackets(plain, chance, chance.choice((0, 0.05, 0.2))).encode())
    text, marks = sprinkled(bracketed, chance, chance.choice((0.05, 0.3, 0.8)))
    data = in_another_way(text, chance)
    document = read(data)
    if not same(document.plan, plain.plan):
        yield "the file does not say what it should before it is edited"
        return
    if render(document, document.plan) != data:
        yield "unchanged, it is written otherwise"
    edits = chain(document, chance)
    tally.add("files")
    tally.add("comments", len(marks))
    tally.add("edits", len(edits))
    said = f"{path.stem.partition('.')[0]}: {', '.join(edit.name for edit in edits)}"
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        file = Path(folder) / path.name
        file.write_bytes(data)
        try:
            for promise in _saved(replace(document, path=file), marks, edits, chance):
                yield f"{said}: {promise}"
        except SaveFailed as failure:
            yield f"{said}: {failure}"
        else:
            if file.read_bytes() != data:
                yield f"{said}: with everything undone and saved the file is not what it was"


def _saved(document: Document, marks: list[Mark], edits: list[Edit], chance: Random) -> Iterator[str]:
    """Save after the last edit, and perhaps after others, then what was opened; gives what went wrong on the way."""
    opened, plan, done = document, document.plan, 0
    for count in range(1, len(edits) + 1):
        if count < len(edits) and chance.random() < 0.8:
            continue
        some, done = edits[done:count], count
        saved = save(document, edits[count - 1].plan)
        fates = followed(marks, plan, some)
        yield from misplaced(fates, Lines(saved))
        yield from unasked(Lines(document), Lines(saved), {old: new for edit in some for old, new in edit.renamed})
        marks = [fate.mark for fate in fates if fate.state == "alive"]
        document, plan = saved, edits[count - 1].plan
    save(document, opened.plan)


def read(data: bytes) -> Document:
    """The document of a file that is a plan."""
    reading = parse_plan(data, "file", None)
    assert reading.document is not None, reading.findings  # noqa: S101  # files of our own making
    return reading.document


def chain(document: Document, chance: Random) -> list[Edit]:
    """One to ten edits, each made to what the one before gave."""
    edits = [edited(document.plan, chance)]
    for _ in range(chance.choice((0, 0, 0, 1, 2, 4, 9))):
        edits.append(edited(edits[-1].plan, chance))
    return edits


def in_another_way(text: str, chance: Random) -> bytes:
    """The bytes of a text with the line ends and the beginnings and ends that files have."""
    if chance.random() < 0.2:
        text = text.removesuffix("\n")
    data = text.replace("\n", chance.choice(("\n", "\n", "\n", "\r\n"))).encode()
    return b"\xef\xbb\xbf" + data if chance.random() < 0.1 else data
