"""Starting: the command line, a check, the window."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row, in_turn, program

ROOT = Path(__file__).resolve().parent.parent
COFFEE = str(ROOT / "examples" / "coffee-subscription.journey.yaml")

BARE_ARGPARSE = """
import argparse, sys
parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.parse_args()
"""


def rows() -> Iterator[Row]:
    """Help and check."""
    ours, bare = in_turn(program("-m", "journeymapper", "--help"), program("-c", BARE_ARGPARSE, "--help"))
    yield Row("`journeymapper --help`", ours, "a bare argparse script", bare, 2.5)
    ours, imports = in_turn(
        program("-m", "journeymapper", "check", COFFEE), program("-c", "import networkx, pydantic, yaml")
    )
    yield Row("`journeymapper check` on the coffee plan", ours, "importing networkx, pydantic, yaml", imports, 1.5)
