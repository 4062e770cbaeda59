"""What a campaign counted, and what went against a promise."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

MOST_SHOWN = 20


@dataclass
class Tally:
    """Counts by name in the order in which they came up, and the broken promises, each with what shows it again."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.perf_counter)

    def add(self, what: str, number: int = 1) -> None:
        """Count something that was tried or seen."""
        self.counts[what] += number

    def breaks(self, promise: str) -> None:
        """Note a broken promise."""
        self.broken.append(promise)

    def take(self, other: Tally) -> None:
        """Add what another part of the same campaign counted."""
        self.counts.update(other.counts)
        self.broken += other.broken

    def report(self) -> str:
        """The broken promises, and the summary in one line."""
        shown = [f"  ! {promise}" for promise in self.broken[:MOST_SHOWN]]
        counted = [f"{number:,} {what}" for what, number in self.counts.items()]
        seconds = time.perf_counter() - self.began
        return "\n".join([*shown, f"{self.name}: {', '.join(counted)}; {len(self.broken):,} broken, {seconds:.0f} s"])
