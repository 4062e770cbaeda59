from __future__ import annotations

from hypothesis import given, settings

from journeymapper.model.plan import Plan
from tests.plans import random_plans
from tests.rules.law import broken_laws
from tests.sketches import any_plans


@settings(max_examples=30)
@given(random_plans(max_steps=3))
def test_fixes_of_random_plans_keep_the_law(whole: Plan) -> None:
    assert not list(broken_laws(whole))


@settings(max_examples=30)
@given(any_plans())
def test_fixes_of_wrong_plans_keep_the_law(whole: Plan) -> None:
    assert not list(broken_laws(whole))
