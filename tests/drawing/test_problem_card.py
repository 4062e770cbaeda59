from itertools import pairwise

import pytest

from journeymapper.drawing.display import Box, Text
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.problem_card import draw_problem
from journeymapper.layout.geometry import Card, Rect

pytestmark = pytest.mark.usefixtures("qapp")

REASON = "'offer' must be a group of indented 'key: value' lines, not a list"


def card(height: float = 49) -> Card:
    return Card("offer", Rect(10, 20, 212, height), ("offer",), "", "", -1, None, moment_of_truth=False, opens=False)


@pytest.mark.parametrize("height", [49, 66, 120])
def test_id_matter_and_reason_stand_inside_below_each_other(height: float) -> None:
    group = draw_problem(card(height), "can't be read", REASON, QtMeasure())
    texts = [item for item in group.items if isinstance(item, Text)]
    assert [text.text for text in texts[:2]] == ["offer", "can't be read"]
    assert REASON.startswith(texts[2].text.rstrip("… "))
    measure = QtMeasure()
    for above, below in pairwise(texts):
        assert below.at[1] - above.at[1] >= 12
    assert all(text.at[0] + measure.width(text.text, text.role) <= 222 for text in texts)
    assert texts[0].at[1] - 10 > 20
    assert texts[-1].at[1] + 2 < 20 + height
    assert group.bounds == card(height).rect.grown(2)


def test_the_outline_is_broken_and_the_tip_has_all() -> None:
    group = draw_problem(card(), "can't be read", REASON, QtMeasure())
    outlines = [item for item in group.items if isinstance(item, Box) and item.stroke]
    assert [(box.stroke, bool(box.dash)) for box in outlines] == [("error", True)]
    assert group.tip == f"offer: can't be read\n{REASON}"


def test_from_afar_the_id_is_large_and_then_there_is_colour_alone() -> None:
    group = draw_problem(card(), "can't be read", REASON, QtMeasure())
    assert [item.text for item in group.at("title") if isinstance(item, Text)] == ["offer"]
    assert [type(item) for item in group.at("colour")] == [Box]
