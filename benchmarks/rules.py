"""Checking large plans by all rules, against reading them once."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, in_turn
from benchmarks.synthetic import plan_text
from journeymapper.rules.checking import check
from journeymapper.storage.reading import read_plan


def rows() -> Iterator[Row]:
    """A large plan checked whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.journey.yaml"
        path.write_text(plan_text(10_000), encoding="utf-8")
        document = read_plan(path).document
        if document is None:
            raise RuntimeError("the synthetic plan can't be read")
        ours, reading = in_turn(partial(check, document.plan), partial(read_plan, path), rounds=3)
        yield Row("all rules, N = 10,000", ours, "reading the plan once", reading, 2.0)
