from hypothesis import given
from hypothesis import strategies as st

from journeymapper.drawing.paths import Commands, area, circle, monotone, polygon, rounded
from journeymapper.layout.geometry import Point

STEPS = st.lists(st.tuples(st.floats(1, 80), st.floats(-100, 100)), min_size=2, max_size=12)


def rising(steps: list[tuple[float, float]]) -> list[Point]:
    """Points whose x grows by the first number of each step."""
    points, x = [], 0.0
    for by, y in steps:
        x += by
        points.append((x, y))
    return points


def bezier(start: Point, numbers: tuple[float, ...], at: float) -> Point:
    a, b, c, d = (1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3
    x1, y1, x2, y2, x3, y3 = numbers
    return (a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3)


def ends(commands: Commands) -> list[Point]:
    return [(numbers[-2], numbers[-1]) for _, numbers in commands if numbers]


@given(STEPS)
def test_a_smooth_curve_goes_through_its_points_and_never_beyond_two_neighbours(steps: list[Point]) -> None:
    points = rising(steps)
    commands = monotone(points)
    assert ends(commands) == points
    for start, end, (_, numbers) in zip(points, points[1:], commands[1:], strict=False):
        low, high = sorted((start[1], end[1]))
        for step in range(11):
            x, y = bezier(start, numbers, step / 10)
            assert low - 1e-6 <= y <= high + 1e-6
            assert start[0] - 1e-6 <= x <= end[0] + 1e-6


@given(STEPS)
def test_an_area_runs_there_above_and_back_below(steps: list[Point]) -> None:
    upper = rising(steps)
    lower = [(x, y + 10) for x, y in upper]
    outline = area(upper, lower)
    assert outline[-1] == ("Z", ())
    assert ends(outline) == [*upper, *reversed(lower)]


def test_corners_are_rounded_as_far_as_their_legs_allow() -> None:
    commands = rounded([(0, 0), (100, 0), (100, 6), (200, 6)], 8)
    assert commands[0] == ("M", (0, 0))
    assert commands[-1] == ("L", (200, 6))
    assert commands[1] == ("L", (97, 0))
    assert [name for name, _ in commands] == ["M", "L", "C", "L", "C", "L"]


def test_a_straight_line_has_no_corner() -> None:
    assert rounded([(0, 0), (50, 0)], 8) == (("M", (0, 0)), ("L", (50, 0)))


def test_circles_and_polygons_are_closed() -> None:
    assert circle((5, 5), 3)[-1] == ("Z", ())
    assert circle((5, 5), 3)[0] == ("M", (8, 5))
    assert polygon([(0, 0), (1, 0), (0, 1)])[-1] == ("Z", ())
