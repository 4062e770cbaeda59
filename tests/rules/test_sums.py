import pytest

from tests.rules.found import findings, messages, places
from tests.sketches import journey


@pytest.mark.parametrize(
    ("links", "sum_of_shares"),
    [
        ({"won": "62%", "lost": "35%"}, "97%"),
        ({"won": "62%", "lost": "40%"}, "102%"),
        ({"won": "33.3%", "lost": "33.3%"}, "66.6%"),
        ({"won": "70%", "lost": "40%", "a": None}, "110%"),
        ({"won": "50%..70%", "lost": "30%"}, "90%"),
    ],
)
def test_shares_must_add_up(links: dict[str, str | None], sum_of_shares: str) -> None:
    assert messages("JM106", {"a": links}) == [f"The shares out of 'A' add up to {sum_of_shares}, not to 100%"]


@pytest.mark.parametrize(
    "links",
    [
        {"won": "62%", "lost": "38%"},
        {"won": "33.3%", "lost": "33.3%", "a": "33.4%"},
        {"won": "0.1%", "lost": "0.2%", "a": "99.7%"},
        {"won": "40%..60%", "lost": "50%"},
        {"won": "20%..30%..60%", "lost": "70%"},
        {},
    ],
)
def test_shares_that_add_up_are_fine(links: dict[str, str]) -> None:
    assert messages("JM106", {"a": links}) == []


@pytest.mark.parametrize("links", [{"won": None}, {"won": "60%", "lost": None}, {"won": "100%", "lost": None}])
def test_unknown_shares_may_be_the_rest(links: dict[str, str | None]) -> None:
    assert messages("JM106", {"a": links}) == []


@pytest.mark.parametrize(("own", "sum_of_shares"), [("70%", "110%"), ("50%", "90%")])
def test_shares_of_an_audience_must_add_up_too(own: str, sum_of_shares: str) -> None:
    won = {"share": "60%", "share_by": {"office": own}}
    lost = {"share": "40%", "share_by": {"office": "40%"}}
    said = messages("JM106", {"a": {"won": won, "lost": lost}})
    assert said == [f"The shares out of 'A' for 'Offices' add up to {sum_of_shares}, not to 100%"]


def test_an_audience_with_some_shares_of_its_own_shares_the_rest_as_before() -> None:
    assert messages("JM106", {"a": {"won": {"share": "60%", "share_by": {"office": "70%"}}, "lost": "40%"}}) == []


def test_unknown_shares_are_told_by_interaction() -> None:
    found = findings("JM107", {"j": journey({"a": {"b": "20%", "won": None, "lost": None}, "b": {"won": "100%"}})})
    assert [finding.message for finding in found] == ["How many customers go from 'A' to 'won' and 'lost' is not known"]
    assert places(found) == ["journeys/j/interactions/a"]
    assert found[0].items[1] == ("journeys", "j", "interactions", "a", "next", "won")


def test_known_shares_are_not_told_as_unknown() -> None:
    assert messages("JM107", {"a": {"won": "60%", "lost": "40%"}}) == []


def test_shares_that_the_detail_computes_are_not_missing() -> None:
    detail = journey({"x": {"out": "100%"}}, {"out": {"leads_to": "won"}})
    assert findings("JM107", {"j": journey({"a": {"opens": "d", "won": None, "lost": None}}), "d": detail}) == []


def test_shares_that_are_left_open_are_not_missing() -> None:
    assert messages("JM107", {"a": {"detail": "open", "won": None}}) == []
    assert messages("JM107", {"a": {"won": None}}, detail="open") == []


def test_unknown_starts_are_told_where_there_are_several() -> None:
    both = {"a": {"won": "100%"}, "b": {"won": "100%"}}
    assert messages("JM107", both, starts={"a": "60%", "b": None}) == ["How many customers start at 'B' is not known"]
    assert messages("JM107", both, starts={"a": None}) == []
    assert messages("JM107", both, starts={"a": None, "b": None}, detail="open") == []
