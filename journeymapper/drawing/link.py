"""The links of a micro journey with their shares and signs, and the customers who leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from journeymapper.drawing.arrows import arrow_head, shortened
from journeymapper.drawing.display import Box, Detail, Group, Path, Primitive, Run
from journeymapper.drawing.lettering import centred, lettered
from journeymapper.drawing.paths import polygon, polyline, rounded
from journeymapper.drawing.roles import baseline
from journeymapper.drawing.signs import marker
from journeymapper.layout.geometry import Point, Rect, Route, Stub

CORNER = 8.0
HEAD = 8.0
"""Length of an arrow's head."""
ASSUMED = 1.5
"""Width of a link whose share nobody gave: a thin line claims no figure."""
_MARGIN = 1.0
"""What the outlines of labels take."""


def owner_of(source: str, target: str) -> str:
    """How a link is named on the drawing."""
    return f"{source}>{target}"


def owner(drawn: Route | Stub) -> str:
    """How what is drawn of a link is named."""
    return owner_of(drawn.source, drawn.target)


def draw_links(routes: Sequence[Route]) -> Run:
    """Lines with rounded corners and their arrows; dashed where a share is assumed."""
    return Run("link", "links", routes, _link_group, _link_bounds, owner)


def _link_group(route: Route) -> Group:
    return Group("link", owner(route), "links", _link_bounds(route), partial(_link, route))


def _link_bounds(route: Route) -> Rect:
    return around(route.points, route.width / 2 + 4)


def _link(route: Route, detail: Detail) -> tuple[Primitive, ...]:
    width = ASSUMED if route.assumed else max(1.0, route.width)
    if detail == "colour":
        return (Path(polyline(route.points), stroke="link", width=width),)
    line = rounded(shortened(route.points, HEAD - 1), CORNER + width / 2)
    head = polygon(arrow_head(route.points[-2], route.points[-1], HEAD, max(7.0, width + 1)))
    dash = (5.0, 4.0) if route.assumed else ()
    return (Path(line, stroke="link", width=width, dash=dash), Path(head, fill="arrow"))


def draw_shares(routes: Iterable[Route]) -> Run:
    """The pills with the shares, and the signs of hand-overs and changes of medium beside them."""
    marked = tuple(route for route in routes if route.label or route.markers)
    return Run("label", "labels", marked, _share_group, _share_place, owner, near=True, margin=_MARGIN)


def _share_group(route: Route) -> Group:
    return Group("label", owner(route), "labels", _share_place(route).grown(_MARGIN), partial(_share, route), near=True)


def _share_place(route: Route) -> Rect:
    if not route.markers:
        return route.label.rect if route.label else Rect(*route.points[0], 0, 0)
    (left, y), (right, _) = route.markers[0].at, route.markers[-1].at  # they stand in a row
    signs = Rect(left - 10, y - 10, right - left + 20, 20)
    return signs.united(route.label.rect) if route.label else signs


def _share(route: Route, _detail: Detail) -> tuple[Primitive, ...]:
    signs = map(marker, route.markers)
    if route.label is None:
        return tuple(signs)
    rect = route.label.rect
    pill = Box(rect, rect.h / 2, fill="card", stroke="line")
    return (pill, centred(route.label.text, rect, "label", "ink2"), *signs)


def draw_stubs(stubs: Sequence[Stub]) -> Run:
    """Short red ends below the cards, as wide as the shares that leave there, with these shares."""
    return Run("stub", "links", stubs, _stub_group, _stub_place, owner, margin=_MARGIN)


def _stub_group(stub: Stub) -> Group:
    return Group("stub", owner(stub), "links", _stub_place(stub).grown(_MARGIN), partial(_stub, stub))


def _stub_place(stub: Stub) -> Rect:
    return stub.rect.united(stub.label.rect)


def _stub(stub: Stub, detail: Detail) -> tuple[Primitive, ...]:
    box = Box(stub.rect, fill="error/70")
    if detail != "full":
        return (box,)
    rect = stub.label.rect
    return (box, lettered(stub.label.text, rect.x, rect.right, baseline(rect.center[1], "label"), "label", "error"))


def around(points: Sequence[Point], margin: float) -> Rect:
    """The rectangle around the points, with a margin."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    return Rect(left - margin, top - margin, max(xs) - left + 2 * margin, max(ys) - top + 2 * margin)
