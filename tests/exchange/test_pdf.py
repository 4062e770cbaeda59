import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination
from PySide6.QtGui import QFontDatabase

from journeymapper.errors import ExportFailed
from journeymapper.exchange.job import ExportJob
from journeymapper.exchange.paper import LARGEST, POINTS_PER_PIXEL, sheet_for
from journeymapper.exchange.pdf import write
from journeymapper.layout.geometry import Rect
from tests.exchange.plans import booklet, example, odd_plan

pytestmark = pytest.mark.usefixtures("qapp")


def pages(data: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(data)).pages)


def fonts(page: PageObject) -> list[str]:
    """The names of the fonts that are embedded in a page."""
    found = []
    for entry in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf types resources loosely
        inner = entry.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
        found.append(str(inner["/BaseFont"]))
    return found


def test_all_texts_can_be_searched(examples: Path) -> None:
    text = pages(write(booklet(example(examples, "sample-box")), ExportJob()))[0].extract_text()
    for wanted in ("Try a sample box", "Offer a sample box", "Sales rep · Phone call", "Engagement", "62%", "Feeling"):
        assert wanted in text


def test_ligatures_do_not_hide_words_and_odd_texts_are_kept() -> None:
    text = pages(write(booklet(odd_plan()), ExportJob()))[0].extract_text()
    assert "finance office" in text
    assert "<b>x</b> & \"y\" 'z'" in text
    assert "bell" in text


def test_chinese_is_found_where_the_system_has_a_font_for_it() -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        pytest.skip("no font of this system has Chinese characters")
    text = pages(write(booklet(odd_plan()), ExportJob()))[0].extract_text()
    assert "漢字仮名交じり文" in text.replace("\n", "")


def test_fonts_are_embedded(examples: Path) -> None:
    names = fonts(pages(write(booklet(example(examples, "sample-box")), ExportJob()))[0])
    assert {"/Inter-Regular", "/Inter-SemiBold", "/Inter-Bold"} <= {
        re.sub(r"^/[A-Z]{6}\+", "/", name) for name in names
    }


def test_title_author_and_creator_are_set() -> None:
    reader = PdfReader(BytesIO(write(booklet(odd_plan()), ExportJob())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Odd & <strange> texts"
    assert reader.metadata.author == "Zoë & Co. <team>"
    assert reader.metadata.creator == "journeymapper"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Odd & <strange> texts"}
    assert reader.xmp_metadata.dc_creator == ["Zoë & Co. <team>"]


def test_the_same_plan_gives_the_same_bytes_without_a_date(examples: Path) -> None:
    plan = example(examples, "sample-box")
    data = write(booklet(plan), ExportJob())
    assert write(booklet(plan), ExportJob()) == data
    assert b"Date" not in data


def test_the_bytes_do_not_depend_on_the_process(examples: Path, tmp_path: Path, root: Path) -> None:
    plan = str(examples / "complete.journey.yaml")
    call = [sys.executable, "-m", "journeymapper", "export", plan, "--all", "-o"]
    for seed in ("1", "2", "3"):
        subprocess.run(
            [*call, str(tmp_path / f"{seed}.pdf")], cwd=root, env=os.environ | {"QT_HASH_SEED": seed}, check=True
        )
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def test_the_page_fits_the_journey(examples: Path) -> None:
    drawn = booklet(example(examples, "sample-box"))
    box = pages(write(drawn, ExportJob()))[0].mediabox
    bounds = drawn.sheets[0].bounds
    assert (float(box.width), float(box.height)) == pytest.approx(
        (bounds.w * POINTS_PER_PIXEL, bounds.h * POINTS_PER_PIXEL), abs=1
    )


@pytest.mark.parametrize(
    ("page", "landscape", "size"),
    [("a4", None, (842, 595)), ("a4", False, (595, 842)), ("a3", True, (1191, 842)), ("letter", False, (612, 792))],
)
def test_pages_of_a_given_size(examples: Path, page: str, landscape: bool | None, size: tuple[int, int]) -> None:
    job = ExportJob(page=page, landscape=landscape)
    box = pages(write(booklet(example(examples, "sample-box")), job))[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_several_journeys_are_several_pages_each_as_large_as_its_journey(examples: Path) -> None:
    plan = example(examples, "coffee-subscription")
    found = pages(write(booklet(plan, *plan.journeys), ExportJob()))
    assert len(found) == len(plan.journeys)
    assert len({round(page.mediabox.width) for page in found}) > 2
    for page, journey in zip(found, plan.journeys.values(), strict=True):
        assert (journey.title or "") in page.extract_text()


def test_several_pages_have_bookmarks(examples: Path) -> None:
    plan = example(examples, "complete")
    reader = PdfReader(BytesIO(write(booklet(plan, *plan.journeys), ExportJob())))
    titles = [entry.title for entry in reader.outline if isinstance(entry, Destination)]
    assert titles == [journey.title for journey in plan.journeys.values()]
    assert not PdfReader(BytesIO(write(booklet(plan), ExportJob()))).outline


def test_everything_is_vector(examples: Path) -> None:
    plan = example(examples, "sample-box")
    for theme in ("light", "dark"):
        job = ExportJob(theme=theme)
        assert not pages(write(booklet(plan, job=job), job))[0].images


def test_a_huge_drawing_is_scaled_to_what_readers_show() -> None:
    paper = sheet_for(Rect(0, 0, 100_000, 400), ExportJob())
    assert paper.width == pytest.approx(LARGEST)
    assert paper.height == pytest.approx(LARGEST * 400 / 100_000)


def test_a_drawing_is_centred_inside_the_margins() -> None:
    paper = sheet_for(Rect(0, 0, 1000, 1000), ExportJob(page="a4", landscape=False, margin=10))
    margin = 10 * 72 / 25.4
    assert paper.scale == pytest.approx((595 - 2 * margin) / 1000)
    assert (paper.left, paper.top) == pytest.approx((margin, margin))


def test_pages_that_can_not_be_are_refused() -> None:
    with pytest.raises(ExportFailed, match="'b7' is no page size; there are fit, a5"):
        sheet_for(Rect(0, 0, 10, 10), ExportJob(page="b7"))
    with pytest.raises(ExportFailed, match="400 mm leaves no room"):
        sheet_for(Rect(0, 0, 10, 10), ExportJob(page="a4", margin=400))
