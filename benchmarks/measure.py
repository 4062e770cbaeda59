"""Timing of two pieces of work in turn, and the row that comes of it."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

FRAME = 1000 / 60
"""Milliseconds that one frame may take."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured piece of work: what we take, what the reference takes, and the ratio that we want at most."""

    work: str
    ours: float
    reference: str
    theirs: float
    target: float
    unit: str = ""
    """What is counted where it is not milliseconds."""

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the reference's."""
        return self.ours / self.theirs

    @property
    def met(self) -> bool:
        """Whether the ratio is within the target."""
        return self.ratio <= self.target


def milliseconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def in_turn(ours: Callable[[], object], reference: Callable[[], object], rounds: int = 7) -> tuple[float, float]:
    """Medians of both in milliseconds, run alternately, so that a slow moment of the machine meets both."""
    ours(), reference()  # caches are warm for both
    pairs = [(milliseconds(ours), milliseconds(reference)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def median(work: Callable[[], object], rounds: int = 7) -> float:
    """Median milliseconds of the work alone, after one run to warm up."""
    work()
    return statistics.median(milliseconds(work) for _ in range(rounds))


def program(*arguments: str) -> Callable[[], object]:
    """A run of the interpreter with these arguments as a piece of work; its failure ends the measurement."""

    def run() -> None:
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(arguments)[:80]} gave {done.returncode}: {done.stderr}")

    return run
