import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.drawing.lettering import centred, lettered, printable, reads_from_right
from journeymapper.layout.geometry import Rect


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Offer", False), ("مرحبا", True), ("42% שלום", True), ("2024", False), ("", False), ("日本語", False)],
)
def test_the_direction_is_that_of_the_first_letter(text: str, expected: bool) -> None:
    assert reads_from_right(text) is expected


def test_text_begins_at_the_side_that_it_is_read_from() -> None:
    assert lettered("Offer", 10, 90, 20, "line", "ink").at == (10, 20)
    arabic = lettered("مرحبا", 10, 90, 20, "line", "ink")
    assert arabic.at == (90, 20)
    assert arabic.align == "right"


def test_what_no_picture_can_hold_is_left_out() -> None:
    assert printable("a\x00b\x1bc\ud800d") == "abcd"
    assert printable("one\ntwo\tthree") == "one two three"
    assert printable("zero‍width 👩‍💻 é ﬁ") == "zero‍width 👩‍💻 é ﬁ"


@given(st.text())
def test_what_is_printable_can_be_written_as_xml(text: str) -> None:
    kept = printable(text)
    kept.encode("utf-8")
    assert not [letter for letter in kept if ord(letter) < 32 or 0xFFFE <= ord(letter) <= 0xFFFF]


def test_centred_text_stands_in_the_middle() -> None:
    text = centred("62%", Rect(0, 0, 40, 20), "label", "ink")
    assert text.at[0] == 20
    assert 10 < text.at[1] < 20
    assert text.align == "centre"
