"""The geometry of a macro journey, placed by hand, so that drawing is tested without the layout."""

from itertools import pairwise

from journeymapper.layout.geometry import (
    Card,
    Header,
    JourneyGeometry,
    Label,
    Mini,
    Point,
    Rect,
    Route,
    Stub,
)
from journeymapper.model.frozen import FrozenMap

EVENTS = {
    "discover": (96, 294, "Discovers the brand", "first contact"),
    "sample": (416, 294, "Tries a sample box", "conversion"),
    "enjoy": (416, 604, "Drinks, adjusts, asks", ""),
    "renew": (96, 604, "Renews", "last contact"),
}
STAGES = (
    Header("engagement", "Engagement", Rect(66, 194, 290, 38), Rect(66, 194, 290, 300)),
    Header("transaction", "Transaction", Rect(386, 194, 290, 38), Rect(386, 194, 290, 300)),
    Header("service", "Service", Rect(66, 850, 610, 38), Rect(66, 550, 610, 300), row="bottom",
           note="… and round again: 410 of 10 000 come back"),
)  # fmt: skip
PHASES = (
    Header("attraction", "Attraction", Rect(66, 240, 290, 18), Rect(66, 240, 290, 300)),
    Header("growth", "Growth", Rect(66, 896, 610, 18), Rect(66, 550, 610, 300)),
)
ROUTES = (
    Route("discover", "sample", ((326, 369), (416, 369)), "forward", Label("3 800", Rect(350, 330, 42, 16)), width=34),
    Route("sample", "enjoy", ((531, 444), (531, 604)), "forward", Label("2 180", Rect(545, 516, 42, 16)), width=20),
    Route("enjoy", "renew", ((416, 679), (326, 679)), "forward", Label("690", Rect(356, 655, 30, 16)), width=6),
    Route("renew", "discover", ((211, 604), (211, 444)), "back", Label("410", Rect(220, 516, 30, 16)), width=4),
    Route("enjoy", "discover", ((500, 754), (480, 830), (240, 830), (200, 754)), "back",
          Label("1 400", Rect(330, 800, 42, 16)), width=13, curved=True, assumed=True),
)  # fmt: skip
STUBS = (
    Stub("discover", "lost", Rect(270, 444, 20, 22), Label("6 200 leave", Rect(298, 450, 70, 16))),
    Stub("sample", "lost", Rect(590, 444, 5, 22), Label("1 460 leave", Rect(603, 450, 70, 16))),
)


def macro() -> JourneyGeometry:
    """A macro journey of four events in two rows."""
    return JourneyGeometry(
        journey="life",
        level="macro",
        title="A coffee drinker's life with us",
        subtitle="Macro journey · 10 000 customers start in a year",
        bounds=Rect(40, 110, 700, 820),
        stages=STAGES,
        phases=PHASES,
        lanes=(),
        cards=FrozenMap({ident: _event(place, ident) for place, ident in enumerate(EVENTS)}),
        routes=ROUTES,
        stubs=STUBS,
        pills=(),
        heading=Rect(66, 124, 610, 52),
    )


def _event(place: int, ident: str) -> Card:
    x, y, title, milestone = EVENTS[ident]
    return Card(
        ident,
        Rect(x, y, 230, 150),
        (title,),
        "",
        "10 000 customers · 7 interactions",
        place % 3,
        None,
        moment_of_truth=False,
        opens=True,
        milestone=milestone,
        is_conversion=milestone == "conversion",
        mini=Mini(_boxes(x, y), _lines(x, y)),
    )


def _boxes(x: float, y: float) -> tuple[tuple[Rect, int], ...]:
    places = ((0, 0, 1), (1, 2, 2), (2, 2, 2), (4, 0, 1), (5, 1, 0), (6, 2, 2), (8, 1, 0))
    return tuple((Rect(x + 16 + 22 * column, y + 60 + 22 * row, 17, 10), process) for column, row, process in places)


def _lines(x: float, y: float) -> tuple[tuple[Point, Point], ...]:
    centres = [rect.center for rect, _ in _boxes(x, y)]
    return tuple(pairwise(centres))
