"""Frozen maps and records: what can't be changed in place, and what is made of them instead."""

import pickle
from collections.abc import Callable
from functools import partial

import pytest
from pydantic import ValidationError

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from tests.plans import cafe


def test_a_frozen_map_refuses_every_change() -> None:
    held = FrozenMap({"a": 1})
    changes: list[Callable[[], object]] = [
        partial(held.__setitem__, "b", 2),
        partial(held.__delitem__, "a"),
        partial(held.update, b=2),
        partial(held.pop, "a"),
        partial(held.setdefault, "b", 2),
        held.clear,
        held.popitem,
    ]
    for change in changes:
        with pytest.raises(TypeError, match="a plan is a value"):
            change()
    assert held == {"a": 1}


def test_put_keeps_the_order_people_gave() -> None:
    held = FrozenMap({"a": 1, "b": 2})
    assert list(held.put("a", 9).items()) == [("a", 9), ("b", 2)]
    assert list(held.put("c", 3)) == ["a", "b", "c"]
    assert list(held.put("c", 3, before="b")) == ["a", "c", "b"]
    assert list(held.renamed("a", "z")) == ["z", "b"]
    assert list(held.drop("a")) == ["b"]
    assert held == {"a": 1, "b": 2}


def test_plans_travel_between_processes() -> None:
    plan = cafe()
    assert pickle.loads(pickle.dumps(plan)) == plan


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        cafe().title = "Other"  # type: ignore[misc]  # that it can't is the point


def test_unknown_stays_unknown() -> None:
    nothing = Interaction()
    assert (nothing.feeling, nothing.moment_of_truth, nothing.asks, nothing.cost) == (None, None, None, None)
    assert Interaction.model_validate({"next": {"a": None}}).next["a"].share is None
    assert Link.model_validate({"carries": []}).carries == ()


def test_own_keys_are_kept_and_others_refused() -> None:
    assert cafe(**{"x-board": {"seen": True}}).extras == {"x-board": {"seen": True}}
    with pytest.raises(ValidationError):
        cafe(titel="Typo")


@pytest.mark.parametrize("ident", ["Upper", "1st", "x-own", "with space", "ä", "", "-dash", "under_score"])
def test_bad_ids_are_refused(ident: str) -> None:
    with pytest.raises(ValidationError):
        Journey.model_validate({"interactions": {ident: None}})


@pytest.mark.parametrize("ident", ["a", "x", "xy", "x9", "a-1", "step-2-b"])
def test_good_ids_are_taken(ident: str) -> None:
    assert list(Journey.model_validate({"interactions": {ident: None}}).interactions) == [ident]


def test_interactions_and_ends_share_one_namespace() -> None:
    with pytest.raises(ValidationError, match="both an interaction and an end"):
        Journey.model_validate({"interactions": {"a": None}, "ends": {"a": None}})


def test_short_forms_are_the_long_ones() -> None:
    short = Journey.model_validate(
        {
            "starts": {"a": "100%"},
            "interactions": {"a": {"satisfaction": "8", "next": {"b": "40%", "c": None}}},
            "ends": {"b": {"leads_to": "up"}, "c": None},
        }
    )
    long = Journey.model_validate(
        {
            "starts": {"a": {"share": "100%"}},
            "interactions": {
                "a": {"satisfaction": {"value": 8}, "next": {"b": {"share": "40%"}, "c": {"share": None}}}
            },
            "ends": {"b": {"leads_to": {"to": "up"}}, "c": {}},
        }
    )
    assert short == long


def test_a_measure_fits_its_unit() -> None:
    measure = {"measures": {"m": {"unit": "duration", "now": "54%"}}}
    with pytest.raises(ValidationError, match="'now: 54%' does not fit 'unit: duration'"):
        Interaction.model_validate(measure)


def test_a_newer_format_is_no_plan_of_ours() -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({"journeymapper": 2, "title": "From tomorrow"})
