"""The gesture that draws a link: from a port of a card to another step, or to nothing for a new interaction."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from journeymapper.layout.geometry import Point, Rect
from journeymapper.ui.canvas.camera import Camera
from journeymapper.ui.canvas.gestures import Preview
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Viewport

NEAR = 8.0
"""Pixels that the pointer may be beside a port."""
SMALLEST = 0.45
"""The zoom below which cards have no ports."""


def ports_of(rect: Rect) -> tuple[Point, Point, Point, Point]:
    """The middles of a card's sides."""
    x, y = rect.center
    return (x, rect.y), (rect.right, y), (x, rect.bottom), (rect.x, y)


def shown_ports(scene: Scene, viewport: Viewport, selection: frozenset[str]) -> Iterator[Point]:
    """The ports in pixels of the view: those of the selected card, if it is the only one."""
    card = scene.geometry.cards.get(next(iter(selection))) if len(selection) == 1 else None
    if card is not None and viewport.zoom >= SMALLEST:
        yield from ports_of(viewport.rect_to_view(card.rect))


def is_on_port(scene: Scene, viewport: Viewport, selection: frozenset[str], at: Point) -> bool:
    """Whether a pixel of the view is on a port."""
    return any(math.dist(at, port) <= NEAR for port in shown_ports(scene, viewport, selection))


class DrawLink:
    """Draws a link from a card; `link` gets the step that it ends at, or the point of the drawing on nothing."""

    def __init__(
        self, camera: Camera, scene: Scene, source: str, at: Point, link: Callable[[str, Point], None]
    ) -> None:
        self._camera = camera
        self._scene = scene
        self._source = source
        self._link = link
        self._from = camera.viewport.to_drawing(*at)
        self._to = self._from
        self._target = ""

    @property
    def preview(self) -> Preview:
        return Preview(chosen=frozenset({self._target} - {""}), line=(self._from, self._to))

    def move(self, at: Point) -> None:
        self._to = self._camera.viewport.to_drawing(*at)
        hit = self._scene.hits.at(*self._to, self._camera.viewport.zoom)
        self._target = hit.owner if hit and hit.group.kind in ("card", "pill") else ""

    def release(self) -> None:
        if self._target != self._source:
            self._link(self._target, self._to)

    def cancel(self) -> None:
        """Nothing was linked yet."""
