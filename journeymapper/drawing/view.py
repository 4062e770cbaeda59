"""Finding those of many rectangles that touch another one."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.layout.geometry import Rect

_MANY = 500
"""From so many rectangles on numpy finds them sooner than a loop."""


class View:
    """Finds the rectangles that touch another one."""

    def __init__(self, rects: Sequence[Rect]) -> None:
        self._count = len(rects)
        self._rects: Sequence[Rect] | None = rects
        if self._count > _MANY:
            import numpy as np

            left, top, width, height = np.array(rects).T
            self._edges = left, top, left + width, top + height
            self._rects = None  # they take ten times the memory

    def touching(self, exposed: Rect | None) -> Sequence[int]:
        """Their places, in order; all of them where nothing is said."""
        if exposed is None:
            return range(self._count)
        if self._rects is not None:
            return [place for place, rect in enumerate(self._rects) if rect.intersects(exposed)]
        left, top, right, bottom = self._edges
        inside = (left < exposed.right) & (right > exposed.x) & (top < exposed.bottom) & (bottom > exposed.y)
        places: list[int] = inside.nonzero()[0].tolist()
        return places
