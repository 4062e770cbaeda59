"""What a campaign is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Order:
    """How much to try, from which seed of chance, and where the files of a corpus are."""

    count: int
    seed: int = 0
    folders: tuple[Path, ...] = ()
