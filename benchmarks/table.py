"""The rows as the table that docs/benchmarks.md holds."""

import platform
from collections.abc import Iterable

from benchmarks.measure import Row
from journeymapper.environment import qt_version

HEAD = """# Benchmarks

Each row compares our work with a reference in the same run, because absolute times drift between machines and runs.
`make bench` measures again and writes this page. Medians, in milliseconds where no unit is named; the synthetic plans
have N interactions in one journey, 1.3 links each and about 13 facts an interaction.

| work | ours | reference | takes | ratio | target | |
| --- | ---: | --- | ---: | ---: | ---: | --- |
"""


def page(rows: Iterable[Row]) -> str:
    """The whole page in Markdown."""
    where = f"\nPython {platform.python_version()}, PySide6 {qt_version()}, {platform.system()} {platform.machine()}.\n"
    return HEAD + "".join(line(row) for row in rows) + where


def line(row: Row) -> str:
    """One row of the table."""
    cells = (
        row.work,
        f"{_number(row.ours)} {row.unit}".rstrip(),
        row.reference,
        f"{_number(row.theirs)} {row.unit}".rstrip(),
        f"{row.ratio:.2g} ×" if row.ratio < 10 else f"{row.ratio:.0f} ×",
        f"≤ {row.target:.3g} ×",
        "met" if row.met else "**missed**",
    )
    return "| " + " | ".join(cells) + " |\n"


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 0.1 else f"{value:.1f}"
