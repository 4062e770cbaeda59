"""Tracks in a channel: what runs side by side without touching and with few crossings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

CLEARANCE = 8.0


class Run(NamedTuple):
    """A stretch along a channel from `low` to `high`.

    `low_after` and `high_after` say at which side of the channel its ends go on: False on the side of track 0 (left or
    above), True on the other.
    """

    low: float
    high: float
    low_after: bool
    high_after: bool


def assign_tracks(runs: Sequence[Run], clearance: float = CLEARANCE) -> list[int]:
    """The track of each run, from 0; runs that overlap or come closer than `clearance` have different ones.

    Loops that open to the side of track 0 come first, the short ones outside; then slopes, ordered so that none of a
    kind cross; then loops that open to the other side.
    """
    tracks = [0] * len(runs)
    places = sorted({end for run in runs for end in (run.low, run.high)})
    held = [-1] * len(places)  # the last track taken at each place; who comes there next takes a later one
    for number in sorted(range(len(runs)), key=[*map(_place, runs)].__getitem__):
        low, high = runs[number].low, runs[number].high
        near = slice(bisect_right(places, low - clearance), bisect_left(places, high + clearance))
        tracks[number] = track = 1 + max(held[near])
        first, end = bisect_left(places, low), bisect_right(places, high)
        held[first:end] = [track] * (end - first)
    return tracks


def _place(run: Run) -> tuple[int, float]:
    if run.low_after == run.high_after:
        return (3, run.low - run.high) if run.low_after else (0, run.high - run.low)
    return (2, run.low) if run.low_after else (1, -run.low)
