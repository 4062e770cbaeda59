from __future__ import annotations

from typing import Any

import pytest

from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import JourneyGeometry, Marker, Route
from journeymapper.layout.journey import lay_out
from journeymapper.model.plan import Plan
from tests.layout.lettering import PlainMeasure
from tests.layout.sample import SAMPLE, sample, steps, with_changes


def _drawn(plan: Plan | None = None, flow: Flow | None = None) -> JourneyGeometry:
    return lay_out(plan or sample(), SAMPLE, PlainMeasure(), flow)


def _route(geometry: JourneyGeometry, source: str, target: str) -> Route:
    return next(route for route in geometry.routes if (route.source, route.target) == (source, target))


def _signs(markers: tuple[Marker, ...]) -> list[tuple[str, str]]:
    return [(marker.kind, marker.state) for marker in markers]


def test_links_leave_right_and_enter_left_forwards_and_run_from_top_to_bottom_within_a_column() -> None:
    geometry = _drawn()
    ad, form, offer = (geometry.cards[ident].rect for ident in ("ad", "form", "offer"))
    assert _route(geometry, "ad", "form").points == ((ad.center[0], ad.bottom), (form.center[0], form.y))
    forward = _route(geometry, "form", "offer")
    assert forward.points[0][0] == form.right
    assert forward.points[-1][0] == offer.x
    assert (forward.kind, _route(geometry, "ad", "form").kind) == ("forward", "within")


def test_a_loop_has_a_way_of_its_own() -> None:
    changed = steps()
    changed["track"]["next"]["form"] = "6%"
    route = _route(_drawn(sample(changed)), "track", "form")
    assert route.kind == "back"
    assert len(route.points) == 6
    assert route.points[0][0] > route.points[-1][0]


def test_a_card_that_leads_to_itself_has_a_visible_loop() -> None:
    changed = steps()
    changed["offer"]["next"]["offer"] = "6%"
    geometry = _drawn(sample(changed))
    right = geometry.cards["offer"].rect.right
    points = _route(geometry, "offer", "offer").points
    assert points[0][0] == points[-1][0] == right
    assert max(x for x, _ in points) > right


def test_shares_stand_at_their_links_beginning_with_the_signs_beside_them() -> None:
    geometry = _drawn()
    route = _route(geometry, "form", "offer")
    assert route.label is not None
    assert route.label.text == "62%"
    assert 0 < route.label.rect.x - geometry.cards["form"].rect.right < 10
    assert all(marker.at[0] > route.label.rect.right for marker in route.markers)


@pytest.mark.parametrize(
    ("source", "target", "signs"),
    [
        ("ad", "form", [("medium", "unknown")]),
        ("form", "offer", [("handover", "good"), ("medium", "unknown")]),
        ("offer", "mail", [("handover", "bad"), ("medium", "bad")]),
        ("qualify", "card", [("handover", "bad"), ("medium", "good")]),
        ("offer", "qualify", []),
    ],
)
def test_signs_say_where_owner_and_medium_change(source: str, target: str, signs: list[tuple[str, str]]) -> None:
    assert _signs(_route(_drawn(), source, target).markers) == signs


def test_customers_who_leave_have_a_stub_as_wide_as_their_share() -> None:
    stubs = {stub.source: stub for stub in _drawn().stubs}
    assert stubs["ad"].label.text == "62% leave"
    assert stubs["mail"].rect.w > stubs["ad"].rect.w > stubs["late"].rect.w
    assert stubs["ad"].rect.y == _drawn().cards["ad"].rect.bottom


def test_of_several_losses_each_is_named() -> None:
    ends = {"won": {"outcome": "success"}, "lost": {"title": "Gives up", "outcome": "failure"},
            "rival": {"title": "Buys elsewhere", "outcome": "failure"}}  # fmt: skip
    changed = steps()
    changed["card"]["next"] = {"lost": "59%", "rival": "41%"}
    stubs = [stub for stub in _drawn(with_changes(changed, ends=ends)).stubs if stub.source == "card"]
    assert [stub.label.text for stub in stubs] == ["59% gives up", "41% buys elsewhere"]


def test_starts_and_successes_are_pills() -> None:
    pills = {pill.kind: pill for pill in _drawn().pills}
    assert (pills["start"].text, pills["success"].text) == ("START", "SUBSCRIBES")
    assert pills["success"].rect.bottom <= _drawn().cards["invite"].rect.y


def test_pills_show_shares_where_they_are_not_everybody() -> None:
    changed = steps()
    changed["invite"]["next"] = {"won": "70%", "lost": "30%"}
    geometry = _drawn(with_changes(changed, starts={"ad": "80%", "offer": "20%"}))
    assert {pill.text for pill in geometry.pills} == {"START 80%", "START 20%", "SUBSCRIBES 70%"}


