"""The demonstration: check the example plans, export one to PDF and PNG, open the window where there is a display."""

import subprocess
import sys
from pathlib import Path

from journeymapper import environment

ROOT = Path(__file__).resolve().parent.parent
SHOWN = "examples/coffee-subscription.journey.yaml"
BUILT = "build/demo"
SAMPLE = 6
"""Lines of a long report that are shown at its beginning and at its end."""


def main() -> int:
    """Run the steps; the exit code of the first that fails, else 0."""
    lack = environment.what_is_missing(window=False)
    if lack:
        print(lack, file=sys.stderr)
        return 1
    plans = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*.journey.yaml"))
    (ROOT / BUILT).mkdir(parents=True, exist_ok=True)
    code = _check(plans)
    if code:
        return code
    steps = (
        ["export", SHOWN, "-o", f"{BUILT}/coffee-subscription.pdf", "--all"],
        ["export", SHOWN, "-o", f"{BUILT}/coffee-subscription.png"],
    )
    for step in steps:
        code = _journeymapper(*step)
        if code:
            return code
    return _window()


def _check(plans: list[str]) -> int:
    """Check the plans; of hundreds of hints a few show what they are like."""
    arguments = ["check", *plans]
    print(f"$ journeymapper {' '.join(arguments)}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "journeymapper", *arguments], cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True
    )
    lines = done.stdout.splitlines()
    left = len(lines) - 2 * SAMPLE
    print("\n".join(lines if left <= 0 else [*lines[:SAMPLE], f"… {left} more lines", *lines[-SAMPLE:]]))
    return done.returncode


def _journeymapper(*arguments: str) -> int:
    print(f"\n$ journeymapper {' '.join(arguments)}", flush=True)
    return subprocess.run([sys.executable, "-m", "journeymapper", *arguments], cwd=ROOT, check=False).returncode


def _window() -> int:
    lack = environment.what_is_missing(window=True)
    if lack:
        print(f"\nNo window: {lack}")
        print(f"Look at {BUILT}/coffee-subscription.pdf and {BUILT}/coffee-subscription.png.")
        return 0
    print(f"\n$ journeymapper-gui {SHOWN}", flush=True)
    return subprocess.run([sys.executable, "-m", "journeymapper.ui.app", SHOWN], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
