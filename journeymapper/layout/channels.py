"""Tracks for everything that runs in a channel between rows or in a gutter between columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymapper.layout.grid import Grid
from journeymapper.layout.tracks import Run, assign_tracks
from journeymapper.layout.ways import Way

_STRAIGHT = 0.5
"""Ports that differ by less are joined by a straight line."""


@dataclass(slots=True)
class Tracks:
    """The track of each link in each channel or gutter that it uses, and how many tracks each of them needs."""

    of: dict[tuple[int, int], int] = field(default_factory=dict)
    """By link and channel or gutter."""
    count: dict[int, int] = field(default_factory=dict)

    def assign(self, runs: Mapping[int, Sequence[tuple[int, Run]]], clearance: float) -> None:
        """Assign tracks to the runs, given with their links, of every channel."""
        for place, found in runs.items():
            tracks = assign_tracks([run for _, run in found], clearance)
            self.count[place] = max(tracks) + 1
            for (link, _), track in zip(found, tracks, strict=True):
                self.of[link, place] = track


def channel_tracks(grid: Grid, ways: Sequence[Way]) -> Tracks:
    """Tracks in the channels between rows; what meets in one gutter is kept apart."""
    runs: dict[int, list[tuple[int, Run]]] = defaultdict(list)
    for number, way in enumerate(ways):
        if way.course == "channel":
            source, target = (grid.rows[card] >= way.channel for card in (way.source, way.target))
            first, last = sorted(((way.leaves, source), (way.enters, target)))
            runs[way.channel].append((number, Run(first[0], last[0], first[1], last[1])))
    tracks = Tracks()
    tracks.assign(runs, 0.5)
    return tracks


@dataclass(frozen=True, slots=True)
class Levels:
    """How high each link leaves, enters and runs in its channel."""

    leaving: Mapping[int, float]
    entering: Mapping[int, float]
    channel: Mapping[int, float]


def turns(number: int, way: Way, levels: Levels) -> list[tuple[int, float, float]]:
    """The stretches up or down of a link, in its direction: the gutter, where it begins and where it ends."""
    if way.course in ("down", "up"):
        return []
    leaving, entering = levels.leaving[number], levels.entering[number]
    if way.course == "channel":
        level = levels.channel[number]
        return [(way.leaves, leaving, level), (way.enters, level, entering)]
    if way.course != "round" and abs(leaving - entering) < _STRAIGHT:
        return []
    return [(way.leaves, leaving, entering)]


def gutter_tracks(ways: Sequence[Way], levels: Levels) -> Tracks:
    """Tracks in the gutters between columns."""
    runs: dict[int, list[tuple[int, Run]]] = defaultdict(list)
    for number, way in enumerate(ways):
        stretches = turns(number, way, levels)
        for place, (gutter, start, end) in enumerate(stretches):
            after = place == len(stretches) - 1
            from_right = len(stretches) == 2 and after and way.kind == "back"
            goes_right = after and way.course != "round" or (len(stretches) == 2 and not after and way.kind == "forward")
            run = Run(start, end, from_right, goes_right) if start <= end else Run(end, start, goes_right, from_right)
            runs[gutter].append((number, run))
    tracks = Tracks()
    tracks.assign(runs, 8.0)
    return tracks
