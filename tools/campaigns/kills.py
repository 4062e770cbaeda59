"""A process that saves and saves is killed at random moments: the file holds a whole plan, and never an older one."""

from __future__ import annotations

import os
import select
import signal
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import NoReturn

from benchmarks.synthetic import plan_text
from journeymapper.storage import saving
from journeymapper.storage.atomic import PREFIX, atomic_write
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.reading import parse_plan
from tools.campaigns.order import Order
from tools.campaigns.tally import Tally

SIZES = (230, 1000)
"""Interactions of the plans: one of 90 KB, and every fifth time a large one."""
WRITING = 0.006
"""About how many seconds a write takes; half of the kills come within them."""
SAVING = 1e-6
"""About how many seconds a save takes for each character of the plan; the other kills come within them."""
PATIENCE = 60.0


@dataclass(frozen=True)
class _Series:
    """Versions of one plan, each as bytes made without the program, to hold the saved ones against."""

    path: Path
    document: Document

    @classmethod
    def of(cls, interactions: int, folder: Path) -> _Series:
        path = folder / f"{interactions}.journey.yaml"
        document = parse_plan(version(interactions, 0), str(path), folder).document
        assert document is not None  # noqa: S101  # the plan is made for that
        return cls(path, replace(document, path=path))

    def saved(self, number: int, before: Document) -> Document:
        """Save a version of the plan as the program does."""
        changes = {"title": f"Version {number}", "about": _filling(number)}
        return saving.save(before, before.plan.model_copy(update=changes))


def version(interactions: int, number: int) -> bytes:
    """The file that must come of saving a version."""
    head = f"title: Version {number}\nabout: {_filling(number)}\n"
    return plan_text(interactions).replace("title: Synthetic plan\n", head, 1).encode()


def _filling(number: int) -> str:
    """A text of another length in each version, so that torn files can be told."""
    return "x" * (1 + number * 7919 % 30_000)


def run(order: Order) -> Tally:
    """Kill `count` processes that save."""
    tally = Tally("kills")
    chance = Random(order.seed)
    with tempfile.TemporaryDirectory() as folder:
        series = {size: _Series.of(size, Path(folder)) for size in SIZES}
        versions = dict.fromkeys(SIZES, 0)
        for size, each in series.items():
            each.path.write_bytes(version(size, 0))
        for number in range(order.count):
            size = SIZES[number % 5 == 4]
            while_writing = chance.random() < 0.5
            said = _killed(series[size], versions[size], chance, while_writing=while_writing)
            versions[size] = _judged(size, series[size].path, versions[size], said, tally)
        for each in series.values():
            each.saved(0, replace(each.document, digest=digest_of(each.path.read_bytes())))
        if any(Path(folder).glob(f"{PREFIX}*")):
            tally.breaks("temporary files are left after the last save")
    return tally


def _killed(series: _Series, number: int, chance: Random, *, while_writing: bool) -> list[str]:
    """Start a process that saves from a version on and kill it; gives what it said until then."""
    ours, theirs = os.pipe()
    process = os.fork()
    if not process:
        _save_on(series, number, theirs)
    os.close(theirs)
    wanted, longest = (b"writes", WRITING) if while_writing else (b"tries", SAVING * len(series.document.text))
    said = _heard(ours, wanted, chance.choice((1, 1, 2, 3)))
    time.sleep(chance.uniform(0, longest))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    while part := os.read(ours, 1 << 16):
        said += part
    os.close(ours)
    return said.decode().split("\n")[:-1]


def _heard(pipe: int, wanted: bytes, times: int) -> bytes:
    """What a process says until it has said a certain word so many times."""
    said = b""
    while said.count(wanted) < times and b"!" not in said:
        if not select.select([pipe], [], [], PATIENCE)[0]:
            return said + b"! nothing for a minute\n"
        said += os.read(pipe, 1 << 16)
    return said


def _save_on(series: _Series, number: int, pipe: int) -> NoReturn:
    """Save one version after the other until killed, and say so before and after."""
    try:
        document = replace(series.document, digest=digest_of(series.path.read_bytes()))

        def announced(path: Path, data: bytes) -> None:
            os.write(pipe, b"writes\n")
            atomic_write(path, data)

        setattr(saving, "atomic_write", announced)  # noqa: B010  # mypy minds the assignment
        while True:
            number += 1
            os.write(pipe, f"tries {number}\n".encode())
            document = series.saved(number, document)
            os.write(pipe, f"saved {number}\n".encode())
    except BaseException as error:  # noqa: BLE001  # nothing of the parent may run on here
        os.write(pipe, f"! {error!r}\n".encode())
    finally:
        os._exit(1)


def _judged(size: int, path: Path, before: int, said: list[str], tally: Tally) -> int:
    """Hold the file against what was said; gives the version that it holds."""
    numbers = {word: [int(line.split()[1]) for line in said if line.startswith(word)] for word in ("tries", "saved")}
    tally.add("kills")
    tally.add("of a process that was writing", said[-1:] == ["writes"])
    tally.add("saves acknowledged", len(numbers["saved"]))
    for line in said:
        if line.startswith("!"):
            tally.breaks(f"the saving process failed: {line}")
    saved, tried = max([before, *numbers["saved"]]), max([before, *numbers["tries"]])
    held = path.read_bytes() if path.exists() else b""
    left = list(path.parent.glob(f"{PREFIX}*"))
    tally.add("temporary files seen", len(left))
    if len(left) > 1:
        tally.breaks(f"{len(left)} temporary files are left")
    for number in {tried, saved}:
        if held == version(size, number):
            tally.add("with the version in flight", number != saved)
            return number
    tally.breaks(f"the file has {len(held):,} bytes that are neither version {saved} nor {tried}")
    path.write_bytes(version(size, before))
    return before
