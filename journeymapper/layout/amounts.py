"""Where the number of a macro journey's band stands: beside it, clear of cards, other numbers and other bands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from journeymapper.layout.geometry import Label, Point, Rect
from journeymapper.layout.metrics import LABEL_HEIGHT
from journeymapper.layout.text import TextMeasure

_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85)
_SAMPLES = 24
_GAP = 5.0


def amounts(
    texts: Sequence[str], points: Sequence[Sequence[Point]], widths: Sequence[float], taken: Sequence[Rect],
    measure: TextMeasure,
) -> list[Label | None]:  # fmt: skip
    """A label for every band that has a text; `taken` are the places that must stay free."""
    full = list(taken)
    lines = [[at(curve, step / _SAMPLES) for step in range(_SAMPLES + 1)] for curve in points]
    labels: list[Label | None] = []
    for text, curve, width in zip(texts, points, widths, strict=True):
        if not text:
            labels.append(None)
            continue
        size = measure.width(text, "figure") + 8
        rect = _clearest(_places(curve, width, size), full, lines)
        full.append(rect)
        labels.append(Label(text, rect))
    return labels


def _clearest(places: Iterable[Rect], taken: Sequence[Rect], lines: Sequence[Sequence[Point]]) -> Rect:
    """The place that hides the fewest other things, then the fewest bands; the first one of equals."""
    tried: list[tuple[tuple[int, int], Rect]] = []
    for place in places:
        hidden = _hits(place, taken), _crossed(place, lines)
        if not any(hidden):
            return place
        tried.append((hidden, place))
    return min(tried, key=itemgetter(0))[1]


def at(points: Sequence[Point], along: float) -> Point:
    """The point of a straight line (two points) or a cubic curve (four), `along` from 0 to 1."""
    rest = 1 - along
    if len(points) == 2:
        weights: tuple[float, ...] = (rest, along)
    else:
        weights = (rest**3, 3 * rest**2 * along, 3 * rest * along**2, along**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, points, strict=True)),
    )


def _places(points: Sequence[Point], width: float, size: float) -> Iterator[Rect]:
    """The places beside a band, best first: in the middle, above it or at its right, below a jump."""
    jump = len(points) == 4 and points[0][1] == points[3][1]
    for along in _ALONG:
        (x, y), (across, down) = at(points, along), _normal(points, along)
        off = width / 2 + _GAP + abs(across) * size / 2 + abs(down) * LABEL_HEIGHT / 2
        for side in (-off, off) if jump else (off, -off):
            yield Rect(x + side * across - size / 2, y + side * down - LABEL_HEIGHT / 2, size, LABEL_HEIGHT)


def _normal(points: Sequence[Point], along: float) -> Point:
    """The direction square to a band, to the right or, where it is level, up."""
    (x1, y1), (x2, y2) = at(points, along - 0.01), at(points, along + 0.01)
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    across, down = (y2 - y1) / length, (x1 - x2) / length
    flip = across < 0 if abs(across) > abs(down) else down > 0
    return (-across, -down) if flip else (across, down)


def _hits(rect: Rect, taken: Sequence[Rect]) -> int:
    return sum(rect.intersects(other) for other in taken)


def _crossed(rect: Rect, lines: Sequence[Sequence[Point]]) -> int:
    grown = rect.grown(2)
    return sum(any(grown.contains(x, y) for x, y in line) for line in lines)
