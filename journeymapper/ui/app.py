"""The program with a window: sets Qt up, opens the plans it is given, and runs until the last window closes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.environment import EnvironmentLacks, prepare_qt

if TYPE_CHECKING:
    from journeymapper.ui.program import Program

STARTED = 1000
"""Milliseconds after which what the program needs is there."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the plans named in `argv` (the process's arguments if None); gives the exit code."""
    names = [name for name in (sys.argv[1:] if argv is None else argv) if not name.startswith("-")]
    try:
        program = make_program()
    except EnvironmentLacks as lack:
        print(f"journeymapper: {lack}", file=sys.stderr)
        return 2
    program.start([Path(name) for name in names])
    return program.run()


def make_program() -> Program:
    """The program, ready to open windows. Raises EnvironmentLacks where the machine can't show any."""
    gc.disable()  # by default it stops the start a hundred times, though nothing is garbage yet
    prepare_qt(window=True)
    from journeymapper.ui.lean_imports import spare_sources

    spare_sources()
    from PySide6.QtCore import QTimer

    from journeymapper.ui.program import Program

    program = Program()
    QTimer.singleShot(STARTED, program, _collect)
    return program


def _collect() -> None:
    """Look for garbage from now on, but not among what stays as long as the program."""
    gc.freeze()
    gc.enable()


if __name__ == "__main__":
    sys.exit(main())
