import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication

from journeymapper.drawing.fonts import UNITS, ensure_application, font, ui_font
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.roles import TYPE

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=60)


def test_everything_is_set_in_the_shipped_font() -> None:
    for role, (size, weight) in TYPE.items():
        made = font(role)
        assert QFontInfo(made).family() == "Inter"
        assert QFontInfo(made).weight() == weight
        assert made.pixelSize() == size * UNITS
    assert QFontInfo(ui_font(13, 600)).family() == "Inter"


def test_there_are_no_ligatures() -> None:
    apart = sum(QFontMetricsF(font("line")).horizontalAdvance(letter) for letter in "fi")
    assert QFontMetricsF(font("line")).horizontalAdvance("fi") == pytest.approx(apart, abs=UNITS)


def test_the_application_that_runs_is_taken() -> None:
    assert ensure_application() is QGuiApplication.instance()


def test_short_text_stays_on_one_line() -> None:
    assert QtMeasure().wrap("Offer a sample box", "title", 170, 2) == (("Offer a sample box",), False)


def test_long_text_breaks_between_words_and_ends_with_an_ellipsis() -> None:
    lines, cut = QtMeasure().wrap("Offers two free bags in exchange for taste preferences", "title", 120, 2)
    assert cut
    assert lines[0] == "Offers two free"
    assert lines[1].startswith("bags in")
    assert lines[1].endswith("…")


def test_chinese_breaks_between_characters() -> None:
    text, measure = "漢字仮名交じり文の題名", QtMeasure()
    lines, cut = measure.wrap(text, "title", measure.width(text, "title") * 0.6, 3)
    assert not cut
    assert len(lines) == 2
    assert "".join(lines) == text


def test_a_word_that_is_too_long_breaks_inside() -> None:
    lines, cut = QtMeasure().wrap("Donaudampfschifffahrtsgesellschaft", "title", 100, 4)
    assert not cut
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"


def test_breaks_are_right_after_characters_beyond_the_basic_plane() -> None:
    text = "😀😀😀 one two three four five"
    lines, _ = QtMeasure().wrap(text, "title", 80, 9)
    assert " ".join(lines) == text


def test_line_breaks_and_runs_of_blanks_become_one_blank() -> None:
    assert QtMeasure().wrap("one\n  two\tthree", "line", 500, 1) == (("one two three",), False)


@given(TEXTS, st.floats(40, 300), st.integers(1, 4))
def test_every_line_fits(text: str, width: float, lines: int) -> None:
    measure = QtMeasure()
    found, cut = measure.wrap(text, "line", width, lines)
    assert 1 <= len(found) <= lines
    if cut:
        assert "…" in found[-1]
    widest_letter = max(measure.width(letter, "line") for letter in text)
    assert all(measure.width(line, "line") <= max(width, widest_letter) + 1 for line in found)


@given(TEXTS)
def test_nothing_is_lost_where_nothing_is_cut(text: str) -> None:
    lines, cut = QtMeasure().wrap(text, "line", 90, 50)
    assert cut or "".join("".join(lines).split()) == "".join(text.split())