def test_a_long_end_is_cut_but_its_share_is_not() -> None:
    changed = steps()
    changed["invite"]["next"] = {"won": "70%", "lost": "30%"}
    ends = {"won": {"title": "Subscribes for the whole family and the office", "outcome": "success"}, "lost": {}}
    pill = next(pill for pill in _drawn(with_changes(changed, ends=ends)).pills if pill.kind == "success")
    assert pill.text.endswith("… 70%")


def test_an_unknown_share_has_no_label_and_a_computed_one_is_shown() -> None:
    changed = steps()
    changed["pack"]["next"] = {"track": None}
    assert _route(_drawn(sample(changed)), "pack", "track").label is None
    assumed = ("pack", "track")
    flow = Flow(shares={assumed: 1.0}, assumed=frozenset([assumed]))
    route = _route(_drawn(sample(changed), flow), *assumed)
    assert route.label is not None
    assert (route.label.text, route.assumed) == ("~100%", True)


def test_lines_are_wider_where_more_customers_go() -> None:
    geometry = _drawn(flow=Flow(links={("ad", "form"): 0.38, ("form", "offer"): 0.24, ("track", "late"): 0.01}))
    widths = [_route(geometry, *link).width for link in (("ad", "form"), ("form", "offer"), ("track", "late"))]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 7.0


def test_phases_are_bands_over_the_columns_where_they_occur() -> None:
    geometry = _drawn()
    assert [phase.ident for phase in geometry.phases] == ["retention", "acquisition", "retention"]
    transaction = next(stage for stage in geometry.stages if stage.ident == "transaction")
    assert geometry.phases[1].rect.x == transaction.rect.x


def test_heads_name_what_has_no_stage_or_process() -> None:
    changed = steps()
    changed["new"] = {}
    geometry = _drawn(sample(changed))
    assert (geometry.stages[-1].title, geometry.lanes[-1].title) == ("No stage", "No process")
    assert (geometry.stages[-1].ident, geometry.lanes[-1].colour) == (None, -1)


def test_a_plan_without_stages_and_processes_has_no_heads() -> None:
    changed: dict[str, Any] = {ident: {"next": step["next"]} for ident, step in steps().items()}
    geometry = _drawn(sample(changed, stages={}, processes={}))
    assert geometry.stages == geometry.lanes == geometry.phases == ()


def test_long_titles_wrap_and_make_their_card_higher() -> None:
    changed = steps()
    changed["offer"]["title"] = "Offers two free bags of coffee in exchange for taste preferences and an address"
    geometry = _drawn(sample(changed))
    assert len(geometry.cards["offer"].title) == 2
    assert geometry.cards["offer"].cut
    assert geometry.cards["offer"].rect.h > _drawn().cards["offer"].rect.h


def test_a_journey_still_to_be_drawn_shows_the_stages_and_processes_to_draw_in() -> None:
    plan = Plan.model_validate({**sample().model_dump(), "journeys": {SAMPLE: {}}})
    geometry = _drawn(plan)
    assert [head.ident for head in geometry.stages] == list(plan.stages)
    assert [head.ident for head in geometry.lanes] == list(plan.processes)
    assert all(head.area.h > 60 for head in geometry.lanes)


def test_a_link_round_the_outside_turns_clear_of_what_stands_at_its_beginning() -> None:
    three = {"a": {"next": {"b": "50%", "c": "50%"}}, "b": {"next": {"c": "100%"}}, "c": {}}
    route = _route(_drawn(with_changes(three, starts={"a": "100%"})), "a", "c")
    assert route.label is not None
    assert max(x for x, _ in route.points) - route.label.rect.right >= 12


def test_a_journey_on_its_own_keeps_a_place_for_every_stage_and_process() -> None:
    plan = sample(steps(), stages={"engagement": {}, "transaction": {}, "fulfilment": {}, "service": {}, "renewal": {}})
    assert [head.ident for head in _drawn(plan).stages][-1] == "renewal"


def test_the_detail_of_an_event_shows_only_what_it_uses() -> None:
    plan = sample(steps(), stages={"engagement": {}, "transaction": {}, "fulfilment": {}, "service": {}, "renewal": {}})
    event = {"life": {"level": "macro", "interactions": {"try": {"opens": SAMPLE}}}}
    journeys = {**plan.model_dump(by_alias=True)["journeys"], **event}
    opened = Plan.model_validate({**plan.model_dump(by_alias=True), "journeys": journeys})
    assert "renewal" not in [head.ident for head in _drawn(opened).stages]
