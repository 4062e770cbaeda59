"""Keeps links apart that come to a gutter from both sides at the same height."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from journeymapper.layout.channels import Levels, Tracks, Turns, directed_turns
from journeymapper.layout.ways import Way

_NEAR = 5.0
_ASIDE = 6.0


def cleared(ways: Sequence[Way], levels: Levels, turns: Turns, tracks: Tracks) -> tuple[Levels, Turns]:
    """Levels at which no link that enters a card runs over another that left the card on the other side of the gutter.

    That happens where the one turns into the gutter beyond the other; the one that enters gives way by a few points.
    """
    moved = _moved(turns, tracks)
    if not moved:
        return levels, turns
    levels = levels._replace(entering=[moved.get(number, y) for number, y in enumerate(levels.entering)])
    return levels, [
        directed_turns(number, ways[number], levels) if number in moved else found for number, found in enumerate(turns)
    ]


def _moved(turns: Turns, tracks: Tracks) -> dict[int, float]:
    """Where the links that give way enter instead."""
    lefts: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    rights: list[tuple[int, float, int, int]] = []
    for number, found in enumerate(turns):
        for turn in found:
            track = tracks.of[number, turn.gutter]
            if not turn.from_right:
                lefts[turn.gutter, round(turn.start / _NEAR)].append((turn.start, track))
            if not turn.goes_right:
                lefts[turn.gutter, round(turn.end / _NEAR)].append((turn.end, track))
            elif turn.last:
                rights.append((turn.gutter, turn.end, track, number))
    moved = {}
    for gutter, y, track, number in rights:
        bucket = round(y / _NEAR)
        met = [
            level
            for near in (bucket - 1, bucket, bucket + 1)
            for level, other in lefts.get((gutter, near), ())
            if other > track and abs(level - y) < _NEAR
        ]
        if met:
            moved[number] = met[0] + (_ASIDE if y >= met[0] else -_ASIDE)
    return moved
