"""The anchor: what stays where it is on the screen while the drawing around it changes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymapper.layout.geometry import Card, JourneyGeometry, Pill, Rect, Route, Stub
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

_COMPARED = 1500
"""Cards from which on painting everything anew is sooner done than finding what differs."""
TAB = 70.0
"""Points around a card that its shadow, tab and problem mark may take at the smallest zoom."""


def anchored(old: Scene, new: Scene, viewport: Viewport, pane: Rect, selection: frozenset[str]) -> Viewport:
    """The viewport that leaves a selected card, else the one nearest the middle of the pane, where it is in the view.

    Cards that were just moved by hand are no anchors: they are meant to go elsewhere.
    """
    for ident in _candidates(old, viewport, pane, selection):
        if ident in new.geometry.cards and old.offsets.get(ident) == new.offsets.get(ident):
            before, after = old.geometry.cards[ident].rect, new.geometry.cards[ident].rect
            return viewport._replace(x=viewport.x + after.x - before.x, y=viewport.y + after.y - before.y)
    return viewport


def _candidates(scene: Scene, viewport: Viewport, pane: Rect, selection: frozenset[str]) -> Iterator[str]:
    """The cards in view, selected ones first, then from the middle outwards."""
    middle = viewport.to_drawing(*pane.center)
    seen = viewport.rect_to_drawing(pane)
    cards = scene.geometry.cards
    in_view = [ident for ident, card in cards.items() if card.rect.intersects(seen)]
    far = {ident: math.dist(cards[ident].rect.center, middle) for ident in in_view}
    yield from sorted(in_view, key=lambda ident: (ident not in selection, far[ident]))


def changed_areas(old: Scene, new: Scene) -> list[Rect] | None:
    """Where two drawings of a journey differ; None where it is sooner said that they differ everywhere."""
    before, after = old.geometry, new.geometry
    if len(after.cards) > _COMPARED or before.stages != after.stages or before.lanes != after.lanes:
        return None
    areas: list[Rect] = []
    for where in (_cards, _routes, _stubs, _pills):
        areas += [rect for _, rect in where(before).items() ^ where(after).items()]
    read = [after.cards[ident] for ident in old.unread.keys() ^ new.unread.keys() if ident in after.cards]
    return [*areas, *(card.rect.grown(TAB) for card in read)]


def _cards(geometry: JourneyGeometry) -> dict[Card, Rect]:
    return {card: card.rect.grown(TAB) for card in geometry.cards.values()}


def _routes(geometry: JourneyGeometry) -> dict[Route, Rect]:
    return {route: _around(route) for route in geometry.routes}


def _stubs(geometry: JourneyGeometry) -> dict[Stub, Rect]:
    return {stub: stub.rect.united(stub.label.rect).grown(4) for stub in geometry.stubs}


def _pills(geometry: JourneyGeometry) -> dict[Pill, Rect]:
    return {pill: pill.rect.grown(4) for pill in geometry.pills}


def _around(route: Route) -> Rect:
    """A link with its label and markers."""
    xs, ys = zip(*route.points, strict=True)
    rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    for marker in route.markers:
        rect = rect.united(Rect(*marker.at, 0, 0))
    if route.label:
        rect = rect.united(route.label.rect)
    return rect.grown(route.width + 16)
