"""An edit moves no card that need not move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.journey import lay_out
from tests.layout.lettering import PlainMeasure
from tests.layout.sample import SAMPLE, sample, steps

_LINKS = [(source, target) for source, step in steps().items() for target in step["next"] if target in steps()]


def _drawn(interactions: dict[str, Any]) -> JourneyGeometry:
    return lay_out(sample(interactions), SAMPLE, PlainMeasure())


def _cell(geometry: JourneyGeometry, ident: str) -> tuple[str | None, int, str | None, int]:
    """Stage and column in it, lane and row in it."""
    x, y = geometry.cards[ident].rect.center
    stage = next(stage for stage in geometry.stages if stage.area.x < x < stage.area.right)
    lane = next(lane for lane in geometry.lanes if lane.area.y < y < lane.area.bottom)
    columns = sorted({card.rect.x for card in geometry.cards.values() if stage.area.contains(*card.rect.center)})
    rows = sorted({card.rect.y for card in geometry.cards.values() if lane.area.contains(*card.rect.center)})
    rect = geometry.cards[ident].rect
    return stage.ident, columns.index(rect.x), lane.ident, rows.index(rect.y)


def _inserted(source: str, target: str, process: str) -> Iterator[dict[str, Any]]:
    """A new step between two others, written at the end of the file or right behind its source."""
    new = {"title": "New", "stage": steps()[source]["stage"], "process": process, "next": {target: "100%"}}
    for behind in (False, True):
        changed = steps()
        onward = changed[source]["next"]
        changed[source]["next"] = {"new" if key == target else key: link for key, link in onward.items()}
        order: dict[str, Any] = {}
        for ident, step in changed.items():
            order[ident] = step
            if behind and ident == source:
                order["new"] = new
        yield {**order, "new": new}


@pytest.mark.parametrize(("source", "target"), _LINKS)
@pytest.mark.parametrize("process", ["sales", "marketing", "support"])
def test_a_new_step_leaves_the_other_stages_as_they_are(source: str, target: str, process: str) -> None:
    before = _drawn(steps())
    stage = steps()[source]["stage"]
    for interactions in _inserted(source, target, process):
        after = _drawn(interactions)
        moved = [ident for ident, step in steps().items() if _cell(before, ident) != _cell(after, ident)]
        assert not [ident for ident in moved if steps()[ident]["stage"] != stage]
        assert len(moved) <= 3


@pytest.mark.parametrize(("source", "target"), _LINKS)
def test_a_step_written_last_keeps_the_lanes_in_order(source: str, target: str) -> None:
    at_the_end, _ = _inserted(source, target, "support")
    assert [lane.ident for lane in _drawn(at_the_end).lanes] == [lane.ident for lane in _drawn(steps()).lanes]


@pytest.mark.parametrize(("source", "target"), _LINKS)
def test_a_new_step_moves_nothing_before_its_stage_sideways(source: str, target: str) -> None:
    before = _drawn(steps())
    stages = [stage.ident for stage in before.stages]
    place = stages.index(steps()[source]["stage"])
    for interactions in _inserted(source, target, steps()[source]["process"]):
        after = _drawn(interactions)
        for ident, step in steps().items():
            if stages.index(step["stage"]) < place:
                assert before.cards[ident].rect.x == after.cards[ident].rect.x


@pytest.mark.parametrize(("source", "target"), _LINKS)
def test_a_link_less_moves_no_card_to_another_place(source: str, target: str) -> None:
    changed = steps()
    del changed[source]["next"][target]
    before, after = _drawn(steps()), _drawn(changed)
    same_stage = steps()[source]["stage"]
    for ident, step in steps().items():
        if step["stage"] != same_stage:
            assert _cell(before, ident) == _cell(after, ident)


def test_a_new_title_moves_no_card_sideways() -> None:
    changed = steps()
    changed["offer"]["title"] = "Offers two free bags of coffee in exchange for taste preferences"
    before, after = _drawn(steps()), _drawn(changed)
    assert [card.rect.x for card in before.cards.values()] == [card.rect.x for card in after.cards.values()]
    assert before.cards["mail"].rect == after.cards["mail"].rect
