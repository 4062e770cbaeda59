from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from journeymapper.layout.journey import lay_out
from journeymapper.model.plan import Plan
from tests.layout.laws import broken_laws
from tests.layout.lettering import PlainMeasure
from tests.layout.random_plans import plans_to_lay_out
from tests.layout.sample import SAMPLE, sample, with_changes


@settings(max_examples=150)
@given(plan=plans_to_lay_out())
def test_every_micro_journey_is_drawn_lawfully(plan: Plan) -> None:
    assert broken_laws(lay_out(plan, "j", PlainMeasure())) == []


@settings(max_examples=6)
@given(plan=plans_to_lay_out(most=70))
def test_long_micro_journeys_are_drawn_lawfully(plan: Plan) -> None:
    assert broken_laws(lay_out(plan, "j", PlainMeasure())) == []


@settings(max_examples=100)
@given(plan=plans_to_lay_out("macro", most=15))
def test_every_macro_journey_is_drawn_lawfully(plan: Plan) -> None:
    assert broken_laws(lay_out(plan, "j", PlainMeasure())) == []


@settings(max_examples=30)
@given(plan=plans_to_lay_out())
def test_the_same_plan_gives_the_same_drawing(plan: Plan) -> None:
    again = Plan.model_validate(plan.model_dump(mode="json", by_alias=True, exclude_unset=True))
    assert lay_out(plan, "j", PlainMeasure()) == lay_out(again, "j", PlainMeasure())


def test_the_drawing_does_not_depend_on_the_order_of_hashes(root: Path) -> None:
    program = """
import hashlib
from random import Random
from journeymapper.layout.journey import lay_out
from tests.layout.lettering import PlainMeasure
from tests.layout.random_plans import random_plan
drawings = [lay_out(random_plan(Random(seed), level), "j", PlainMeasure())
            for seed in range(12) for level in ("micro", "macro")]
print(hashlib.sha256(repr(drawings).encode()).hexdigest())
"""
    found = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize("level", ["micro", "macro"])
def test_a_journey_without_interactions_is_an_empty_drawing(level: str) -> None:
    plan = Plan.model_validate({"title": "Empty", "journeys": {"j": {"level": level}}})
    geometry = lay_out(plan, "j", PlainMeasure())
    assert not geometry.cards
    assert not geometry.routes
    assert geometry.bounds.w > 0


def test_an_unknown_journey_is_refused() -> None:
    with pytest.raises(KeyError):
        lay_out(sample(), "nowhere", PlainMeasure())


def test_a_journey_without_level_is_drawn_as_a_micro_journey() -> None:
    assert lay_out(with_changes(level=None), SAMPLE, PlainMeasure()).level == "micro"


def test_links_to_what_does_not_exist_are_left_out() -> None:
    steps: dict[str, Any] = {"a": {"next": {"nowhere": "60%", "b": "40%"}}, "b": {}}
    plan = Plan.model_validate({"title": "Plan", "journeys": {"j": {"interactions": steps}}})
    assert [(route.source, route.target) for route in lay_out(plan, "j", PlainMeasure()).routes] == [("a", "b")]
