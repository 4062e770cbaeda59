"""The viewport: which part of a drawing a view shows, and how large."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.geometry import Point, Rect

SMALLEST = 0.1
READABLE = 0.45
"""From this zoom on cards show all their texts."""
LARGEST = 4.0
SLACK = 80.0
"""Pixels that a view may be moved past the drawing's end, so that nothing has to be worked on at the very edge."""


class Viewport(NamedTuple):
    """The drawing's point at the view's top-left corner, and how many pixels a point of the drawing takes."""

    x: float = 0
    y: float = 0
    zoom: float = 1

    def to_view(self, x: float, y: float) -> Point:
        """Where a point of the drawing is in the view."""
        return (x - self.x) * self.zoom, (y - self.y) * self.zoom

    def to_drawing(self, x: float, y: float) -> Point:
        """Which point of the drawing is at a pixel of the view."""
        return self.x + x / self.zoom, self.y + y / self.zoom

    def rect_to_view(self, rect: Rect) -> Rect:
        """Where a rectangle of the drawing is in the view."""
        return Rect(*self.to_view(rect.x, rect.y), rect.w * self.zoom, rect.h * self.zoom)

    def rect_to_drawing(self, rect: Rect) -> Rect:
        """Which rectangle of the drawing fills a rectangle of the view."""
        return Rect(*self.to_drawing(rect.x, rect.y), rect.w / self.zoom, rect.h / self.zoom)

    def panned(self, dx: float, dy: float) -> Viewport:
        """The drawing moved by pixels to the right and down."""
        return self._replace(x=self.x - dx / self.zoom, y=self.y - dy / self.zoom)

    def zoomed(self, zoom: float, at: Point) -> Viewport:
        """Another zoom, within its limits; what is at the pixel `at` stays there."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        x, y = self.to_drawing(*at)
        return Viewport(x - at[0] / zoom, y - at[1] / zoom, zoom)

    def on_pixels(self, ratio: float) -> Viewport:
        """Moved to the next whole device pixel, so that painted text stays sharp; `ratio` is pixels a pixel."""
        step = self.zoom * ratio
        return self._replace(x=round(self.x * step) / step, y=round(self.y * step) / step)


class Room(NamedTuple):
    """The part of a drawing that is moved about, and the pane of the view that it is moved about in."""

    body: Rect
    """In points of the drawing."""
    pane: Rect
    """In pixels of the view."""
    pinned: bool
    """Whether heads and labels stand at the pane's left and top, so that the body never leaves them."""

    def held(self, viewport: Viewport) -> Viewport:
        """The nearest viewport in which the body does not leave the pane."""
        left, top = viewport.to_view(self.body.x, self.body.y)
        w, h = self.body.w * viewport.zoom, self.body.h * viewport.zoom
        dx = self._within(left, self.pane.x, self.pane.w, w) - left
        dy = self._within(top, self.pane.y, self.pane.h, h) - top
        return viewport.panned(dx, dy)

    def _within(self, at: float, start: float, room: float, size: float) -> float:
        end = start + room - size
        slack = min(SLACK, size / 2, room / 2)
        if self.pinned:
            return min(max(at, min(start, end - slack)), start)
        return min(max(at, min(start, end) - slack), max(start, end) + slack)

    def fitting(self, rect: Rect, largest: float = 1, margin: float = 24) -> Viewport:
        """The whole rectangle in the middle of the pane, at `largest` at most; its beginning where it is too large."""
        w, h = max(self.pane.w - 2 * margin, 1), max(self.pane.h - 2 * margin, 1)
        zoom = min(w / max(rect.w, 1), h / max(rect.h, 1), largest)
        zoom = min(max(zoom, SMALLEST), LARGEST)
        x = _middle(rect.x, rect.w, self.pane.w / zoom) - self.pane.x / zoom
        y = _middle(rect.y, rect.h, self.pane.h / zoom) - self.pane.y / zoom
        return self.held(Viewport(x, y, zoom))

    def first(self, smallest: float = 0.7) -> Viewport:
        """How a journey is shown first: as large as the pane if it can be read then, else from its beginning."""
        fitted = self.fitting(self.body)
        if not self.pinned and fitted.zoom >= READABLE:
            return fitted
        zoom = min(max(self.pane.w / max(self.body.w, 1), smallest), 1.0) if self.pinned else READABLE
        return self.held(Viewport(self.body.x - self.pane.x / zoom, self.body.y - self.pane.y / zoom, zoom))

    def revealing(self, viewport: Viewport, rect: Rect, margin: float = 32) -> Viewport:
        """Moved as little as needed for the rectangle to be in the pane."""
        seen = viewport.rect_to_view(rect).grown(margin)
        dx = _into(seen.x, seen.w, self.pane.x, self.pane.w)
        dy = _into(seen.y, seen.h, self.pane.y, self.pane.h)
        return self.held(viewport.panned(dx, dy)) if dx or dy else viewport


def _middle(at: float, size: float, room: float) -> float:
    """Where to look from to have a stretch in the middle, or its beginning where it is too long."""
    return at - max(room - size, 0) / 2


def _into(at: float, size: float, start: float, room: float) -> float:
    """How far to move a stretch so that it lies inside, its beginning first."""
    if at < start or size > room:
        return start - at
    return min(start + room - at - size, 0.0)
