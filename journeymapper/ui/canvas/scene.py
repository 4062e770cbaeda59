"""The scene: one journey as the canvas shows it, with what is derived from its picture."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journeymapper.drawing.composing import Composition
from journeymapper.drawing.curve import draw_dot
from journeymapper.drawing.display import Detail, DisplayList, Group, Kind
from journeymapper.drawing.link import draw_stubs
from journeymapper.drawing.link import owner as owner_of
from journeymapper.layout.geometry import CurvePoint, JourneyGeometry, Rect, Route
from journeymapper.model.plan import Offset
from journeymapper.ui.canvas.hits import Hit, HitIndex
from journeymapper.ui.canvas.unread import Unread

FULL_FROM, TITLE_FROM = 0.45, 0.2
"""The zoom from which cards show everything, and from which they show their titles."""
PAD = 8.0
"""Points above and below the stage heads."""
NEAR_POINT = 8.0
"""Pixels that the pointer may be beside a point of the curve."""
SCALE_BEFORE = 60.0
"""Points from the scale of the curve of feeling to its first point."""
_ITEMS: frozenset[Kind] = frozenset({"card", "link", "label", "stub", "pill"})
"""What shows a single item of the journey."""


@dataclass(frozen=True)
class Scene:
    """The picture of a journey and how to find things in it."""

    journey: str
    composition: Composition
    offsets: Mapping[str, Offset] = field(default_factory=dict)
    """The cards that were moved by hand, by how much."""
    unread: Unread = field(default_factory=dict)
    """The interactions that could not be read."""

    @property
    def geometry(self) -> JourneyGeometry:
        return self.composition.geometry

    @property
    def display(self) -> DisplayList:
        return self.composition.display

    @property
    def pinned(self) -> bool:
        """Whether stage heads and lane labels stay in view: where stages are columns and lanes are rows."""
        return self.geometry.level == "micro" and bool(self.geometry.stages)

    @cached_property
    def hits(self) -> HitIndex:
        return HitIndex(self.display, self.geometry)

    @cached_property
    def body(self) -> Rect:
        """What is moved about: everything, or all between the pinned heads, labels and curve."""
        everything = self.geometry.bounds
        if not self.pinned:
            return everything
        x = min((header.area.x for header in self.geometry.stages), default=everything.x)
        heads = max(
            (header.rect.bottom for header in (*self.geometry.stages, *self.geometry.phases)), default=everything.y
        )
        y = min((lane.area.y for lane in self.geometry.lanes), default=heads + PAD)
        bottom = self.geometry.curve.frame.y if self.geometry.curve else everything.bottom
        return Rect(x, y, everything.right - x, bottom - y)

    @cached_property
    def heads_top(self) -> float:
        """Where the strip of stage heads begins."""
        return min((header.rect.y for header in self.geometry.stages), default=self.body.y) - PAD

    @cached_property
    def curve_left(self) -> float:
        """Pixels at the left of the curve of feeling that its scale takes."""
        points = self.geometry.curve.points if self.geometry.curve else ()
        start = min((point.at[0] for point in points), default=self.body.x)
        return start - SCALE_BEFORE - self.geometry.bounds.x

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The cards as the customer meets them: by rank in the flow, then from left to right, from top to bottom."""
        cards = self.geometry.cards
        ranks = self.geometry.ranks
        return tuple(sorted(cards, key=lambda ident: (ranks.get(ident, 0), cards[ident].rect.x, cards[ident].rect.y)))

    @cached_property
    def _routes(self) -> dict[str, Route]:
        return {owner_of(route): route for route in self.geometry.routes}

    def route(self, owner: str) -> Route | None:
        """The way of a link; None where it is not drawn as a line."""
        return self._routes.get(owner)

    def hit_on_curve(self, x: float, y: float, zoom: float) -> Hit | None:
        """The step whose point on the curve of feeling is at x of the drawing and y of its strip."""
        curve = self.geometry.curve
        if curve is None:
            return None
        near = NEAR_POINT / zoom
        start = bisect_left(curve.points, x - near, key=_x_of)
        for point in curve.points[start : bisect_right(curve.points, x + near, key=_x_of)]:
            if abs(point.at[1] - curve.frame.y - y) <= NEAR_POINT:
                return Hit(point.ident, draw_dot(point))
        return None

    def groups_of(self, owner: str) -> tuple[Group, ...]:
        """What shows an item of the journey; of an end that has no pill, the stubs of those who leave."""
        if owner not in self._groups:
            shown = [group for run in self.display.runs if run.kind in _ITEMS for group in run.of(owner)]
            leading = [stub for stub in self.geometry.stubs if stub.target == owner] if not shown else ()
            self._groups[owner] = (*shown, *draw_stubs(leading))
        return self._groups[owner]

    @cached_property
    def _groups(self) -> dict[str, tuple[Group, ...]]:
        return {}

    @cached_property
    def _alone(self) -> dict[str, DisplayList]:
        return {}

    def alone(self, owner: str) -> DisplayList:
        """What shows an item of the journey, as a drawing of its own."""
        if owner not in self._alone:
            self._alone[owner] = DisplayList.of(self.display.bounds, self.groups_of(owner))
        return self._alone[owner]

    def rect_of(self, owner: str) -> Rect | None:
        """Where an item of the journey is; None where it is not drawn."""
        card = self.geometry.cards.get(owner)
        if card is not None:
            return card.rect
        groups = self.groups_of(owner)
        return groups[0].bounds if groups else None

    def rect_of_all(self, owners: frozenset[str]) -> Rect | None:
        """The smallest rectangle around items of the journey; None where none is drawn."""
        rects = [rect for rect in map(self.rect_of, sorted(owners)) if rect is not None]
        united = rects[0] if rects else None
        for rect in rects[1:]:
            united = united.united(rect) if united else rect
        return united

    @cached_property
    def _neighbours(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for route in self.geometry.routes:
            found.setdefault(route.source, []).append(route.target)
        for route in self.geometry.routes:
            found.setdefault(route.target, []).append(route.source)
        return found

    def neighbours(self, ident: str) -> Sequence[str]:
        """The cards that a card is linked with, its successors first."""
        return self._neighbours.get(ident, ())


def _x_of(point: CurvePoint) -> float:
    return point.at[0]


def detail_at(zoom: float) -> Detail:
    """How much a card says at a zoom."""
    if zoom >= FULL_FROM:
        return "full"
    return "title" if zoom >= TITLE_FROM else "colour"
