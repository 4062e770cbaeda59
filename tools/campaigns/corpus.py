"""Other people's YAML, each file read as a plan and as part of one: none fails, stalls or eats memory."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from random import Random

from tools.campaigns.mutants import MOST_MEMORY, judged, read_one
from tools.campaigns.order import Order
from tools.campaigns.tally import Tally

HEAD = b"journeymapper: 1\ntitle: Holds a foreign file\nowner: Ann\n"


def run(order: Order) -> Tally:
    """Read all files below the folders that were named, `count` times each with another edit."""
    tally = Tally("corpus")
    for path in sorted(path for folder in order.folders for path in folder.rglob("*") if path.is_file()):
        tally.add("files")
        for number in range(order.count):
            for name, data in shapes(path.read_bytes()):
                for promise in read_one(data, Random(f"{order.seed}{number}{path.name}{name}"), tally):
                    tally.breaks(f"{path} {name}: {promise}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if memory > MOST_MEMORY:
        tally.breaks(f"{memory >> 20} MB of memory were used")
    return judged(tally)


def shapes(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file's content alone, behind the head of a plan, and as the planner's own key in two ways."""
    yield "alone", data
    yield "behind a head", HEAD + data
    indented = b"".join(b"  " + line for line in data.splitlines(keepends=True))
    yield "below a key", HEAD + b"x-own:\n" + indented
    yield "behind a key", HEAD + b"x-own: " + data
