"""Shares, durations and money, as people write them."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model.units import Amount, Duration, Money, Quantity, Share, number_text


@pytest.mark.parametrize(
    ("text", "fraction"),
    [("54%", 0.54), ("1.8%", 0.018), ("100%", 1.0), ("0%", 0.0), ("33.3 %", 0.333), ("0.0001%", 0.000001)],
)
def test_a_share_is_exactly_the_fraction(text: str, fraction: float) -> None:
    assert Share.parse(text).likely == fraction


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30s", 30), ("15min", 900), ("36h", 129600), ("2d", 172800), ("3w", 1814400), ("1y", 31557600), (".5h", 1800)],
)
def test_a_duration_is_in_seconds(text: str, seconds: float) -> None:
    assert Duration.parse(text).likely == seconds


def test_twelve_months_are_a_year() -> None:
    assert Duration.parse("12mo") == Duration.parse("1y")


def test_a_range_has_a_low_a_likely_and_a_high_value() -> None:
    three, two = Duration.parse("1d..2d..5d"), Share.parse("40%..60%")
    assert (three.low, three.likely, three.high) == (86400, 172800, 432000)
    assert (two.low, two.likely, two.high) == (0.4, 0.5, 0.6)
    assert three.is_range
    assert not Money.parse("4.20").is_range


def test_what_was_written_is_kept_and_does_not_count() -> None:
    assert str(Money.parse("4.20")) == "4.20"
    assert Money.parse("4.20") == Money.parse(4.2)
    assert Duration.parse("24h") == Duration.parse("1d")


@pytest.mark.parametrize(
    ("unit", "raw", "said"),
    [
        (Share, "abc", "'abc' is not a share; write it like 54%"),
        (Share, "0.54", "is not a share"),
        (Share, 0.54, "is not a share"),
        (Share, "101%", "101% is not between 0% and 100%"),
        (Share, "-1%", "is not between"),
        (Duration, "5", "is not a length of time"),
        (Duration, "5 days", "is not a length of time"),
        (Duration, "-5d", "is not a length of time"),
        (Money, "€5", "is not an amount of money"),
        (Money, "1e3", "is not an amount of money"),
        (Money, float("nan"), "is not an amount of money"),
        (Money, True, "is not an amount of money"),
        (Money, None, "is not an amount of money"),
        (Money, ["1"], "is not an amount of money"),
        (Money, "3..1", "runs backwards"),
        (Money, "1..2..3..4", "too many parts"),
        (Money, "1" * 5000, "is not an amount of money"),
        (Money, "", "is not an amount of money"),
    ],
)
def test_what_is_none_says_so(unit: type[Quantity], raw: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        unit.parse(raw)


@pytest.mark.parametrize(
    ("text", "kind"), [("54%", "share"), ("+2.1%", "share"), ("6d", "duration"), ("5.9", "number"), ("-10", "number")]
)
def test_an_amount_says_what_it_is(text: str, kind: str) -> None:
    assert Amount.parse(text).kind == kind


@given(st.floats(0, 1))
def test_the_share_of_a_fraction_is_that_fraction(fraction: float) -> None:
    assert Share.of(fraction).likely == pytest.approx(fraction, rel=1e-9, abs=1e-12)


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_numbers_are_written_without_exponent_and_read_back(value: float) -> None:
    text = number_text(value)
    assert "e" not in text
    assert float(text) == pytest.approx(value, rel=1e-9, abs=1e-11)


@given(st.sampled_from([Share.parse("1%..2%"), Duration.parse("3w"), Money.parse("4.20"), Amount.parse("+2%")]))
def test_quantities_travel_between_processes(quantity: Quantity) -> None:
    again = pickle.loads(pickle.dumps(quantity))
    assert again == quantity
    assert str(again) == str(quantity)
