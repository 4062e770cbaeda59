from journeymapper.model.entries import entries, openers
from tests.sketches import journey, nested, plan


def test_customers_come_in_at_the_starts_and_where_links_enter() -> None:
    assert entries(nested()) == {"life": ("meet",), "buying": ("look", "shop")}


def test_starts_and_ends_enter_too() -> None:
    first = journey({"x": {"out": "100%"}}, {"out": {"leads_to": {"to": "two", "enters": "b"}}})
    steps = {ident: {"out": "100%"} for ident in "abc"}
    life = journey(
        {"one": {"opens": "first", "two": None}, "two": {"opens": "second", "won": None}},
        starts={"one": "50%", "two": {"share": "50%", "enters": "c"}},
    )
    found = entries(plan({"life": life, "first": first, "second": journey(steps, {"out": {}})}))
    assert found == {"life": ("one", "two"), "first": ("x",), "second": ("a", "c", "b")}


def test_what_is_not_there_is_no_entry() -> None:
    life = journey(
        {"one": {"opens": "gone", "two": {"enters": "gone"}}, "two": {"opens": "life"}}, starts={"gone": "100%"}
    )
    assert entries(plan({"life": life})) == {"life": ()}


def test_openers_are_told_by_what_they_open() -> None:
    assert openers(nested()) == {"buying": [("life", "buy")]}
    assert openers(plan({"j": journey({"a": {"opens": "gone"}})})) == {"gone": [("j", "a")]}
