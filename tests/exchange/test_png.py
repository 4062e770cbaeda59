from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.errors import ExportFailed
from journeymapper.exchange import png
from journeymapper.exchange.job import ExportJob
from tests.drawing.picture import colour_at, inked, painted
from tests.exchange.plans import booklet, example, odd_plan

pytestmark = pytest.mark.usefixtures("qapp")


def picture(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image


@pytest.mark.parametrize("scale", [0.5, 1, 2, 2.75])
def test_the_picture_has_the_size_that_was_asked_for(examples: Path, scale: float) -> None:
    drawn = booklet(example(examples, "sample-box"))
    image = picture(png.write(drawn, ExportJob(scale=scale)))
    assert (image.width(), image.height()) == png.pixels(drawn.sheets[0], scale)
    assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)


def test_the_picture_is_what_the_canvas_paints(examples: Path) -> None:
    drawn = booklet(example(examples, "sample-box"))
    on_canvas = painted(drawn.sheets[0], scale=1.5)
    exported = picture(png.write(drawn, ExportJob(scale=1.5)))
    assert exported.convertToFormat(on_canvas.format()) == on_canvas
    assert inked(exported) > 0.1


def test_light_and_dark_have_their_grounds(examples: Path) -> None:
    plan = example(examples, "sample-box")
    for theme in (LIGHT, DARK):
        job = ExportJob(theme=theme.name, scale=1)
        image = picture(png.write(booklet(plan, job=job), job))
        assert colour_at(image, 2, 2) == theme.hex("canvas")
        assert not image.hasAlphaChannel()


def test_a_transparent_picture_has_no_ground_but_solid_cards(examples: Path) -> None:
    drawn = booklet(example(examples, "sample-box"))
    image = picture(png.write(drawn, ExportJob(scale=1, transparent=True)))
    alphas = {image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())}
    assert {0, 255} <= alphas


def test_the_same_plan_gives_the_same_bytes(examples: Path) -> None:
    plan = example(examples, "sample-box")
    assert png.write(booklet(plan), ExportJob()) == png.write(booklet(plan), ExportJob())


def test_the_title_is_in_the_picture_s_texts() -> None:
    assert picture(png.write(booklet(odd_plan()), ExportJob(scale=1))).text("Title") == "Odd & <strange> texts"


def test_a_picture_that_is_too_large_is_refused_with_its_size(examples: Path) -> None:
    drawn = booklet(example(examples, "sample-box"))
    with pytest.raises(
        ExportFailed, match=r"would have [\d,]+ × [\d,]+ = [\d,]+ pixels.* choose a scale of [\d.]+ or"
    ) as no:
        png.write(drawn, ExportJob(scale=40))
    fitting = float(str(no.value).partition("scale of ")[2].partition(" ")[0])
    width, height = png.pixels(drawn.sheets[0], fitting)
    assert 0.97 * png.LARGEST < width * height <= png.LARGEST * 1.001
