"""One writer at a time: between comparing a file and replacing it, nobody else may do the same."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journeymapper.errors import SaveFailed

PATIENCE = 2.0
_PAUSE = 0.01


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold off others that save into the folder of a file; raises SaveFailed when one of them does not finish.

    The folder itself is locked, so that no file is left in it, and the system unlocks it when a process is killed.
    Nothing is locked on Windows, where the folder may not be looked into, and on drives that know no locks.
    """
    number = _locked(path)
    try:
        yield
    finally:
        if number is not None:
            _unlock(number)


def _locked(path: Path) -> int | None:
    """The number of the folder, open and locked; None where that can't be had."""
    try:
        import fcntl

        folder = Path(os.path.realpath(path)).parent
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (ImportError, OSError, ValueError):
        return None  # what is wrong with the file or its folder, the write says
    patient_until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patient_until:
                os.close(number)
                said = "another program is saving into its folder and does not finish; try again, or save elsewhere"
                raise SaveFailed(f"'{path}' can't be written: {said}") from None
            time.sleep(_PAUSE)
        except OSError:
            os.close(number)
            return None
        else:
            return number


def _unlock(number: int) -> None:
    """Unlock before closing: a process that was started meanwhile may have the folder open, too."""
    import fcntl

    with suppress(OSError):
        fcntl.flock(number, fcntl.LOCK_UN)
    with suppress(OSError):
        os.close(number)
