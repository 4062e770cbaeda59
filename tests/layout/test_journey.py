from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings

from journeymapper.layout.journey import lay_out
from journeymapper.model.plan import Plan
from tests.layout.laws import broken_laws
from tests.layout.lettering import PlainMeasure
from tests.layout.random_plans import plans_to_lay_out, random_plan


@settings(max_examples=200)
@given(plan=plans_to_lay_out())
def test_every_micro_journey_is_laid_out_lawfully(plan: Plan) -> None:
    assert broken_laws(lay_out(plan, "j", PlainMeasure())) == []
