import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from journeymapper.drawing.display import Box, DisplayList, Group, Image, Layer, Text, still
from journeymapper.drawing.journey import draw_journey
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.painter import is_document, paint
from journeymapper.drawing.painter_prepared import prepared
from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.layout.geometry import Rect
from tests.drawing.picture import colour_at, inked, painted, pixels
from tests.drawing.sample import micro
from tests.drawing.sample_macro import macro

pytestmark = pytest.mark.usefixtures("qapp")

LINKS: tuple[Layer, ...] = ("links",)
CARDS: tuple[Layer, ...] = ("cards",)


@pytest.fixture(scope="module")
def sheet(qapp: object) -> DisplayList:
    return draw_journey(micro(), QtMeasure())


def one(*items: Box | Text | Image) -> DisplayList:
    """A display list of one card."""
    rect = Rect(0, 0, 200, 100)
    return DisplayList.of(rect, [Group("card", "only", "cards", rect, still(*items))], "one")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_journey_is_painted_on_the_canvas(sheet: DisplayList, theme: object) -> None:
    chosen = LIGHT if theme is LIGHT else DARK
    image = painted(sheet, theme=chosen)
    assert 0.15 < inked(image, chosen) < 0.9
    card = micro().cards["offer"].rect
    bounds = sheet.bounds
    assert colour_at(image, card.x - bounds.x + 150, card.y - bounds.y + 8) == chosen.hex("card")
    assert colour_at(image, card.x - bounds.x + 2, card.center[1] - bounds.y) == chosen.hex("process:0")


def test_painting_twice_gives_the_same_pixels(sheet: DisplayList) -> None:
    again = draw_journey(micro(), QtMeasure())
    assert painted(sheet) == painted(sheet) == painted(again)


def test_only_what_is_exposed_is_painted_and_exactly_as_in_the_whole(sheet: DisplayList) -> None:
    window = Rect(300, 250, 320, 260)
    whole, part = pixels(painted(sheet)), pixels(painted(sheet, exposed=window))
    top, left = int(window.y - sheet.bounds.y), int(window.x - sheet.bounds.x)
    inside = np.s_[top : top + int(window.h), left : left + int(window.w)]
    assert (whole[inside] == part[inside]).all()
    assert inked(painted(sheet, exposed=window)) < inked(painted(sheet)) / 2


def test_layers_are_painted_one_by_one_as_together(sheet: DisplayList) -> None:
    together = painted(sheet, layers=(*LINKS, *CARDS))
    apart = painted(sheet, layers=LINKS)
    with QPainter(apart) as painter:
        painter.translate(-sheet.bounds.x, -sheet.bounds.y)
        paint(sheet, painter, LIGHT, layers=CARDS)
    assert together == apart
    assert inked(painted(sheet, layers=())) == 0


def test_less_detail_is_less_ink_but_never_nothing(sheet: DisplayList) -> None:
    title, colour = (painted(sheet, detail=detail) for detail in ("title", "colour"))
    assert inked(title) > 0.1
    assert inked(colour) > 0.1
    rect = micro().cards["pack"].rect
    middle = (rect.center[0] - sheet.bounds.x, rect.y + 5 - sheet.bounds.y)
    assert colour_at(title, *middle) == LIGHT.hex("card")
    assert colour_at(colour, *middle) not in (LIGHT.hex("card"), LIGHT.hex("canvas"))


def test_a_crowd_seen_from_afar_looks_as_one_by_one(qapp: object) -> None:
    boxes = [Rect(40.0 * (place % 40), 20.0 * (place // 40), 30, 12) for place in range(1600)]
    groups = [
        Group("card", str(place), "cards", rect, still(Box(rect, fill=f"process:{place % 3}/80")))
        for place, rect in enumerate(boxes)
    ]
    bounds = Rect(0, 0, 1600, 800)
    crowd = painted(DisplayList.of(bounds, groups), scale=0.5, detail="colour")
    apart = QImage(crowd.size(), crowd.format())
    apart.fill(QColor(LIGHT.hex("canvas")))
    with QPainter(apart) as painter:
        painter.scale(0.5, 0.5)
        for group in groups:
            paint(DisplayList.of(bounds, [group]), painter, LIGHT, detail="colour")
    assert crowd == apart


def test_boxes_that_look_alike_are_sharp_wherever_they_are(qapp: object) -> None:
    boxes = [Box(Rect(x, 10.0, 60, 30), 8, fill="card", stroke="line") for x in (10.0, 90.0)]
    groups = [Group("card", str(box), "cards", box.rect, still(box)) for box in boxes]
    image = painted(DisplayList.of(Rect(0, 0, 200, 60), groups), scale=1.37)
    found = pixels(image)
    left, right = (found[round(10 * 1.37) :, round(x * 1.37) : round(x * 1.37) + 80] for x in (10, 90))
    assert (left == right).all()


def test_a_sprite_shows_on_a_screen_with_two_pixels_to_a_point(qapp: object) -> None:
    display = one(Box(Rect(20, 20, 100, 40), 8, fill="accent"))
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("#FFFFFF"))
    with QPainter(image) as painter:
        paint(display, painter, LIGHT)
    assert colour_at(image, 2 * 70, 2 * 40) == LIGHT.hex("accent")
    assert colour_at(image, 2 * 70, 2 * 62) == "#FFFFFF"
    assert colour_at(image, 2 * 118, 2 * 40) == LIGHT.hex("accent")


@pytest.mark.parametrize(("align", "left", "right"), [("left", 100, 160), ("centre", 70, 130), ("right", 40, 100)])
def test_text_stands_where_its_alignment_puts_it(qapp: object, align: str, left: int, right: int) -> None:
    text = Text("Mm", (100, 50), "page-title", "ink", align)  # type: ignore[arg-type]  # parametrized
    columns = np.flatnonzero((pixels(painted(one(text))) < 128).any(axis=(0, 2)))
    assert left <= columns.min() < columns.max() <= right


@pytest.mark.parametrize("text", ["漢字", "مرحبا بالعالم", "😀 ok", "e\u0301", "ไทย", "\u200b", ""])
def test_any_script_can_be_painted(qapp: object, text: str) -> None:
    image = painted(one(Text(text, (10, 50), "title", "ink")))
    assert (inked(image) > 0) == bool(text.strip("\u200b"))


def test_pictures_are_painted_in_their_place(qapp: object) -> None:
    buffer = QBuffer()
    dot = QImage(2, 2, QImage.Format.Format_RGB32)
    dot.fill(QColor("#FF0000"))
    dot.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    image = painted(one(Image(Rect(50, 20, 40, 40), bytes(buffer.data().data()))))
    assert colour_at(image, 70, 40) == "#FF0000"
    assert colour_at(image, 20, 40) == LIGHT.hex("canvas")


def test_a_macro_journey_is_painted_too(qapp: object) -> None:
    assert inked(painted(draw_journey(macro(), QtMeasure()))) > 0.2


def test_what_was_prepared_goes_with_its_display_list(qapp: object) -> None:
    display = one(Box(Rect(0, 0, 10, 10), fill="ink"))
    painted(display)
    kept = weakref.ref(prepared(display))
    assert kept() is not None
    del display
    gc.collect()
    assert kept() is None


def test_a_document_is_told_from_a_picture(qapp: object) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer, image = QPdfWriter(buffer), QImage(8, 8, QImage.Format.Format_RGB32)
    with QPainter(writer) as painter:
        assert is_document(painter)
    with QPainter(image) as painter:
        assert not is_document(painter)
