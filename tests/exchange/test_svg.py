from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.exchange.job import ExportJob
from journeymapper.exchange.svg import write
from tests.drawing.picture import inked
from tests.exchange.plans import booklet, example, odd_plan

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_texts_are_texts(examples: Path) -> None:
    found = texts(parsed(write(booklet(example(examples, "sample-box")), ExportJob())))
    assert {"Offer a sample box", "Sales rep · Phone call", "Engagement", "62%"} <= set(found)


def test_odd_texts_are_kept_and_well_formed() -> None:
    root = parsed(write(booklet(odd_plan()), ExportJob()))
    found = texts(root)
    assert "finance office" in found
    assert "<b>x</b> & \"y\" 'z'" in found
    assert "漢字仮名交じり文" in found
    assert root.findtext(f"{SVG}title") == "Odd & <strange> texts"
    assert not [text for text in found if "\x07" in text or "\x00" in text]


def test_text_from_right_to_left_says_so() -> None:
    root = parsed(write(booklet(odd_plan()), ExportJob()))
    arabic = next(element for element in root.iter(f"{SVG}text") if element.text == "مرحبا بالعالم")
    assert arabic.get("direction") == "rtl"
    assert arabic.get("text-anchor") is None


def test_nothing_in_it_can_act_or_reach_out() -> None:
    root = parsed(write(booklet(odd_plan()), ExportJob()))
    kinds = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert kinds <= {"svg", "title", "g", "rect", "path", "text", "image"}
    names = {name for element in root.iter() for name in element.keys()}  # noqa: SIM118  # an element is no mapping
    assert not [name for name in names if name.startswith("on")]


def test_the_view_is_that_of_the_drawing(examples: Path) -> None:
    drawn = booklet(example(examples, "sample-box"))
    root = parsed(write(drawn, ExportJob()))
    bounds = drawn.sheets[0].bounds
    assert [float(each) for each in (root.get("viewBox") or "").split()] == pytest.approx(
        [bounds.x, bounds.y, bounds.w, bounds.h], abs=0.01
    )
    assert float(root.get("width") or 0) == pytest.approx(bounds.w, abs=0.01)


def test_items_can_be_found_by_their_ids(examples: Path) -> None:
    root = parsed(write(booklet(example(examples, "sample-box")), ExportJob()))
    cards = {group.get("data-item") for group in root.iter(f"{SVG}g") if group.get("class") == "card"}
    assert cards == set(example(examples, "sample-box").journeys["sample-box"].interactions)


def test_themes_and_transparency(examples: Path) -> None:
    plan = example(examples, "sample-box")
    for theme in (LIGHT, DARK):
        job = ExportJob(theme=theme.name)
        first = next(parsed(write(booklet(plan, job=job), job)).iter(f"{SVG}rect"))
        assert first.get("fill") == theme.hex("canvas")
    first = next(parsed(write(booklet(plan), ExportJob(transparent=True))).iter(f"{SVG}rect"))
    assert first.get("fill") != LIGHT.hex("canvas")


def test_the_same_plan_gives_the_same_bytes(examples: Path) -> None:
    plan = example(examples, "coffee-subscription")
    assert write(booklet(plan), ExportJob()) == write(booklet(plan), ExportJob())


def test_it_can_be_shown(examples: Path) -> None:
    drawn = booklet(example(examples, "coffee-subscription"))
    renderer = QSvgRenderer(QByteArray(write(drawn, ExportJob())))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        renderer.render(painter)
    assert inked(image) > 0.1
