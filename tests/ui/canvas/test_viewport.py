import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.viewport import LARGEST, SMALLEST, Room, Viewport

places = st.floats(-5000, 5000)
zooms = st.floats(SMALLEST, LARGEST)
viewports = st.builds(Viewport, places, places, zooms)
sizes = st.floats(50, 4000)
rooms = st.builds(
    Room, st.builds(Rect, places, places, sizes, sizes), st.builds(Rect, sizes, sizes, sizes, sizes), st.booleans()
)


@given(viewports, places, places)
def test_a_point_comes_back_from_the_view(viewport: Viewport, x: float, y: float) -> None:
    assert viewport.to_drawing(*viewport.to_view(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(viewports, zooms, st.tuples(st.floats(0, 2000), st.floats(0, 2000)))
def test_what_is_at_the_pointer_stays_there_when_zooming(
    viewport: Viewport, zoom: float, at: tuple[float, float]
) -> None:
    there = viewport.to_drawing(*at)
    assert viewport.zoomed(zoom, at).to_view(*there) == pytest.approx(at, abs=1e-5)


@given(viewports, st.floats(-1e6, 1e6))
def test_zoom_keeps_its_limits(viewport: Viewport, zoom: float) -> None:
    assert SMALLEST <= viewport.zoomed(zoom, (0, 0)).zoom <= LARGEST


@given(viewports, st.sampled_from((1.0, 1.25, 2.0)))
def test_on_pixels_moves_by_less_than_one(viewport: Viewport, ratio: float) -> None:
    moved = viewport.on_pixels(ratio)
    assert abs(moved.x - viewport.x) * viewport.zoom * ratio <= 0.5 + 1e-6
    assert moved.x * viewport.zoom * ratio == pytest.approx(round(moved.x * viewport.zoom * ratio), abs=1e-6)


@given(rooms, viewports)
def test_being_held_twice_is_being_held_once(room: Room, viewport: Viewport) -> None:
    held = room.held(viewport)
    again = room.held(held)
    assert (again.x, again.y) == pytest.approx((held.x, held.y), abs=1e-6)


@given(rooms, viewports)
def test_a_pinned_body_never_leaves_its_heads_nor_the_pane(room: Room, viewport: Viewport) -> None:
    body = room.held(viewport).rect_to_view(room.body)
    if room.pinned:
        assert body.x <= room.pane.x + 1e-6
    assert body.intersects(room.pane)


@given(rooms)
def test_fitting_shows_all_of_what_fits(room: Room) -> None:
    rect = room.body
    viewport = room.fitting(rect)
    seen = viewport.rect_to_view(rect)
    if viewport.zoom > SMALLEST and room.pane.w > 60 and room.pane.h > 60:
        assert seen.w <= room.pane.w
        assert seen.h <= room.pane.h


def test_a_journey_is_first_shown_from_its_beginning_as_wide_as_the_pane() -> None:
    room = Room(Rect(96, 68, 1250, 900), Rect(96, 68, 1000, 600), pinned=True)
    viewport = room.first()
    assert viewport.zoom == 0.8
    assert viewport.to_view(96, 68) == pytest.approx((96, 68))


def test_a_very_wide_journey_stays_readable_at_first() -> None:
    assert Room(Rect(0, 0, 50_000, 900), Rect(96, 68, 1000, 600), pinned=True).first().zoom == 0.7


def test_revealing_moves_only_as_far_as_needed() -> None:
    room = Room(Rect(0, 0, 5000, 5000), Rect(0, 0, 1000, 600), pinned=True)
    here = Viewport(100, 100)
    assert room.revealing(here, Rect(400, 300, 200, 60)) == here
    moved = room.revealing(here, Rect(1200, 300, 200, 60))
    assert moved.y == here.y
    assert moved.to_view(1400, 300)[0] == pytest.approx(1000 - 32)
