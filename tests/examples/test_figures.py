"""Splitting the researched plans into macro and micro journeys keeps what they say."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import Any

import pytest

from journeymapper.analysis.asking import asking
from journeymapper.analysis.flow import journey_flow
from journeymapper.analysis.grouping import added_up, members
from journeymapper.analysis.lifetime import segment_value
from journeymapper.analysis.outage import removal_effect
from journeymapper.analysis.passage import Passages, loss_account
from journeymapper.analysis.sensitivity import lifted, lifts, most_decisive
from journeymapper.model.net import Net
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


@pytest.fixture
def words(request: pytest.FixtureRequest, plan: Flat, media: dict[str, dict[str, str]]) -> dict[str, str]:
    """The plan's word for each medium of the figures."""
    return media[RESEARCHED[request.node.callspec.params["plan"]]]


def test_the_flat_graph_has_the_same_size(plan: Flat, said: dict[str, Any]) -> None:
    assert (len(plan.flat.steps), len(plan.flat.links)) == (said["interactions"], said["edges"])


def test_customers_end_where_they_did(plan: Flat, said: dict[str, Any]) -> None:
    ends = {plan.named(key): plan.chain.visits[key] for key in plan.flat.ends}
    assert ends == _close(said["absorb"])


def test_the_macro_journey_converts_as_many(plan: Flat, said: dict[str, Any]) -> None:
    assert journey_flow(plan.plan, plan.flat.root).conversion == _close(said["p_conversion"])


def test_cost_and_time_are_the_same(plan: Flat, said: dict[str, Any]) -> None:
    passages = Passages(plan.planned)
    assert passages.whole.cost == _close(said["expected_cost_per_start"])
    assert passages.whole.time.mean / 3600 == _close(said["expected_hours_per_start"])
    assert passages.cost_per_conversion == _close(said["cost_per_conversion"])


def test_those_who_convert_take_as_long(plan: Flat, said: dict[str, Any]) -> None:
    won = Passages(plan.planned).won
    assert won is not None
    assert won.share == _close(said["p_conversion"])
    assert won.time.mean / 3600 == _close(said["hours_to_conversion_given_converted"])
    assert won.time.mean / 86400 == _close(said["days_to_conversion_given_converted"])


def test_customers_are_lost_where_they_were(plan: Flat, said: dict[str, Any]) -> None:
    lost = loss_account(plan.planned)
    worst = sorted(((plan.named(key), share) for key, share in lost.items()), key=lambda each: -each[1])
    wanted = said["top_loss"]
    assert [name for name, _ in worst[: len(wanted)]] == [name for name, _ in wanted]
    assert [share for _, share in worst[: len(wanted)]] == _close([share for _, share in wanted])
    assert added_up(plan.planned, lost, "stage") == _close(said["loss_by_stage"])


def _greatest(plan: Flat, lifts: Iterable[tuple[str, float]], wanted: list[tuple[str, float]]) -> None:
    """The lifts must be these, relative to conversion."""
    before = plan.planned.first.probability(plan.planned.goals)
    found = [(plan.named(step), gain / before) for step, gain in lifts][: len(wanted)]
    assert [name for name, _ in found] == [name for name, _ in wanted]
    assert [lift for _, lift in found] == _close([lift for _, lift in wanted])


def test_better_odds_of_going_on_lift_conversion_as_much(plan: Flat, said: dict[str, Any]) -> None:
    found = lifts(plan.planned)
    _greatest(plan, ((lift.step, lift.gain) for lift in found), said["top_sensitivity_odds_x1.1"])
    assert most_decisive(plan.planned)[0] == found[0].step


def test_a_tenth_fewer_drop_outs_lift_conversion_as_much(plan: Flat, said: dict[str, Any]) -> None:
    planned, failures = plan.planned, plan.planned.ending("failure")
    before, lost = planned.first.probability(planned.goals), planned.first.lost_at(failures)
    gains = {}
    for step, share in lost.items():
        staying = 1 - share / planned.first.visits[step] if share else 0.0
        if staying:
            gains[step] = lifted(planned, step, (1 - 0.9 * (1 - staying)) / staying) - before
    ranked = sorted(gains.items(), key=lambda each: -each[1])
    _greatest(plan, ranked, said["top_sensitivity_-10%_dropoff"])


def test_media_are_missed_as_much(plan: Flat, said: dict[str, Any], words: dict[str, str]) -> None:
    merged = {word for word in words.values() if list(words.values()).count(word) > 1}
    for medium, effect in said["removal_effect_channel"].items():
        if words[medium] not in merged:
            out = members(plan.planned, "medium")[words[medium]]
            assert removal_effect(plan.planned, out) == pytest.approx(effect, rel=1e-9, abs=1e-12)


def test_as_much_is_asked_twice(plan: Flat, said: dict[str, Any]) -> None:
    found = asking(plan.planned)
    certain, possible = (sum(map(len, each.values())) for each in (found.certain, found.possible))
    assert (certain, certain + possible) == (said["asked_again_certain"], said["asked_again_possible"])


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
    """The figures count what nobody knows of the cost of winning a customer as nothing."""
    values = {key.replace("-", "_"): segment_value(segment) for key, segment in plan.plan.segments.items()}
    assert {key: value.gross for key, value in values.items()} == pytest.approx(
        said["segment_clv_gupta_lehmann"], abs=0.005
    )
    for key, segment in plan.plan.segments.items():
        assert (values[key.replace("-", "_")].net is None) == (segment.acquisition_cost is None)
