from __future__ import annotations

from typing import Any

import pytest

from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import JourneyGeometry, Route
from journeymapper.layout.journey import lay_out
from journeymapper.model.plan import Plan
from tests.layout.lettering import PlainMeasure

_STAGES = ("engagement", "transaction", "transaction", "fulfilment", *["service"] * 11)


def _plan(count: int = 8, volume: int | None = 10_000, **changes: Any) -> Plan:
    events: dict[str, Any] = {}
    for place in range(count):
        events[f"e{place}"] = {
            "title": f"Event {place}", "stage": _STAGES[place], "phase": "attraction" if place < 2 else "retention",
            "next": {f"e{(place + 1) % count}": "60%", "lost": "40%"},
        }  # fmt: skip
    events["e0"] |= {"milestone": "first-contact", "opens": "detail"}
    for ident, changed in changes.items():
        events[ident] |= changed
    return Plan.model_validate({
        "title": "Coffee", "volume": volume, "processes": {"sales": {}, "support": {}},
        "stages": {stage: {"title": stage.title()} for stage in dict.fromkeys(_STAGES)},
        "phases": {"attraction": {"title": "Attraction"}, "retention": {"title": "Retention"}},
        "journeys": {
            "life": {"title": "Life", "level": "macro", "starts": {"e0": "100%"}, "conversion": "e2",
                     "interactions": events, "ends": {"lost": {"outcome": "failure"}, "loyal": {"outcome": "success"}}},
            "detail": {"interactions": {"a": {"process": "support", "next": {"b": None}}, "b": {"process": "support"}}},
        },
    })  # fmt: skip


_FLOW = Flow(
    arrivals={f"e{place}": 0.6**place for place in range(8)},
    links={**{(f"e{place}", f"e{(place + 1) % 8}"): 0.6 ** (place + 1) for place in range(8)},
           **{(f"e{place}", "lost"): 0.4 * 0.6**place for place in range(8)}},
)  # fmt: skip


def _drawn(plan: Plan | None = None, flow: Flow | None = _FLOW) -> JourneyGeometry:
    return lay_out(plan or _plan(), "life", PlainMeasure(), flow)


def _route(geometry: JourneyGeometry, source: str, target: str) -> Route:
    return next(route for route in geometry.routes if (route.source, route.target) == (source, target))


def test_events_go_out_in_one_row_and_back_in_another() -> None:
    rects = [card.rect for card in _drawn().cards.values()]
    out, back = rects[:4], rects[4:]
    assert [rect.x for rect in out] == sorted(rect.x for rect in out)
    assert [rect.x for rect in back] == sorted((rect.x for rect in back), reverse=True)
    assert len({rect.y for rect in out}) == len({rect.y for rect in back}) == 1
    assert (back[0].x, back[-1].x) == (out[-1].x, out[0].x)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_few_events_stand_in_one_row(count: int) -> None:
    assert len({card.rect.y for card in _drawn(_plan(count)).cards.values()}) == 1


@pytest.mark.parametrize("count", range(2, 16))
def test_neighbours_are_joined_by_straight_bands_and_the_cycle_is_closed(count: int) -> None:
    geometry = _drawn(_plan(count))
    straight = [route for route in geometry.routes if not route.curved]
    assert len(straight) >= count - 1
    assert any(route.kind == "back" for route in geometry.routes)


def test_bands_are_as_wide_as_the_customers_are_many() -> None:
    geometry = _drawn()
    first, second = _route(geometry, "e0", "e1"), _route(geometry, "e1", "e2")
    assert first.width == 36.0
    assert second.width == pytest.approx(first.width * 0.6)
    assert first.label is not None
    assert first.label.text == "6\u2009000"


def test_without_volume_shares_stand_for_customers() -> None:
    geometry = _drawn(_plan(volume=None))
    label = _route(geometry, "e0", "e1").label
    assert label is not None
    assert (label.text, geometry.cards["e1"].where) == ("60%", "60% of customers")


def test_cards_say_how_many_come_and_how_many_steps_they_have() -> None:
    card = _drawn().cards["e0"]
    assert card.where == "10\u2009000 customers · 2 interactions"
    assert (card.opens, card.milestone, card.is_conversion) == (True, "first contact", False)
    assert (_drawn().cards["e2"].milestone, _drawn().cards["e2"].is_conversion) == ("conversion", True)


def test_an_event_without_process_has_the_colour_of_its_detail_and_shows_it_in_small() -> None:
    card = _drawn().cards["e0"]
    assert card.process == 1
    assert card.mini is not None
    assert len(card.mini.boxes) == 2
    assert all(card.rect.x < box.x and box.bottom < card.rect.bottom for box, _ in card.mini.boxes)


def test_customers_who_leave_have_a_stub_below_their_event() -> None:
    stub = next(stub for stub in _drawn().stubs if stub.source == "e0")
    assert (stub.label.text, stub.rect.y) == ("4\u2009000 leave", _drawn().cards["e0"].rect.bottom)


def test_heads_stand_above_the_row_out_and_below_the_row_back() -> None:
    geometry = _drawn()
    assert [(head.ident, head.row) for head in geometry.stages] == [
        ("engagement", "top"), ("transaction", "top"), ("fulfilment", "top"), ("service", "bottom"),
    ]  # fmt: skip
    assert geometry.stages[-1].rect.y > max(card.rect.bottom for card in geometry.cards.values())


def test_the_last_head_says_how_many_come_round_again() -> None:
    assert _drawn().stages[-1].note == "… and round again: 168 of 10\u2009000 come back"


def test_a_jump_runs_below_the_events_that_it_passes() -> None:
    geometry = _drawn(_plan(e4={"next": {"e6": "100%"}}))
    jump = _route(geometry, "e4", "e6")
    passed = geometry.cards["e5"].rect
    assert jump.curved
    assert jump.points[0][1] == jump.points[3][1] == passed.bottom
    assert jump.points[1][1] > passed.bottom + 40


def test_ends_are_pills_below_their_event_and_further_starts_above() -> None:
    geometry = _drawn(_plan(e7={"next": {"loyal": "100%"}}))
    pill = next(pill for pill in geometry.pills if pill.ident == "loyal")
    assert pill.text.startswith("LOYAL")
    assert pill.rect.y > geometry.cards["e7"].rect.bottom


def test_a_macro_journey_without_stages_has_no_heads() -> None:
    plan = _plan()
    bare = plan.model_copy(update={"stages": type(plan.stages)()})
    assert _drawn(bare).stages == ()


def test_a_moved_event_stands_where_it_was_put_and_its_band_bends() -> None:
    plan = _plan()
    moved = Plan.model_validate(
        {**plan.model_dump(mode="json", exclude_unset=True), "layout": {"life": {"e3": [0, 2]}}}
    )
    before, after = _drawn(plan).cards, _drawn(moved).cards
    assert after["e3"].rect.y == before["e3"].rect.y + 40
    assert [after[ident].rect for ident in ("e0", "e1", "e2")] == [before[ident].rect for ident in ("e0", "e1", "e2")]
    assert _route(_drawn(moved), "e2", "e3").curved


def test_an_event_is_not_moved_upon_another() -> None:
    plan = _plan()
    moved = Plan.model_validate(
        {**plan.model_dump(mode="json", exclude_unset=True), "layout": {"life": {"e1": [16, 0]}}}
    )
    assert _drawn(moved).cards == _drawn(plan).cards
