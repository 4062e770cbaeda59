"""Laying a journey out: against Graphviz, and after one edit against a frame."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import FRAME, Row, in_turn, median
from benchmarks.synthetic import plan
from journeymapper.drawing.measure import QtMeasure
from journeymapper.edits.fields import set_field
from journeymapper.layout.journey import lay_out
from journeymapper.model.plan import Plan

SIZE = 1000


def rows() -> Iterator[Row]:
    """The whole journey, routes and labels included, and once more after an edit."""
    whole, measure = plan(SIZE), QtMeasure()
    if shutil.which("dot"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journey.dot"
            path.write_text(_dot(whole), encoding="utf-8")
            ours, dot = in_turn(
                lambda: lay_out(whole, "synthetic", measure),
                lambda: subprocess.run(["dot", "-Tplain", path], check=True, capture_output=True),
                rounds=1,
            )
        yield Row(f"layout, N = {SIZE:,}, routes and labels included", ours, "Graphviz dot", dot, 1 / 40)
    item = ("journeys", "synthetic", "interactions", f"i{SIZE // 2}")
    edited = set_field(whole, item, "title", "A much longer title than it was before")
    again = median(lambda: lay_out(edited, "synthetic", measure))
    yield Row(f"layout after one edit, N = {SIZE:,}", again, "one frame", FRAME, 1)


def _dot(whole: Plan) -> str:
    lines = ["digraph {", "rankdir=LR", "node [shape=box, fixedsize=true, width=2.9, height=0.9]"]
    for ident, interaction in whole.journeys["synthetic"].interactions.items():
        lines += [f"{ident} -> {target}" for target in interaction.next or () if target[0] == "i"]
    return "\n".join([*lines, "}"])
