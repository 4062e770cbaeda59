"""The fixed words for media keep every change of medium a change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.examples.flat import RESEARCHED, Reading, flat_plan


@pytest.mark.parametrize("name", RESEARCHED)
def test_the_plan_uses_the_words_that_are_written_down(
    name: str, example: Reading, media: dict[str, dict[str, str]]
) -> None:
    plan = flat_plan(example(name))
    assert {plan.medium(key) for key in plan.flat.steps} == set(media[RESEARCHED[name]].values())


@pytest.mark.parametrize("name", RESEARCHED)
def test_every_medium_with_a_removal_effect_has_a_word(
    name: str, figures: dict[str, Any], media: dict[str, dict[str, str]]
) -> None:
    known = RESEARCHED[name]
    assert set(figures[known]["removal_effect_channel"]) <= set(media[known])
