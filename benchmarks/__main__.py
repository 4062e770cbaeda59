"""`python -m benchmarks [TOPIC…]`: measure and print; without topics all is measured and docs/benchmarks.md written."""

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.table import line, page

TOPICS = ("start", "reading", "rules", "edits", "layout", "canvas", "export")
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main(chosen: list[str]) -> int:
    """Run the chosen topics, all if none is named."""
    rows = []
    for topic in chosen or TOPICS:
        for row in import_module(f"benchmarks.{topic}").rows():
            print(line(row), end="", flush=True)
            rows.append(row)
    if not chosen:
        PAGE.write_text(page(rows), encoding="utf-8")
        print(f"Written to {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
