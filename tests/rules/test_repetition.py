from tests.rules.found import findings, messages, places
from tests.sketches import journey


def test_a_loop_that_nearly_everybody_repeats() -> None:
    steps = {"a": {"b": "100%"}, "b": {"c": "100%"}, "c": {"a": "96%", "won": "4%"}}
    found = findings("JM108", {"j": journey(steps)})
    assert [finding.message for finding in found] == [
        "Of the customers who come to 'A', 96% come back to it, by way of 'B' and 'C'"
    ]
    assert places(found) == ["journeys/j/interactions/a"]
    assert [item[-1] for item in found[0].items] == ["a", "b", "c"]


def test_exactly_95_percent_is_nearly_everybody() -> None:
    assert len(messages("JM108", {"a": {"a": "95%", "won": "5%"}})) == 1


def test_a_loop_that_many_leave_is_normal() -> None:
    assert messages("JM108", {"a": {"b": "100%"}, "b": {"a": "94%", "won": "6%"}}) == []
    assert messages("JM108", {"a": {"b": "97%", "lost": "3%"}, "b": {"a": "97%", "won": "3%"}}) == []
    assert messages("JM108", {"a": {"b": "100%"}, "b": {"won": "100%"}}) == []


def test_several_ways_round_count_together() -> None:
    steps = {"a": {"b": "50%", "c": "50%"}, "b": {"a": "97%", "won": "3%"}, "c": {"a": "97%", "won": "3%"}}
    assert messages("JM108", steps) == ["Of the customers who come to 'A', 97% come back to it, by way of 'B'"]


def test_each_loop_is_told_once() -> None:
    steps = {
        "a": {"b": "99%", "lost": "1%"}, "b": {"a": "99%", "c": "1%"},
        "c": {"d": "99%", "lost": "1%"}, "d": {"c": "99%", "won": "1%"},
    }  # fmt: skip
    assert len(messages("JM108", steps)) == 2


def test_a_loop_of_unknown_shares_is_not_known_to_be_endless() -> None:
    assert messages("JM108", {"a": {"b": None}, "b": {"a": None}}) == []
    assert messages("JM108", {"a": {"b": "100%"}, "b": {"a": None, "won": "1%"}}) == []


def test_a_trap_is_told_by_its_own_rule() -> None:
    assert messages("JM108", {"a": {"b": "100%"}, "b": {"a": "100%"}}) == []


def test_loops_of_events_have_the_shares_of_their_details() -> None:
    ends = {"again": {"leads_to": "one"}, "done": {"leads_to": "won"}}
    detail = journey({"x": {"again": "97%", "done": "3%"}}, ends)
    life = journey({"one": {"two": "100%"}, "two": {"opens": "detail", "one": None, "won": None}})
    found = findings("JM108", {"life": life, "detail": detail})
    assert [finding.message for finding in found] == [
        "Of the customers who come to 'ONE', 97% come back to it, by way of 'TWO'"
    ]


def test_loops_of_events_whose_details_are_unknown_are_not_told() -> None:
    ends = {"again": {"leads_to": "one"}, "done": {"leads_to": "won"}}
    detail = journey({"x": {"again": None, "done": "3%"}}, ends)
    life = journey({"one": {"two": "100%"}, "two": {"opens": "detail", "one": None, "won": None}})
    assert findings("JM108", {"life": life, "detail": detail}) == []


def test_a_long_round_is_found_too() -> None:
    ring = {f"s{n}": {f"s{n + 1}": "100%"} for n in range(120)}
    assert len(messages("JM108", {**ring, "s120": {"s0": "98%", "won": "2%"}})) == 1
