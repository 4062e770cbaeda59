import pytest

from journeymapper.model.shares import assumed_shares, total


def test_known_shares_stay_as_they_are() -> None:
    assert assumed_shares({"a": 0.6, "b": 0.4}) == {"a": 0.6, "b": 0.4}


def test_unknown_shares_are_even_parts_of_the_rest() -> None:
    assert assumed_shares({"a": 0.5, "b": None, "c": None}) == {"a": 0.5, "b": 0.25, "c": 0.25}


def test_nothing_is_left_where_the_known_shares_are_more_than_all() -> None:
    assert assumed_shares({"a": 0.7, "b": 0.6, "c": None}) == {"a": 0.7, "b": 0.6, "c": 0.0}


def test_nothing_is_assumed_of_nothing() -> None:
    assert assumed_shares({}) == {}


def test_the_total_leaves_out_what_is_unknown() -> None:
    assert total([0.25, None, 0.5]) == pytest.approx(0.75)
