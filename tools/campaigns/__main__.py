"""`python -m tools.campaigns NAME [--count N] [--seed S] [FOLDER…]`: run one campaign, or `all` at moderate size."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from tools.campaigns.order import Order

MODERATE = {"faults": 20, "places": 1, "races": 200, "kills": 200, "mutants": 5000, "corpus": 1, "comments": 1000}
"""The campaigns, each with how much of it is tried unless `--count` says something else."""


def main(arguments: list[str]) -> int:
    """Run what was asked for and print a line for each; 1 where a promise was broken, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.campaigns", description=__doc__)
    parser.add_argument("name", choices=(*MODERATE, "all"))
    parser.add_argument("--count", type=int, help="how much is tried")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries something else")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="for the corpus: folders of YAML files")
    asked = parser.parse_intermixed_args(arguments)
    broken = 0
    for name in MODERATE if asked.name == "all" else (asked.name,):
        order = Order(asked.count or MODERATE[name], asked.seed, tuple(asked.folders))
        tally = import_module(f"tools.campaigns.{name}").run(order)
        print(tally.report(), flush=True)
        broken += len(tally.broken)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
