"""Where the number of a macro journey's band stands: beside it, clear of cards, other numbers and other bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    for number, (text, curve, width) in enumerate(zip(texts, points, widths, strict=True)):
        if not text:
            labels.append(None)
            continue
        size = measure.width(text, "figure") + 8
        others = [line for place, line in enumerate(lines) if place != number]
        rect = min(
            enumerate(_places(curve, width, size)),
            key=lambda place: (_hits(place[1], full), _crossed(place[1], others), place[0]),
        )[1]
        full.append(rect)
        labels.append(Label(text, rect))
    return labels


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
    """The places beside a band, best first: above a level one, right of a steep one, below a curve."""
    level = len(points) == 2 and points[0][1] == points[1][1]
    jump = len(points) == 4 and points[0][1] == points[3][1]
    for along in _ALONG:
        x, y = at(points, along)
        above = Rect(x - size / 2, y - width / 2 - _GAP - LABEL_HEIGHT, size, LABEL_HEIGHT)
        below = Rect(x - size / 2, y + width / 2 + _GAP, size, LABEL_HEIGHT)
        right = Rect(x + width / 2 + _GAP, y - LABEL_HEIGHT / 2, size, LABEL_HEIGHT)
        left = Rect(x - width / 2 - _GAP - size, y - LABEL_HEIGHT / 2, size, LABEL_HEIGHT)
        yield from (above, below) if level else (below, above) if jump else (right, left)


def _hits(rect: Rect, taken: Sequence[Rect]) -> int:
    return sum(rect.intersects(other) for other in taken)


def _crossed(rect: Rect, lines: Sequence[Sequence[Point]]) -> int:
    grown = rect.grown(3)
    return sum(any(grown.contains(x, y) for x, y in line) for line in lines)
