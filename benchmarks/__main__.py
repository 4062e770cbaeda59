"""`python -m benchmarks [TOPIC…]`: measure and print; without topics all is measured and docs/benchmarks.md written."""

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.table import page
from benchmarks.topics import TOPICS, measured

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main(chosen: list[str]) -> int:
    """Run the chosen topics, all if none is named."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home}
        rows = [row for topic in chosen or TOPICS for row in measured(topic)]
    if not chosen:
        PAGE.write_text(page(rows), encoding="utf-8")
        print(f"Written to {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
