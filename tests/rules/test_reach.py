from tests.rules.found import findings, messages, places
from tests.sketches import journey


def test_unreachable_tells_of_what_no_start_leads_to() -> None:
    steps = {"a": {"won": "100%"}, "b": {"c": "100%"}, "c": {"won": "100%"}}
    assert messages("JM101", steps) == ["No way leads from a start to 'B'", "No way leads from a start to 'C'"]


def test_unreachable_is_silent_where_all_can_be_reached() -> None:
    assert messages("JM101", {"a": {"b": None}, "b": {"won": None}}) == []


def test_unreachable_leaves_a_journey_without_start_to_its_own_rule() -> None:
    assert messages("JM101", {"a": {"won": "100%"}}, starts={}) == []


def test_unreachable_counts_the_beginnings_that_are_entered_from_outside() -> None:
    steps = {ident: {"out": "100%"} for ident in "abc"}
    detail = journey(steps, {"out": {}}, starts={"a": "100%"})
    life = journey({"one": {"two": {"share": "100%", "enters": "b"}}, "two": {"opens": "detail", "won": None}})
    assert places(findings("JM101", {"life": life, "detail": detail})) == ["journeys/detail/interactions/c"]


def test_unreachable_counts_what_ends_and_starts_enter() -> None:
    first = journey({"x": {"out": "100%"}}, {"out": {"leads_to": {"to": "two", "enters": "b"}}})
    detail = journey({"a": {"out": "100%"}, "b": {"out": "100%"}, "c": {"out": "100%"}}, {"out": {}})
    life = journey(
        {"one": {"opens": "first", "two": None}, "two": {"opens": "detail", "won": None}},
        starts={"one": "50%", "two": {"share": "50%", "enters": "c"}},
    )
    assert findings("JM101", {"life": life, "first": first, "detail": detail}) == []


def test_dead_end_tells_of_what_leads_nowhere() -> None:
    assert messages("JM102", {"a": {"b": "100%"}, "b": {}}) == ["'B' leads nowhere and is no end"]


def test_dead_end_is_silent_where_a_link_leads_on() -> None:
    assert messages("JM102", {"a": {"won": None}}) == []


def test_dead_end_leaves_a_link_to_nothing_to_the_file() -> None:
    assert messages("JM102", {"a": {"gone": "100%"}}) == []


def test_trap_names_those_who_are_in_it() -> None:
    steps = {"a": {"b": "50%", "won": "50%"}, "b": {"c": "100%"}, "c": {"b": "100%"}}
    assert messages("JM103", steps) == ["Nobody who comes to 'B' and 'C' can ever leave"]


def test_trap_is_silent_where_some_can_leave() -> None:
    assert messages("JM103", {"a": {"b": "100%"}, "b": {"a": "99%", "won": "1%"}}) == []


def test_trap_takes_an_unknown_share_for_a_way_out() -> None:
    assert messages("JM103", {"a": {"a": None, "won": None}}) == []
    assert messages("JM103", {"a": {"a": "100%", "won": "0%"}}) == ["Nobody who comes to 'A' can ever leave"]
