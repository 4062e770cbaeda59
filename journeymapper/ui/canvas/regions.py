"""Regions: how the canvas is divided into the moving body and the strips that stay in view around it."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.viewport import Room, Viewport

FOLDED = 28.0
"""Pixels that the curve of feeling takes when it is folded away."""
_LEAST_BODY = 160.0
"""Pixels that the strips leave to the body at least; if there are fewer, the curve is folded."""


class Regions(NamedTuple):
    """Sizes in pixels of what surrounds the body in a view of `width` by `height`; all zero where nothing is pinned."""

    width: float
    height: float
    head: float = 0
    """Height of the stage heads at the top."""
    gutter: float = 0
    """Width of the lane labels at the left."""
    foot: float = 0
    """Height of the curve of feeling at the bottom."""
    foot_top: float = 0
    """Where the curve begins: below the body, or at the view's bottom where the body is higher than the view."""

    @property
    def pane(self) -> Rect:
        """Where the body is moved about."""
        height = self.height - self.head - self.foot
        return Rect(self.gutter, self.head, max(self.width - self.gutter, 1), max(height, 1))

    @property
    def body(self) -> Rect:
        """Where the body is painted."""
        return Rect(self.gutter, self.head, self.width - self.gutter, self.foot_top - self.head)


def divide(scene: Scene, width: float, height: float, viewport: Viewport, *, curve_open: bool) -> Regions:
    """The regions of a view of that size."""
    if not scene.pinned:
        return Regions(width, height, foot_top=height)
    body, bounds, curve = scene.body, scene.geometry.bounds, scene.geometry.curve
    head, gutter = body.y - scene.heads_top, body.x - bounds.x
    foot = curve.frame.h if curve else 0.0
    if curve and (not curve_open or height - head - foot < _LEAST_BODY):
        foot = FOLDED
    body_end = viewport.to_view(body.x, body.bottom)[1]
    foot_top = max(min(height - foot, body_end), head) if curve else height
    return Regions(width, height, head, gutter, foot, foot_top)


def room_of(scene: Scene, regions: Regions) -> Room:
    """The room that the camera keeps to."""
    return Room(scene.body, regions.pane, scene.pinned)
