"""Splitting the researched plans into macro and micro journeys keeps what they say."""

from __future__ import annotations

from math import fsum
from typing import Any

import pytest

from journeymapper.analysis.flow import journey_flow
from journeymapper.model.net import Net
from journeymapper.model.units import Quantity
from journeymapper.model.ways import likeliest_path
from tests.examples.flat import RESEARCHED, Flat, Reading, flat_plan


def _close(said: Any) -> Any:
    """What figures must be, but for the arithmetic of floating point."""
    return pytest.approx(said, rel=1e-9, abs=1e-12)


@pytest.fixture(params=RESEARCHED)
def plan(request: pytest.FixtureRequest, example: Reading) -> Flat:
    return flat_plan(example(request.param))


@pytest.fixture
def said(request: pytest.FixtureRequest, plan: Flat, figures: dict[str, Any]) -> dict[str, Any]:
    """The figures of the plan."""
    found: dict[str, Any] = figures[RESEARCHED[request.node.callspec.params["plan"]]]
    return found


def _likely(quantity: Quantity | None) -> float:
    assert quantity is not None
    return quantity.likely


def _hours(plan: Flat, key: str) -> float:
    """Hours from coming to an interaction to coming to the next."""
    step = plan.interaction(key)
    waiting = fsum(_likely(link.share) * link.after.likely for link in step.next.values() if link.after)
    return (_likely(step.takes) + waiting) / 3600


def test_the_flat_graph_has_the_same_size(plan: Flat, said: dict[str, Any]) -> None:
    assert (len(plan.flat.steps), len(plan.flat.links)) == (said["interactions"], said["edges"])


def test_customers_end_where_they_did(plan: Flat, said: dict[str, Any]) -> None:
    ends = {plan.named(key): plan.chain.visits[key] for key in plan.flat.ends}
    assert ends == _close(said["absorb"])


def test_the_macro_journey_converts_as_many(plan: Flat, said: dict[str, Any]) -> None:
    assert journey_flow(plan.plan, plan.flat.root).conversion == _close(said["p_conversion"])


def test_cost_and_time_are_the_same(plan: Flat, said: dict[str, Any]) -> None:
    visits = plan.chain.visits
    cost = fsum(visits[key] * _likely(plan.interaction(key).cost) for key in plan.flat.steps)
    hours = fsum(visits[key] * _hours(plan, key) for key in plan.flat.steps)
    assert cost == _close(said["expected_cost_per_start"])
    assert hours == _close(said["expected_hours_per_start"])


def test_customers_are_lost_where_they_were(plan: Flat, said: dict[str, Any]) -> None:
    lost = plan.chain.lost_at({f"{plan.flat.root}/lost"})
    worst = sorted(((plan.named(key), share) for key, share in lost.items()), key=lambda each: -each[1])
    wanted = said["top_loss"]
    assert [name for name, _ in worst[: len(wanted)]] == [name for name, _ in wanted]
    assert [share for _, share in worst[: len(wanted)]] == _close([share for _, share in wanted])
    by_stage: dict[str, float] = {}
    for key, share in lost.items():
        stage = plan.interaction(key).stage or ""
        by_stage[stage] = by_stage.get(stage, 0.0) + share
    assert by_stage == _close(said["loss_by_stage"])


def test_the_likeliest_way_to_conversion_is_the_same(plan: Flat, said: dict[str, Any]) -> None:
    links: dict[str, dict[str, float | None]] = {key: {} for key in plan.flat.steps}
    for (source, target), link in plan.flat.links.items():
        links[source][target] = link.share
    net = Net(dict(plan.flat.starts), links, tuple(plan.flat.ends), ())
    way = likeliest_path(net, plan.flat.conversion)
    assert [plan.named(key) for key in way] == said["most_likely_converting_path"]
    assert [plan.interaction(key).feeling for key in way] == said["its_emotions"]


def test_hand_overs_between_teams_are_the_same(plan: Flat, said: dict[str, Any]) -> None:
    passing = [
        link
        for (source, target), link in plan.inner_links().items()
        if plan.interaction(source).team != plan.interaction(target).team
    ]
    without = [link for link in passing if link.handover is None or link.handover.criteria is None]
    assert (len(passing), len(without)) == (said["handovers"], said["handovers_without_criteria"])


def test_changes_of_medium_lose_as_much(plan: Flat, said: dict[str, Any]) -> None:
    switches = {
        between: link
        for between, link in plan.inner_links().items()
        if plan.medium(between[0]) != plan.medium(between[1])
    }
    flow = {between: plan.flow(between) for between in switches}
    kept = fsum(flow[between] for between, link in switches.items() if link.carries == "all")
    assert fsum(flow.values()) == _close(said["channel_switches_expected_per_start"])
    assert kept / fsum(flow.values()) == _close(said["context_continuity_index"])
    losing = {between: flow[between] for between, link in switches.items() if link.carries != "all"}
    worst = sorted(losing, key=lambda between: -losing[between])[: len(said["worst_switches"])]
    assert [[plan.named(source), plan.named(target)] for source, target in worst] == [
        [source, target] for source, target, _ in said["worst_switches"]
    ]


def test_teams_satisfy_as_well(plan: Flat, said: dict[str, Any]) -> None:
    scores: dict[str, list[float]] = {}
    for key in plan.flat.steps:
        step = plan.interaction(key)
        assert step.team is not None
        assert step.satisfaction is not None
        scores.setdefault(plan.plan.teams[step.team].name(step.team), []).append(step.satisfaction.value)
    means = {team: fsum(values) / len(values) for team, values in scores.items()}
    assert means == pytest.approx(said["owner_mean_satisfaction"], abs=0.005)


def test_segments_are_worth_as_much(plan: Flat, said: dict[str, Any]) -> None:
    """m r / (1 + i - r) less the cost of winning the customer, by Gupta and Lehmann."""
    worth = {}
    for key, segment in plan.plan.segments.items():
        margin, stays, discount = (_likely(value) for value in (segment.margin, segment.retention, segment.discount))
        won_for = segment.acquisition_cost.likely if segment.acquisition_cost else 0.0
        worth[key.replace("-", "_")] = margin * stays / (1 + discount - stays) - won_for
    assert worth == pytest.approx(said["segment_clv_gupta_lehmann"], abs=0.005)
