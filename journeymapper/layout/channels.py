"""Tracks for everything that runs in a channel between rows or in a gutter between columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

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


class Levels(NamedTuple):
    """How high each link leaves, enters and runs in its channel."""

    leaving: Sequence[float]
    entering: Sequence[float]
    channel: Mapping[int, float]


class Turn(NamedTuple):
    """A stretch up or down of a link in a gutter, in the link's direction."""

    gutter: int
    start: float
    end: float
    from_right: bool
    """Whether the link comes to it from the gutter's right."""
    goes_right: bool
    last: bool
    """Whether the link goes on to its target."""


Turns = Sequence[tuple[Turn, ...]]
"""Those of every link."""


def directed_turns(number: int, way: Way, levels: Levels) -> tuple[Turn, ...]:
    """The stretches of a link in gutters, in its direction."""
    if way.course in ("down", "up"):
        return ()
    leaving, entering = levels.leaving[number], levels.entering[number]
    if way.course == "channel":
        level, back = levels.channel[number], way.kind == "back"
        return (
            Turn(way.leaves, leaving, level, False, not back, False),
            Turn(way.enters, level, entering, back, True, True),
        )
    if way.course == "round":
        return (Turn(way.leaves, leaving, entering, False, False, True),)
    if abs(leaving - entering) < _STRAIGHT:
        return ()
    return (Turn(way.leaves, leaving, entering, False, True, True),)


def gutter_tracks(turns: Turns) -> Tracks:
    """Tracks in the gutters between columns."""
    runs: dict[int, list[tuple[int, Run]]] = defaultdict(list)
    for number, found in enumerate(turns):
        for turn in found:
            if turn.start <= turn.end:
                run = Run(turn.start, turn.end, turn.from_right, turn.goes_right)
            else:
                run = Run(turn.end, turn.start, turn.goes_right, turn.from_right)
            runs[turn.gutter].append((number, run))
    tracks = Tracks()
    tracks.assign(runs, 8.0)
    return tracks
