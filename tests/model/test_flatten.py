from typing import Any

import pytest

from journeymapper.model.flatten import flatten, outermost
from journeymapper.model.nesting import DEPTH_LIMIT, LEVEL_LIMIT
from tests.sketches import journey, nested, plan


def _shares(flat: Any) -> dict[tuple[str, str], float | None]:
    return {pair: link.share for pair, link in flat.links.items()}


def test_opened_interactions_are_replaced_by_their_details() -> None:
    flat = flatten(nested())
    assert flat.root == "life"
    assert list(flat.steps) == ["life/meet", "buying/look", "buying/shop"]
    assert list(flat.ends) == ["life/won", "life/lost"]
    assert flat.opened == {"buy"}
    assert flat.starts == {"life/meet": 1.0}
    assert _shares(flat) == {
        ("life/meet", "buying/shop"): 0.5,
        ("life/meet", "life/lost"): 0.5,
        ("buying/look", "buying/shop"): 0.5,
        ("buying/look", "life/lost"): 0.5,
        ("buying/shop", "life/won"): 0.6,
        ("buying/shop", "buying/look"): 0.2,
        ("buying/shop", "life/lost"): 0.2,
    }


def test_links_remember_what_they_are_made_of_and_where_they_cross() -> None:
    links = flatten(nested()).links
    assert links["buying/shop", "life/won"].made_of == {("buying", "shop", "paid"): 0.6}
    assert links["buying/shop", "life/won"].over == {("buy", "won"): 0.6}
    assert links["buying/shop", "buying/look"].over == {}
    assert links["life/meet", "buying/shop"].over == {("meet", "buy"): 0.5}


def test_conversion_is_every_step_of_the_event() -> None:
    assert flatten(nested()).conversion == {"buying/look", "buying/shop"}


def test_an_end_may_be_the_conversion() -> None:
    flat = flatten(plan({"j": journey({"a": {"won": "100%"}}, conversion="won")}))
    assert flat.conversion == {"j/won"}


def test_customers_enter_by_the_starts_of_the_detail() -> None:
    detail = journey({"a": {"won": "100%"}, "b": {"won": "100%"}}, starts={"a": "70%", "b": "30%"})
    life = journey({"first": {"event": "40%", "lost": "60%"}, "event": {"opens": "detail", "won": None}})
    flat = flatten(plan({"life": life, "detail": detail}), "life")
    assert _shares(flat)["life/first", "detail/a"] == pytest.approx(0.28)
    assert _shares(flat)["life/first", "detail/b"] == pytest.approx(0.12)
    assert flat.links["life/first", "detail/a"].over == {("first", "event"): pytest.approx(0.28)}


def test_what_rests_on_starts_whose_shares_are_unknown_is_assumed() -> None:
    detail = journey({"a": {"won": "100%"}, "b": {"won": "100%"}}, starts={"a": None, "b": "30%"})
    life = journey({"first": {"event": "40%", "lost": "60%"}, "event": {"opens": "detail", "won": None}})
    flat = flatten(plan({"life": life, "detail": detail}), "life")
    assert {pair for pair, link in flat.links.items() if link.assumed} == {("life/first", "detail/a")}
    assert flatten(plan({"detail": detail})).assumed == {"detail/a"}
    assert flatten(plan({"one": journey({"a": {"won": "100%"}}, starts={"a": None})})).assumed == frozenset()


def test_links_with_the_same_source_and_target_are_merged() -> None:
    ends = {key: {"leads_to": "lost"} for key in ("price", "taste")}
    detail = journey({"a": {"price": "30%", "taste": "20%", "a": "50%"}}, ends)
    life = journey({"event": {"opens": "detail", "lost": None}})
    link = flatten(plan({"life": life, "detail": detail})).links["detail/a", "life/lost"]
    assert link.share == pytest.approx(0.5)
    assert link.made_of == {("detail", "a", "price"): 0.3, ("detail", "a", "taste"): 0.2}


def test_a_merged_share_is_unknown_where_a_part_of_it_is() -> None:
    ends = {key: {"leads_to": "lost"} for key in ("price", "taste")}
    detail = journey({"a": {"price": "30%", "taste": None, "a": None}}, ends)
    life = journey({"event": {"opens": "detail", "lost": None}})
    link = flatten(plan({"life": life, "detail": detail})).links["detail/a", "life/lost"]
    assert link.share is None
    assert link.probability == pytest.approx(0.3 + 0.35)


