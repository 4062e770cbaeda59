from dataclasses import replace
from pathlib import Path

import pytest

from journeymapper.drawing.composing import Composition, compose, flow_of
from journeymapper.drawing.display import DisplayList, Image, Text
from journeymapper.drawing.journey import draw_journey
from journeymapper.drawing.legend import draw_legend
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.page import MARGIN, on_page
from journeymapper.layout.geometry import JourneyGeometry, Rect
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.reading import read_plan
from tests.drawing.picture import inked, painted
from tests.drawing.sample import micro
from tests.drawing.sample_macro import macro

pytestmark = pytest.mark.usefixtures("qapp")
PLAN = Plan.model_validate({
    "title": "Coffee",
    "processes": {"sales": {"title": "Sales"}, "marketing": {"title": "Marketing"}, "support": {"title": "Support"}},
    "brand": {"footer": "Morning Post Coffee"},
})  # fmt: skip


def page(geometry: JourneyGeometry, plan: Plan = PLAN, logo: Image | None = None) -> DisplayList:
    composition = Composition(geometry, draw_journey(geometry, QtMeasure()))
    return on_page(composition, plan, QtMeasure(), logo)


def said(display: DisplayList) -> list[str]:
    return [item.text for group in display.groups for item in group.items if isinstance(item, Text)]


def test_a_page_has_title_legend_and_footer() -> None:
    texts = said(page(micro()))
    assert texts.count("Try a sample box") == 1
    assert "Micro journey · 11 interactions · Coffee" in texts
    assert "Morning Post Coffee" in texts
    assert {"Sales", "Marketing", "Support", "moment of truth"} <= set(texts)
    assert {"hand-over without criteria", "share assumed", "opens a micro journey"} <= set(texts)


def test_a_drawing_that_has_its_title_gets_no_second_one() -> None:
    assert said(page(macro())).count("A coffee drinker's life with us") == 1


@pytest.mark.parametrize("geometry", [micro(), macro()], ids=["micro", "macro"])
def test_everything_is_on_the_page_with_a_margin(geometry: JourneyGeometry) -> None:
    display = page(geometry)
    inner = display.bounds.grown(1 - MARGIN)
    for group in display.groups:
        if group.layer == "page" or group.kind in ("page", "card", "stage"):
            assert group.bounds.united(inner) == inner, group


def test_the_legend_names_only_what_occurs_and_breaks_its_lines() -> None:
    measure = QtMeasure()
    wide = draw_legend(micro(), [("Sales", "process:0")], Rect(0, 0, 2000, 0), measure)
    narrow = draw_legend(micro(), [("Sales", "process:0")], Rect(0, 0, 300, 0), measure)
    texts = [item.text for item in wide.items if isinstance(item, Text)]
    assert "medium changes, context kept" in texts
    assert "Marketing" not in texts
    assert narrow.bounds.h > 3 * wide.bounds.h
    nothing = replace(micro(), cards=FrozenMap(), routes=())
    assert not draw_legend(nothing, [], Rect(0, 0, 300, 0), measure).items


def test_a_logo_is_fitted_beside_the_title() -> None:
    display = page(micro(), logo=Image(Rect(0, 0, 600, 300), b""))
    placed = next(item for group in display.groups for item in group.items if isinstance(item, Image))
    assert placed.rect.h == 36
    assert placed.rect.w == 72
    assert placed.rect.right == micro().bounds.right


@pytest.mark.parametrize("name", ["sample-box", "coffee-subscription", "minimal", "complete"])
def test_every_journey_of_the_examples_can_be_drawn(examples: Path, name: str) -> None:
    document = read_plan(examples / f"{name}.journey.yaml").document
    assert document is not None
    for journey in document.plan.journeys:
        composition = compose(document.plan, journey, QtMeasure())
        assert set(composition.geometry.cards) == set(document.plan.journeys[journey].interactions)
        assert inked(painted(composition.display, scale=0.5)) > 0.05


def test_a_drawing_knows_its_author_and_the_size_of_details(examples: Path) -> None:
    document = read_plan(examples / "complete.journey.yaml").document
    assert document is not None
    assert compose(document.plan, "life", QtMeasure()).display.author == "Head of customer experience"
    assert flow_of(document.plan, "life").steps == {"sample": 2}


def test_an_unknown_journey_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        compose(PLAN, "nowhere", QtMeasure())
