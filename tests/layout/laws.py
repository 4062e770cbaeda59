"""What must hold for every drawing: a list of what is broken, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from journeymapper.layout.geometry import JourneyGeometry, Rect, Route

_TOUCH = 0.01
MARKER = 10.0


def broken_laws(geometry: JourneyGeometry) -> list[str]:
    """Everything that is wrong with a drawing; an empty list for a good one."""
    found = [*_cards(geometry), *_texts(geometry), *_outside(geometry)]
    if geometry.level == "micro":
        found += [*_cells(geometry), *_routes(geometry), *_lines_under_texts(geometry)]
    return found


def texts_of(geometry: JourneyGeometry) -> list[tuple[str, Rect]]:
    """All labels, signs, stubs' labels and pills, with what they belong to."""
    texts = []
    for route in geometry.routes:
        owner = f"{route.source}>{route.target}"
        if route.label:
            texts.append((owner, route.label.rect))
        texts += [(owner, Rect(*marker.at, 0, 0).grown(MARKER)) for marker in route.markers]
    texts += [(f"stub of {stub.source}", stub.label.rect) for stub in geometry.stubs]
    texts += [(f"pill {pill.ident}", pill.rect) for pill in geometry.pills]
    return texts


def _meet(one: Rect, other: Rect) -> bool:
    return one.grown(-_TOUCH).intersects(other)


def _cards(geometry: JourneyGeometry) -> Iterator[str]:
    for one, other in combinations(geometry.cards.values(), 2):
        if _meet(one.rect, other.rect):
            yield f"card {one.ident} lies on {other.ident}"


def _cells(geometry: JourneyGeometry) -> Iterator[str]:
    for card in geometry.cards.values():
        x, y = card.rect.center
        if geometry.stages and sum(_within(card.rect, stage.area, across=True) for stage in geometry.stages) != 1:
            yield f"card {card.ident} at {x:.0f} is in no one stage"
        if geometry.lanes and sum(_within(card.rect, lane.area, across=False) for lane in geometry.lanes) != 1:
            yield f"card {card.ident} at {y:.0f} is in no one lane"


def _within(rect: Rect, area: Rect, across: bool) -> bool:
    return area.x <= rect.x and rect.right <= area.right if across else area.y <= rect.y and rect.bottom <= area.bottom


def _texts(geometry: JourneyGeometry) -> Iterator[str]:
    texts = texts_of(geometry)
    above = {pill.ident for pill in geometry.pills if pill.kind == "start"} if geometry.level == "macro" else set()
    for owner, rect in texts:
        for card in geometry.cards.values():
            if _meet(rect, card.rect) and not (owner.startswith("pill") and card.ident in above):
                yield f"text of {owner} lies on card {card.ident}"
    for (one, rect), (other, second) in combinations(texts, 2):
        if _meet(rect, second):
            yield f"texts of {one} and {other} lie on each other"


def _outside(geometry: JourneyGeometry) -> Iterator[str]:
    bounds = geometry.bounds
    rects = [(card.ident, card.rect) for card in geometry.cards.values()] + texts_of(geometry)
    heads = (*geometry.stages, *geometry.phases, *geometry.lanes)
    rects += [(head.title, head.rect) for head in heads] + [("stub", stub.rect) for stub in geometry.stubs]
    rects += [
        ("a route", Rect(*point, 0, 0)) for route in geometry.routes if not route.curved for point in route.points
    ]
    rects += [("curve", Rect(*point.at, 0, 0)) for point in (geometry.curve.points if geometry.curve else ())]
    for owner, rect in rects:
        if not (bounds.contains(rect.x, rect.y) and bounds.contains(rect.right, rect.bottom)):
            yield f"{owner} at {rect} is outside {bounds}"


def segments(route: Route) -> list[Rect]:
    """The straight stretches of a route, as flat rectangles."""
    return [Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in pairwise(route.points)]


def _routes(geometry: JourneyGeometry) -> Iterator[str]:
    lines = [(f"{route.source}>{route.target}", segments(route)) for route in geometry.routes]
    for owner, stretches in lines:
        for stretch in stretches:
            if stretch.w and stretch.h:
                yield f"{owner} runs askew"
            for card in geometry.cards.values():
                if stretch.grown(_TOUCH).intersects(card.rect.grown(-1)):
                    yield f"{owner} runs through {card.ident}"
    for (one, first), (other, second) in combinations(lines, 2):
        if any(_run_together(a, b) for a in first for b in second):
            yield f"{one} and {other} run together"


def _run_together(one: Rect, other: Rect) -> bool:
    """Whether two stretches of one direction run less than 3 points apart, for more than 2 points."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    if one.h == other.h == 0:
        return abs(one.y - other.y) < 3 and across > 2
    return one.w == other.w == 0 and abs(one.x - other.x) < 3 and down > 2


def _lines_under_texts(geometry: JourneyGeometry) -> Iterator[str]:
    lines = [(f"{route.source}>{route.target}", segments(route)) for route in geometry.routes]
    for text, rect in texts_of(geometry):
        for owner, stretches in lines:
            if owner != text and any(stretch.grown(_TOUCH).intersects(rect.grown(-0.5)) for stretch in stretches):
                yield f"{owner} runs under the text of {text}"