def test_customers_stay_at_an_end_that_leads_nowhere_above() -> None:
    detail = journey({"a": {"won": "40%", "lost": "60%"}})
    flat = flatten(plan({"life": journey({"event": {"opens": "detail", "won": None}}), "detail": detail}))
    assert list(flat.ends) == ["life/won", "life/lost", "detail/won", "detail/lost"]
    assert flat.links["detail/a", "detail/won"].over == {}


def test_a_journey_that_comes_in_twice_is_told_apart() -> None:
    detail = journey({"call": {"done": "100%"}}, {"done": {"leads_to": "won"}})
    life = journey({"one": {"opens": "help", "won": None}, "two": {"opens": "help", "won": None}})
    flat = flatten(plan({"life": life, "help": detail}))
    assert list(flat.steps) == ["life/one>help/call", "life/two>help/call"]
    assert flat.steps["life/two>help/call"].event == "two"
    assert flat.links["life/two>help/call", "life/won"].over == {("two", "won"): 1.0}


def test_three_levels_are_followed_through() -> None:
    inner = journey({"step": {"out": "100%"}}, {"out": {"leads_to": "through"}})
    middle = journey({"part": {"opens": "inner", "through": None}}, {"through": {"leads_to": "won"}})
    outer = journey({"event": {"opens": "middle", "won": None}})
    flat = flatten(plan({"outer": outer, "middle": middle, "inner": inner}))
    assert _shares(flat) == {("inner/step", "outer/won"): 1.0}
    assert flat.links["inner/step", "outer/won"].over == {("event", "won"): 1.0}
    assert flat.steps["inner/step"].event == "event"


def test_circles_stay_closed() -> None:
    one = journey({"a": {"opens": "two", "won": None}})
    two = journey({"b": {"opens": "one", "won": None}})
    assert list(flatten(plan({"one": one, "two": two})).steps) == ["two/b"]
    assert list(flatten(plan({"self": journey({"a": {"opens": "self", "won": None}})})).steps) == ["self/a"]


def test_events_that_cannot_be_entered_stay_closed() -> None:
    life = journey({"a": {"opens": "gone", "b": "100%"}, "b": {"opens": "vague", "won": "100%"}})
    vague = journey({"x": {"won": "100%"}}, starts={}, detail="open")
    broken = plan({"life": life, "vague": vague})
    assert list(flatten(broken, "life").steps) == ["life/a", "life/b"]
    assert flatten(broken, "life").opened == frozenset()


def test_links_to_what_is_not_there_lead_nowhere() -> None:
    broken = plan({"j": journey({"a": {"gone": "50%", "won": "50%"}})})
    assert _shares(flatten(broken)) == {("j/a", "j/won"): 0.5}


def test_journeys_that_open_each_other_without_measure_stay_closed_somewhere() -> None:
    doubling = {
        f"j{n}": journey({"a": {"opens": f"j{n + 1}", "b": "100%"}, "b": {"opens": f"j{n + 1}", "won": "100%"}})
        for n in range(40)
    }
    assert len(flatten(plan(doubling), "j0").steps) <= 2 * LEVEL_LIMIT
    deep = {f"j{n}": journey({"a": {"opens": f"j{n + 1}", "won": "100%"}}) for n in range(DEPTH_LIMIT * 3)}
    assert list(flatten(plan(deep), "j0").steps) == [f"j{DEPTH_LIMIT - 1}/a"]


def test_the_outermost_journey_is_the_macro_journey_that_nothing_opens() -> None:
    assert outermost(nested()) == "life"
    assert outermost(plan({"a": journey({"x": {}}), "b": journey({"x": {}}, level="macro")})) == "b"
    assert outermost(plan({"a": journey({"x": {"opens": "a"}})})) == "a"
    assert outermost(plan()) is None


def test_a_plan_without_that_journey_has_nothing_to_flatten() -> None:
    with pytest.raises(KeyError):
        flatten(plan())
    with pytest.raises(KeyError):
        flatten(nested(), "gone")
