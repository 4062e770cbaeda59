"""Keeps links apart that come to a gutter from both sides at the same height."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from journeymapper.layout.channels import Levels, Tracks, directed_turns
from journeymapper.layout.ways import Way

_NEAR = 5.0
_ASIDE = 6.0


def cleared(ways: Sequence[Way], levels: Levels, tracks: Tracks) -> Levels:
    """Levels at which no link that enters a card runs over another that left the card on the other side of the gutter.

    That happens where the one turns into the gutter beyond the other; the one that enters gives way by a few points.
    """
    lefts: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    rights: list[tuple[int, float, int, int]] = []
    for number, way in enumerate(ways):
        for turn in directed_turns(number, way, levels):
            track = tracks.of[number, turn.gutter]
            for y, right in ((turn.start, turn.from_right), (turn.end, turn.goes_right)):
                if not right:
                    lefts[turn.gutter, round(y / _NEAR)].append((y, track))
            if turn.goes_right and turn.last:
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
    return levels._replace(entering={**levels.entering, **moved}) if moved else levels
