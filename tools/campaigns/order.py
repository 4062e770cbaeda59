"""What a campaign is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Order(NamedTuple):
    """How much to try, from which seed of chance, and where the files of a corpus are."""

    count: int
    seed: int = 0
    folders: tuple[Path, ...] = ()
