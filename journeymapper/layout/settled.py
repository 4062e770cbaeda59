"""A micro journey's draft with measures: where cards stand and how high and in which track every link runs."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.channels import Levels, Tracks, Turns, channel_tracks, directed_turns, gutter_tracks
from journeymapper.layout.clearing import cleared
from journeymapper.layout.draft import Draft
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_WIDTH, GUTTER, SIGNED_GUTTER, TRACK
from journeymapper.layout.ports import ports_of
from journeymapper.layout.spacing import Heights, Widths, heights_of, widths_of


class Settled(NamedTuple):
    """The measures of a draft."""

    heights: Heights
    widths: Widths
    rects: list[Rect]
    levels: Levels
    turns: Turns
    gutters: Tracks


def settle(draft: Draft, left: float, top: float) -> Settled:
    """Give a draft its measures, the lanes from `top` on and the columns from `left` on."""
    grid, bodies, ways = draft.grid, draft.bodies, draft.ways
    channels = channel_tracks(grid, ways)
    heights = heights_of(grid, bodies, channels.count, top)
    tops = [heights.rows[row] + body.down for row, body in zip(grid.rows, bodies, strict=True)]
    tall = [body.height for body in bodies]
    leaving, entering = ports_of(draft.slots, ways, tops, tall)
    running = {number: heights.channels[place] + TRACK * track for (number, place), track in channels.of.items()}
    levels = Levels(leaving, entering, running)
    turns: Turns = [directed_turns(number, way, levels) for number, way in enumerate(ways)]
    gutters = gutter_tracks(turns)
    levels, turns = cleared(ways, levels, turns, gutters)
    least = SIGNED_GUTTER if any(mark.signs for mark in draft.marks) else GUTTER
    widths = widths_of(grid, bodies, gutters.count, left, least)
    rects = [
        Rect(widths.columns[column] + body.across, y, CARD_WIDTH, body.height)
        for column, body, y in zip(grid.columns, bodies, tops, strict=True)
    ]
    return Settled(heights, widths, rects, levels, turns, gutters)
