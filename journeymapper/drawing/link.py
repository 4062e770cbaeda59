"""The links of a micro journey with their shares and signs, and the customers who leave."""

from __future__ import annotations

from journeymapper.drawing.arrows import arrow_head, shortened
from journeymapper.drawing.display import Box, Group, Path, Primitive
from journeymapper.drawing.lettering import centred, lettered
from journeymapper.drawing.paths import polygon, rounded
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import marker
from journeymapper.layout.geometry import Rect, Route, Stub

CORNER = 8.0
HEAD = 8.0
"""Length of an arrow's head."""


def owner_of(source: str, target: str) -> str:
    """How a link is named on the drawing."""
    return f"{source}>{target}"


def draw_link(route: Route) -> Group:
    """The line with rounded corners and its arrow; dashed where its share is assumed."""
    width = max(1.0, route.width)
    head_width = max(7.0, width + 1)
    line = rounded(shortened(route.points, HEAD - 1), CORNER + width / 2)
    head = polygon(arrow_head(route.points[-2], route.points[-1], HEAD, head_width))
    dash = (4.0, 3.0) if route.assumed else ()
    items = (Path(line, stroke="link", width=width, dash=dash), Path(head, fill="arrow"))
    return Group("link", owner_of(route.source, route.target), "links", _around(route, head_width), items)


def draw_share(route: Route) -> Group | None:
    """The pill with the share, and the signs of a hand-over and a change of medium beside it."""
    items: list[Primitive] = []
    bounds: Rect | None = None
    if route.label is not None:
        bounds = route.label.rect
        items.append(Box(bounds, bounds.h / 2, fill="card", stroke="line"))
        items.append(centred(route.label.text, bounds, "label", "ink2"))
    for sign in route.markers:
        items += marker(sign)
        reach = Rect(sign.at[0], sign.at[1], 0, 0).grown(11)
        bounds = bounds.united(reach) if bounds else reach
    if bounds is None:
        return None
    owner = owner_of(route.source, route.target)
    return Group("label", owner, "labels", bounds.grown(1), tuple(items), brief=())


def draw_stub(stub: Stub) -> Group:
    """A short red end below the card, as wide as the share that leaves there, with its share."""
    rect = stub.label.rect
    text = lettered(stub.label.text, rect.x, rect.right, baseline(rect.center[1], "label"), "label", "error")
    bounds = stub.rect.united(rect).grown(1)
    box = Box(stub.rect, fill="error/70")
    return Group("stub", owner_of(stub.source, stub.target), "links", bounds, (box, text), brief=(box,))


def _around(route: Route, width: float) -> Rect:
    xs, ys = [x for x, _ in route.points], [y for _, y in route.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(width / 2 + 1)
