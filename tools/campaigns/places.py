"""Saving where the system itself says no: full and read-only disks, others' files and folders, odd names and links."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from journeymapper.errors import SaveFailed
from journeymapper.storage.atomic import PREFIX
from journeymapper.storage.document import digest_of
from journeymapper.storage.saving import save
from tools.campaigns.odd_places import PLACES, Place, Spot
from tools.campaigns.order import Order
from tools.campaigns.powers import CannotArrange
from tools.campaigns.stage import NEW, OLD, opened
from tools.campaigns.tally import Tally


def run(_: Order) -> Tally:
    """All places; nothing is left to chance."""
    tally = Tally("places")
    for place in PLACES:
        with tempfile.TemporaryDirectory() as shelter:
            Path(shelter).chmod(0o755)
            try:
                broken = list(_tried(place, Path(shelter)))
            except CannotArrange:
                tally.add("that this user can't arrange")
                continue
        tally.add("places")
        for promise in broken:
            tally.breaks(f"{place.__name__.strip('_')}: {promise}")
    return tally


def _tried(place: Place, shelter: Path) -> Iterator[str]:
    """The promises that a save in one place broke."""
    document, plan = opened(shelter / "elsewhere")
    folder = shelter / "folder"
    folder.mkdir()
    with place(folder) as spot:
        before = _content(folder, spot.path)
        failure: Exception | None = None
        try:
            with spot.during():
                save(replace(document, path=spot.path, digest=digest_of(OLD)), plan)
        except Exception as error:  # noqa: BLE001  # whatever comes out is judged
            failure = error
        yield from _judged(spot, failure)
        if _content(folder, spot.path) != (before if failure else NEW):
            yield "the file does not hold what it should"
        with _may_read(folder):
            if list(spot.path.parent.glob(f"{PREFIX}*")):
                yield "a temporary file is left"
    folder.chmod(0o755)


def _judged(spot: Spot, failure: Exception | None) -> Iterator[str]:
    if failure is not None and not isinstance(failure, SaveFailed):
        yield f"not a sentence but {failure!r}"
    elif failure is not None and not spot.words:
        yield f"the save could have gone on: {failure}"
    elif failure is not None and spot.words not in str(failure):
        yield f"the cause is not told: {failure}"
    elif failure is None and spot.words:
        yield "saved, though that should not be possible"


def _content(folder: Path, path: Path) -> bytes | None:
    """What a file holds, whoever may read it; None where there is none."""
    with _may_read(folder):
        if not os.path.isfile(path):  # noqa: PTH113  # Path.is_file refuses some names
            return None
        with _may_read(path):
            return path.read_bytes()


@contextmanager
def _may_read(path: Path) -> Iterator[None]:
    mode = path.stat().st_mode & 0o7777
    with suppress(OSError):  # a disk that can only be read
        path.chmod(mode | 0o500)
    try:
        yield
    finally:
        with suppress(OSError):
            path.chmod(mode)
