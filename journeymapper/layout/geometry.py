"""The geometry of one journey as it is drawn: rectangles, routes and texts already broken into lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from journeymapper.model.frozen import FrozenMap

Point = tuple[float, float]
"""x to the right and y down, in points of the drawing at 100 %."""


class Rect(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def center(self) -> Point:
        return (self.x + self.w / 2, self.y + self.h / 2)

    def intersects(self, other: Rect) -> bool:
        """Whether the two share some area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the border."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` more on every side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


class Header(NamedTuple):
    """A stage's column head, a phase's band or a lane's label. `ident` is None for "no stage" or "no process"."""

    ident: str | None
    title: str
    rect: Rect
    """The head itself."""
    area: Rect
    """The column or lane that it heads."""
    colour: int = -1
    """Place of the lane's process among the plan's processes; -1 where colour means nothing."""
    row: Literal["top", "bottom"] = "top"
    """Where a macro journey's stage head stands; always top in a micro journey."""
    note: str = ""
    """A second, quieter text at the head's right end."""


class Mini(NamedTuple):
    """The small preview of a micro journey on its event's card."""

    boxes: tuple[tuple[Rect, int], ...]
    """Each step's rectangle and the place of its process."""
    lines: tuple[tuple[Point, Point], ...]


class Card(NamedTuple):
    """An interaction's card; texts are already wrapped or cut to fit."""

    ident: str
    rect: Rect
    title: tuple[str, ...]
    """One or two lines."""
    goal: str
    where: str
    """"channel · interaction point"; on a macro event "10 000 customers · 7 interactions"."""
    process: int
    """Place of the owning process among the plan's processes; -1 where there is none."""
    feeling: float | None
    moment_of_truth: bool
    opens: bool
    milestone: str = ""
    """Text of the tab above a macro event's card: "first contact", "conversion" ..."""
    is_conversion: bool = False
    mini: Mini | None = None
    cut: bool = False
    """Whether some text had to be cut, so that a tooltip should show the whole."""


class Marker(NamedTuple):
    """A diamond where the process changes, or a wave where the medium changes, at its centre."""

    kind: Literal["handover", "medium"]
    at: Point
    state: Literal["good", "bad", "unknown"]
    """Hand-over: with criteria or without; medium: with context, without, or nothing known."""


class Label(NamedTuple):
    """A text in a rounded box on the drawing."""

    text: str
    rect: Rect


class Route(NamedTuple):
    """The way a link takes: an orthogonal polyline from its source's border to its target's, arrow at the end."""

    source: str
    target: str
    points: tuple[Point, ...]
    kind: Literal["forward", "within", "back"]
    label: Label | None = None
    """Its share, near the source; None where the share is unknown."""
    markers: tuple[Marker, ...] = ()
    width: float = 1.4
    """Line width, or the width of the flow in a macro journey."""
    curved: bool = False
    """Whether the points are those of a cubic curve (macro), four in number."""
    assumed: bool = False


class Stub(NamedTuple):
    """Customers who leave at a card: a short red stub below it with its share."""

    source: str
    target: str
    rect: Rect
    label: Label


class Pill(NamedTuple):
    """A start above its card, or the flag of a success."""

    kind: Literal["start", "success", "neutral"]
    ident: str
    """The interaction that starts, or the end."""
    text: str
    rect: Rect


class CurvePoint(NamedTuple):
    """A step's feeling under its card's column."""

    ident: str
    at: Point
    feeling: float
    on_way: bool
    """Whether the step is on the likeliest successful way; the others are dashed."""
    note: str = ""
    """"peak: ..." or "valley: ..."."""
    note_width: float = 0.0


class Curve(NamedTuple):
    """The curve of feeling below the lanes."""

    frame: Rect
    levels: tuple[tuple[float, float], ...]
    """Each feeling from -2 to +2 with its y."""
    points: tuple[CurvePoint, ...]
    """In the order of the way, left to right."""
    band: tuple[tuple[float, float, float], ...]
    """x with the y of the best and of the worst way."""
    second: tuple[Point, ...] = ()
    """A second line, for a persona or for the people who serve."""
    second_name: str = ""


@dataclass(frozen=True, slots=True)
class JourneyGeometry:
    """Everything that is drawn of one journey."""

    journey: str
    level: Literal["macro", "micro"]
    title: str
    subtitle: str
    bounds: Rect
    """All of it, with margins."""
    stages: tuple[Header, ...]
    phases: tuple[Header, ...]
    lanes: tuple[Header, ...]
    cards: FrozenMap[str, Card]
    routes: tuple[Route, ...]
    stubs: tuple[Stub, ...]
    pills: tuple[Pill, ...]
    curve: Curve | None = None
    columns: FrozenMap[str, int] = field(default_factory=FrozenMap)
    """The column of each card, from 0."""
    ranks: FrozenMap[str, int] = field(default_factory=FrozenMap)
    """The rank of each card in the flow, from 0."""
    heading: Rect | None = None
    """Where the title and below it the subtitle are written; None where they have no place on the drawing."""
