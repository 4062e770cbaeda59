from __future__ import annotations

import pytest

from journeymapper.layout.figures import count_text, people_text, share_text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.62, "62%"), (0.033, "3.3%"), (1.0, "100%"), (0.0, "0%"), (0.0003, "<0.1%"), (0.6166, "61.7%"), (1.3, "130%")],
)
def test_shares_have_a_decimal_only_where_they_need_one(share: float, text: str) -> None:
    assert share_text(share) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (0.2, "<1"), (410.4, "410"), (10_000, "10\u2009000"), (1_234_567, "1\u2009234\u2009567")],
)
def test_thousands_are_apart_by_a_thin_space(count: float, text: str) -> None:
    assert count_text(count) == text


def test_customers_are_shares_where_the_volume_is_unknown() -> None:
    assert (people_text(0.38, 10_000), people_text(0.38, None)) == ("3\u2009800", "38%")
