from __future__ import annotations

from typing import Any

from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Curve
from journeymapper.layout.journey import lay_out
from tests.layout.lettering import PlainMeasure
from tests.layout.sample import SAMPLE, sample, steps


def _curve(changed: dict[str, Any] | None = None, flow: Flow | None = None, persona: str | None = None) -> Curve:
    plan = sample(changed, personas={"anna": {"title": "Anna"}})
    curve = lay_out(plan, SAMPLE, PlainMeasure(), flow, persona).curve
    assert curve is not None
    return curve


def test_points_follow_the_way_from_left_to_right() -> None:
    points = _curve().points
    assert [point.at[0] for point in points] == sorted(point.at[0] for point in points)
    on_way = [point.ident for point in points if point.on_way]
    assert on_way == ["ad", "form", "offer", "qualify", "pack", "track", "ask", "invite"]


def test_points_stand_under_their_cards_column() -> None:
    geometry = lay_out(sample(), SAMPLE, PlainMeasure())
    assert geometry.curve is not None
    for point in geometry.curve.points:
        card = geometry.cards[point.ident].rect
        assert card.x < point.at[0] < card.right
        assert point.at[1] > geometry.lanes[-1].area.bottom


def test_a_better_feeling_is_higher() -> None:
    curve = _curve()
    heights = dict(curve.levels)
    assert heights[2.0] < heights[0.0] < heights[-2.0]
    assert all(point.at[1] == heights[point.feeling] for point in curve.points)


def test_peak_and_valley_are_named_on_the_way_and_off_it() -> None:
    notes = {point.ident: point.note for point in _curve(flow=Flow(arrivals={"card": 0.017})).points if point.note}
    assert notes == {"qualify": "valley: Qualify", "card": "peak for 1.7%: Card", "late": "valley: Late"}


def test_feelings_that_several_share_are_neither_peak_nor_valley() -> None:
    changed = steps()
    for step in changed.values():
        step["feeling"] = 1
    assert not any(point.note for point in _curve(changed).points)


def test_the_band_reaches_from_the_best_to_the_worst_way() -> None:
    curve = _curve()
    heights = dict(curve.levels)
    x = next(point.at[0] for point in curve.points if point.ident == "late")
    assert (x, heights[1.0], heights[-2.0]) in curve.band


def test_a_second_line_shows_a_persona_or_those_who_serve() -> None:
    changed = steps()
    changed["offer"]["feeling_by"] = {"anna": 2}
    changed["qualify"]["people"] = {"feeling": -2}
    heights = dict(_curve().levels)
    persona, serving = _curve(changed, persona="anna"), _curve(changed)
    assert (persona.second_name, [y for _, y in persona.second]) == ("Anna", [heights[2.0]])
    assert (serving.second_name, [y for _, y in serving.second]) == ("those who serve", [heights[-2.0]])


def test_a_journey_without_feelings_has_no_curve() -> None:
    changed = steps()
    for step in changed.values():
        del step["feeling"]
    assert lay_out(sample(changed), SAMPLE, PlainMeasure()).curve is None
