"""The display list: the few primitives that everything is drawn with, already measured, in colours by name.

Primitives are named tuples, which are made several times faster than dataclasses: there are ten to a card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_args

from journeymapper.drawing.view import View
from journeymapper.layout.geometry import Point, Rect
from journeymapper.layout.text import TextRole

Colour = str
"""A token of the theme (``"ink"``, ``"accent"``, ``"process:0"``) or ``"#RRGGBB"``; ``"token/12"`` is 12 % of it."""

Layer = Literal["ground", "lanes", "links", "cards", "labels", "heads", "curve", "page"]
"""Painted in this order; the canvas can hold `heads`, `lanes` and `curve` in view."""

LAYERS: tuple[Layer, ...] = get_args(Layer)

Kind = Literal["page", "stage", "phase", "lane", "link", "card", "label", "stub", "pill", "curve", "ground"]

Detail = Literal["full", "title", "colour"]
"""How much is painted: everything; cards with their titles only; cards as coloured boxes."""

Command = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]


class Box(NamedTuple):
    """A rectangle, rounded by `radius`."""

    rect: Rect
    radius: float = 0
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1
    dash: tuple[float, ...] = ()
    """Lengths of strokes and gaps, in points of the drawing."""


class Path(NamedTuple):
    """Lines and cubic curves: move, line, curve, close. Ends are cut straight, or round with `round_ends`."""

    commands: tuple[Command, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1
    dash: tuple[float, ...] = ()
    round_ends: bool = False


class Text(NamedTuple):
    """One line of text; `at` is the left, centre or right end of its baseline."""

    text: str
    at: Point
    role: TextRole
    colour: Colour
    align: Literal["left", "centre", "right"] = "left"
    plate: Colour | None = None
    """What lies behind the letters, where lines may run below them."""


class Image(NamedTuple):
    """A picture, encoded as PNG or JPEG."""

    rect: Rect
    data: bytes


class Sign(NamedTuple):
    """A small drawing that stands in many places: outlines around the origin, put at a point.

    Signs of one name look alike. Within a group they lie above the rounded boxes that it begins with.
    """

    name: str
    at: Point
    paths: tuple[Path, ...]


Primitive = Box | Path | Text | Image | Sign


Drawer = Callable[[Detail], tuple[Primitive, ...]]
"""Makes the primitives of a group for that much detail."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Primitives that belong together: a card, a link, a lane. `owner` says which item of the journey they show.

    They are made when they are asked for, so that a journey of thousands of cards is open at once. Within a group,
    texts lie above everything else.
    """

    kind: Kind
    owner: str
    """An interaction's or end's id, ``"source>target"`` of a link, a stage's or lane's id, or ``""``."""
    layer: Layer
    bounds: Rect
    at: Drawer
    """The primitives for a detail."""
    tip: str = ""
    """Plain text for a tooltip, where something was cut."""
    near: bool = False
    """Whether it is painted in full detail only."""

    @property
    def items(self) -> tuple[Primitive, ...]:
        """The primitives in full detail."""
        return self.at("full")


def still(*items: Primitive) -> Drawer:
    """Draws the same at every detail."""
    return lambda _detail: items


@dataclass(frozen=True, eq=False)
class Run:
    """Groups of one kind in one layer, one for each of the items; a group is made when it is asked for.

    Of thousands of cards and links some dozens are in view: only where the others are is worked out.
    """

    kind: Kind
    layer: Layer
    items: Sequence[Any]
    draw: Callable[[Any], Group]
    bounds: Callable[[Any], Rect]
    """Where an item's group is, but for a margin."""
    owner: Callable[[Any], str]
    near: bool = False
    """Whether they are painted in full detail only."""
    margin: float = 0.0
    """How far groups reach past these bounds."""

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Group:
        return self.draw(self.items[place])

    def __iter__(self) -> Iterator[Group]:
        return map(self.draw, self.items)

    @cached_property
    def view(self) -> View:
        """Finds the groups that touch a rectangle."""
        return View([self.bounds(item) for item in self.items], self.margin)

    def of(self, owner: str) -> list[Group]:
        """The groups that show an item of the journey."""
        return [self[place] for place, other in enumerate(self._owners) if other == owner]

    @cached_property
    def _owners(self) -> Sequence[str]:
        return [self.owner(item) for item in self.items]


def runs_of(groups: Iterable[Group]) -> Iterator[Run]:
    """Groups that are there already, as runs."""
    for (kind, layer, near), alike in groupby(groups, key=_ALIKE):
        yield Run(kind, layer, tuple(alike), _itself, attrgetter("bounds"), attrgetter("owner"), near)


_ALIKE = attrgetter("kind", "layer", "near")


def _itself(group: Group) -> Group:
    return group


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class DisplayList:
    """All that is painted of one journey, in painting order.

    Compared by identity, so that what a painter prepares for it can be kept as long as it lives.
    """

    bounds: Rect
    runs: tuple[Run, ...]
    title: str = ""
    author: str = ""

    @classmethod
    def of(cls, bounds: Rect, groups: Iterable[Group], title: str = "") -> DisplayList:
        """The display list of a few groups."""
        return cls(bounds, tuple(runs_of(groups)), title)

    @property
    def groups(self) -> tuple[Group, ...]:
        """All its groups."""
        return tuple(chain.from_iterable(self.runs))
