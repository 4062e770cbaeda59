"""Reading plans with their positions, against PyYAML's C loader alone."""

import gc
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from benchmarks.measure import Row, in_turn
from benchmarks.synthetic import plan_text
from journeymapper.storage.reading import read_plan


def rows() -> Iterator[Row]:
    """Plans usual, large and very large: read and validated, every value with its line and column."""
    with tempfile.TemporaryDirectory() as folder:
        for size, rounds in ((100, 15), (1000, 7), (10_000, 3)):
            path = Path(folder) / f"{size}.journey.yaml"
            path.write_text(plan_text(size), encoding="utf-8")
            ours, loader = in_turn(partial(read_plan, path), partial(_load, path), rounds)
            yield Row(f"read and validate, N = {size:,}", ours, "PyYAML's C loader, collector paused", loader, 0.8)


def _load(path: Path) -> object:
    gc.disable()
    try:
        return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    finally:
        gc.enable()
