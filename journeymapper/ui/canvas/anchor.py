"""The anchor: what stays where it is on the screen while the drawing around it changes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from journeymapper.drawing.display import DisplayList
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

_COMPARED = 3000
"""Groups of a display list from which on painting everything anew is sooner done than finding what differs."""


def anchored(old: Scene, new: Scene, viewport: Viewport, pane: Rect, selection: frozenset[str]) -> Viewport:
    """The viewport that leaves a selected card, else the one nearest the middle of the pane, where it is in the view.

    Cards that were just moved by hand are no anchors: they are meant to go elsewhere.
    """
    for ident in _candidates(old, viewport, pane, selection):
        if ident in new.geometry.cards and old.offsets.get(ident) == new.offsets.get(ident):
            before, after = old.geometry.cards[ident].rect, new.geometry.cards[ident].rect
            return replace(viewport, x=viewport.x + after.x - before.x, y=viewport.y + after.y - before.y)
    return viewport


def _candidates(scene: Scene, viewport: Viewport, pane: Rect, selection: frozenset[str]) -> Iterator[str]:
    """The cards in view, selected ones first, then from the middle outwards."""
    middle = viewport.to_drawing(*pane.center)
    seen = viewport.rect_to_drawing(pane)
    cards = scene.geometry.cards
    in_view = [ident for ident, card in cards.items() if card.rect.intersects(seen)]
    far = {ident: math.dist(cards[ident].rect.center, middle) for ident in in_view}
    yield from sorted(in_view, key=lambda ident: (ident not in selection, far[ident]))


def changed_areas(old: DisplayList, new: DisplayList) -> list[Rect] | None:
    """Where two display lists differ; None where it is sooner said that they differ everywhere."""
    if max(len(old.groups), len(new.groups)) > _COMPARED:
        return None
    return [group.bounds for group in set(old.groups) ^ set(new.groups)]
