from __future__ import annotations

import pytest

from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.journey import lay_out
from tests.layout.laws import broken_laws
from tests.layout.lettering import PlainMeasure
from tests.layout.sample import SAMPLE, sample


def _drawn(**moved: list[float]) -> JourneyGeometry:
    return lay_out(sample(layout={SAMPLE: moved}), SAMPLE, PlainMeasure())


def _by(before: JourneyGeometry, after: JourneyGeometry, ident: str) -> tuple[float, float]:
    one, other = before.cards[ident].rect, after.cards[ident].rect
    return other.x - one.x, other.y - one.y


@pytest.mark.parametrize("offset", [[1, 0], [0, 1], [2, 3], [0, 5], [0, 12], [11, 2], [20, 0]])
def test_a_moved_card_stands_where_it_was_put(offset: list[float]) -> None:
    assert _by(_drawn(), _drawn(card=offset), "card") == (20 * offset[0], 20 * offset[1])


def test_a_card_moved_far_stays_in_its_stage_and_lane() -> None:
    geometry = _drawn(card=[40, 40], offer=[-40, -40])
    for ident, stage, lane in (("card", "fulfilment", "marketing"), ("offer", "transaction", "sales")):
        x, y = geometry.cards[ident].rect.center
        assert next(head for head in geometry.stages if head.ident == stage).area.contains(
            x, geometry.lanes[0].area.y + 1
        )
        assert next(head for head in geometry.lanes if head.ident == lane).area.contains(x, y)
    assert broken_laws(geometry) == []


def test_no_other_card_moves_up_into_the_place_of_a_moved_one() -> None:
    before, after = _drawn(), _drawn(ad=[0, 10])
    assert after.cards["ad"].rect.y > after.cards["form"].rect.y
    assert after.cards["form"].rect.y >= before.cards["form"].rect.y
    assert broken_laws(after) == []


def test_a_card_moved_onto_another_goes_on_to_the_next_free_place() -> None:
    before = _drawn()
    down = (before.cards["qualify"].rect.y - before.cards["offer"].rect.y) / 20
    after = _drawn(offer=[0, down])
    assert after.cards["offer"].rect.y > after.cards["qualify"].rect.y
    assert broken_laws(after) == []


def test_offsets_of_unknown_cards_and_of_nothing_change_nothing() -> None:
    assert _drawn(nobody=[3, 3], offer=[0, 0]) == _drawn()
