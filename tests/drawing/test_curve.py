"""The names of peaks and valleys stand clear of the other points, of the scale and of the right end."""

from journeymapper.drawing.curve import draw_curve
from journeymapper.drawing.display import Text
from journeymapper.layout.geometry import Curve, CurvePoint, Rect

LEVELS = ((2.0, 40.0), (1.0, 60.0), (0.0, 80.0), (-1.0, 100.0), (-2.0, 120.0))
NOTE = 120.0


def note_of(*points: CurvePoint) -> Text:
    curve = Curve(Rect(0, 0, 400, 160), LEVELS, points, ())
    texts = [item for run in draw_curve(curve) for group in run for item in group.items if isinstance(item, Text)]
    return next(text for text in texts if text.text == "peak: A")


def peak(x: float) -> CurvePoint:
    return CurvePoint("a", (x, 60.0), 1, on_way=True, note="peak: A", note_width=NOTE)


def test_a_peak_is_named_above_it() -> None:
    note = note_of(CurvePoint("b", (60, 120.0), -2, on_way=False), peak(200))
    assert note.at[0] == 200
    assert note.at[1] < 60


def test_a_peak_is_named_below_it_where_a_higher_point_is_in_the_way() -> None:
    assert note_of(peak(200), CurvePoint("b", (240, 42.0), 2, on_way=False)).at[1] > 60


def test_names_stay_right_of_the_scale_and_left_of_the_end() -> None:
    first = CurvePoint("b", (60, 120.0), -2, on_way=False)
    assert note_of(peak(100)).at[0] - NOTE / 2 >= 100 - 60
    assert note_of(first, peak(395)).at[0] + NOTE / 2 <= 400
