from typing import Any

from tests.rules.found import findings, places
from tests.sketches import journey, nested

LIFE = {"event": {"opens": "detail", "won": None, "lost": None}}


def _detail(**leads_to: str | None) -> dict[str, Any]:
    return journey({"x": dict.fromkeys(leads_to, None)}, {key: {"leads_to": to} for key, to in leads_to.items()})


def _differing(**leads_to: str | None) -> list[str]:
    found = findings("JM109", {"life": journey(LIFE), "detail": _detail(**leads_to)})
    return [finding.message for finding in found]


def test_levels_that_tell_the_same_story() -> None:
    assert _differing(yes="won", no="lost", never="lost") == []
    assert findings("JM109", {key: value.model_dump() for key, value in nested().journeys.items()}) == []


def test_a_link_that_no_end_of_the_detail_realises() -> None:
    found = findings("JM109", {"life": journey(LIFE), "detail": _detail(yes="won")})
    assert [finding.message for finding in found] == ["'EVENT' goes on to 'lost', but no end of 'detail' leads there"]
    assert places(found) == ["journeys/life/interactions/event/next/lost"]


def test_an_end_that_leads_where_the_event_does_not() -> None:
    life = journey({"event": {"opens": "detail", "won": None}, "other": {"won": "100%"}})
    found = findings("JM109", {"life": life, "detail": _detail(yes="won", no="other")})
    assert [finding.message for finding in found] == ["'no' leads to 'OTHER', but 'EVENT' does not go there"]
    assert places(found) == ["journeys/detail/ends/no"]


def test_an_end_that_does_not_say_where_it_leads_is_unknown() -> None:
    assert _differing(yes="won", no="lost", vague=None) == []


def test_a_detail_that_is_left_open_need_not_realise_anything() -> None:
    opened = {**_detail(yes="won"), "detail": "open"}
    assert findings("JM109", {"life": journey(LIFE), "detail": opened}) == []


def test_an_end_may_lead_into_another_journey_that_opens_the_detail() -> None:
    others = journey({"second": {"opens": "detail", "elsewhere": None}}, {"elsewhere": {"outcome": "success"}})
    both = {"life": journey(LIFE), "others": others, "detail": _detail(yes="won", no="lost", more="elsewhere")}
    assert places(findings("JM109", both)) == []


def test_journeys_that_open_each_other() -> None:
    one = journey({"a": {"opens": "two", "won": None}}, title="One")
    two = journey({"b": {"opens": "one", "won": None}}, title="Two")
    found = findings("JM111", {"one": one, "two": two})
    assert [finding.message for finding in found] == ["'One' opens itself by way of 'Two'"]
    assert found[0].items == (("journeys", "two", "interactions", "b"), ("journeys", "one", "interactions", "a"))


def test_a_journey_that_opens_itself() -> None:
    found = findings("JM111", {"one": journey({"a": {"opens": "one", "won": None}}, title="One")})
    assert [finding.message for finding in found] == ["'One' opens itself"]
    assert places(found) == ["journeys/one/interactions/a"]


def test_a_journey_that_is_not_there() -> None:
    found = findings("JM111", {"one": journey({"a": {"opens": "gone", "won": None}})})
    assert [finding.message for finding in found] == ["'A' opens 'gone', and there is no such journey"]


def test_a_detail_may_be_opened_twice_and_at_any_level() -> None:
    one = journey({"a": {"opens": "two", "won": None}, "b": {"opens": "two", "won": None}})
    two = journey({"c": {"opens": "three", "won": None}})
    assert findings("JM111", {"one": one, "two": two, "three": journey({"d": {"won": None}})}) == []
