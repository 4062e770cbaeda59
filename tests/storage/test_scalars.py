import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from journeymapper.storage.scalars import core_value, key_text, number, scalar
from tests.storage.made_up import TEXTS
from tests.storage.texts import HEAD, document


@given(TEXTS)
def test_a_written_text_is_the_same_text_for_every_reader_of_yaml(text: str) -> None:
    for written in (scalar(text), scalar(text, flow=True), scalar(text, quote='"'), scalar(text, quote="'")):
        assert "\n" not in written
        plan = document(f"{HEAD}about: {written}\nx-a: [{scalar(text, flow=True)}]\n").plan
        assert plan.about == text
        assert plan.extras["x-a"] == [text]
        if "\x85" not in text:  # a line break in YAML 1.1, which this reader of 1.2 still believes in
            assert YAML(typ="safe", pure=True).load(f"a: {written}\n") == {"a": text}


@pytest.mark.parametrize("text", ["Pay", "9-17", "home brewer", "it's", "a-b", "100 customers", "e-mail", "é", "a/b"])
def test_ordinary_texts_stay_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["yes", "No", "null", "2024", "1.5", "12:30", "2024-01-01", "~", "", " a", "a: b", "a #b", "- a", "'a'"]
)
def test_texts_that_others_would_misread_are_quoted(text: str) -> None:
    assert scalar(text) == json.dumps(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_exactly_and_without_an_exponent(value: float) -> None:
    assert "e" not in number(value)
    assert float(number(value)) == value


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (0.1, "0.1"), (-2.0, "-2"), (1e20, "1" + "0" * 20)])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
    assert Decimal(text) == Decimal(repr(value))


def test_keys_of_the_format_are_never_quoted() -> None:
    assert [key_text(key) for key in ("on", "off", "n", "no", "x-a", "a b")] == ["on", "off", "n", "no", "x-a", "a b"]
    assert key_text("a: b") == '"a: b"'


@pytest.mark.parametrize("text", ["1" * 19, "1e999", ".inf", ".nan", "0x" + "f" * 20, "1_000", "yes"])
def test_numbers_that_no_computer_holds_exactly_stay_texts(text: str) -> None:
    assert core_value(text) == text
