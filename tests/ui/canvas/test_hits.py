import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.geometry import Point, Rect, Route
from journeymapper.ui.canvas.hits import NEAR, distance_to_line, line_of
from journeymapper.ui.canvas.view import CanvasView

places = st.floats(-1000, 1000)
points = st.tuples(places, places)


@given(st.lists(points, min_size=2, max_size=6), points)
def test_the_distance_to_a_line_is_at_most_that_to_its_corners(line: list[Point], at: Point) -> None:
    distance = distance_to_line(line, *at)
    assert 0 <= distance <= min(math.dist(corner, at) for corner in line) + 1e-6


def test_the_distance_is_measured_across_the_line() -> None:
    assert distance_to_line(((0, 0), (100, 0), (100, 50)), 50, 7) == pytest.approx(7)
    assert distance_to_line(((0, 0), (100, 0), (100, 50)), 104, 30) == pytest.approx(4)


def test_a_curved_link_is_followed_along_its_curve() -> None:
    route = Route("a", "b", ((0, 0), (0, 100), (100, 100), (100, 0)), "forward", curved=True)
    line = line_of(route)
    assert (line[0], line[-1]) == ((0, 0), (100, 0))
    assert distance_to_line(line, 50, 75) < 1


def test_every_card_is_found_at_its_middle_and_nothing_beside_it(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    for ident, card in canvas.scene.geometry.cards.items():
        hit = canvas.scene.hits.at(*card.rect.center, 1.0)
        assert hit is not None
        assert (hit.owner, hit.group.kind) == (ident, "card")
    assert canvas.scene.hits.at(-5000, -5000, 1.0) is None


def test_a_link_is_hit_from_as_far_as_a_hand_is_unsure(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    route = canvas.scene.route("ad>form")
    assert route is not None
    (x, ay), (_, by) = route.points[:2]
    y = (ay + by) / 2
    near = canvas.scene.hits.at(x - NEAR + 1, y, 1.0)
    assert near is not None
    assert near.owner == "ad>form"
    assert canvas.scene.hits.at(x - NEAR - 2, y, 1.0) is None
    zoomed = canvas.scene.hits.at(x - NEAR - 2, y, 0.5)
    assert zoomed is not None
    assert zoomed.owner == "ad>form"


def test_a_rectangle_finds_the_cards_that_it_touches(canvas: CanvasView) -> None:
    assert canvas.scene is not None
    cards = canvas.scene.geometry.cards
    assert canvas.scene.hits.cards_in(canvas.scene.geometry.bounds) == frozenset(cards)
    rect = cards["pay"].rect
    assert canvas.scene.hits.cards_in(Rect(rect.right - 1, rect.bottom - 1, 1, 1)) == {"pay"}
