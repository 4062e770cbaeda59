"""The corners of every route, with its label and its signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymapper.layout.channels import Levels, Tracks, Turns
from journeymapper.layout.geometry import Label, Marker, Point, Rect, Route
from journeymapper.layout.marks import Mark
from journeymapper.layout.metrics import LABEL_GAP, LABEL_HEIGHT, MARKER, MARKER_GAP, TRACK
from journeymapper.layout.network import Network
from journeymapper.layout.spacing import Widths
from journeymapper.layout.ways import Way


class Tracer(NamedTuple):
    """Everything that routes are made from."""

    network: Network
    rects: Sequence[Rect]
    levels: Levels
    turns: Turns
    gutters: Tracks
    widths: Widths

    def route(self, number: int, way: Way, mark: Mark) -> Route:
        """The route of one link."""
        points = self._upright(way) if way.course in ("down", "up") else self._corners(number, way)
        label, markers = _beside(points, mark)
        idents = self.network.idents
        return Route(
            idents[way.source], idents[way.target], points, way.kind, label, markers, mark.line, assumed=mark.assumed
        )

    def _upright(self, way: Way) -> tuple[Point, ...]:
        source, target = self.rects[way.source], self.rects[way.target]
        x = source.center[0]
        return ((x, source.bottom), (x, target.y)) if way.course == "down" else ((x, source.y), (x, target.bottom))

    def _corners(self, number: int, way: Way) -> tuple[Point, ...]:
        leaving, entering = self.levels.leaving[number], self.levels.entering[number]
        points: list[Point] = [(self.rects[way.source].right, leaving)]
        for turn in self.turns[number]:
            x = self.widths.tracks[turn.gutter] + TRACK * self.gutters.of[number, turn.gutter]
            points += [(x, turn.start), (x, turn.end)]
        target = self.rects[way.target]
        points.append((target.right if way.course == "round" else target.x, entering))
        return tuple(points)


def _beside(points: Sequence[Point], mark: Mark) -> tuple[Label | None, tuple[Marker, ...]]:
    """The label and the signs at the beginning of a route: on a line to the right, beside one that runs up or down."""
    (x, y), (_, towards) = points[0], points[1]
    if towards != y:
        y += (LABEL_GAP + LABEL_HEIGHT / 2) * (1 if towards > y else -1)
    label = None
    if mark.text:
        x += LABEL_GAP
        label = Label(mark.text, Rect(x, y - LABEL_HEIGHT / 2, mark.text_width, LABEL_HEIGHT))
        x += mark.text_width
    markers = []
    for kind, state in mark.signs:
        x += MARKER_GAP + MARKER / 2
        markers.append(Marker(kind, (x, y), state))
        x += MARKER / 2
    return label, tuple(markers)
