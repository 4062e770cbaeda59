from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.compare.differences import Difference, Fact, differences
from journeymapper.edits.deleting import delete_items
from journeymapper.edits.fields import set_field
from journeymapper.edits.links import connect
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import canonical
from tests.plans import cafe
from tests.storage.made_up import edited, plans

BUY = ("journeys", "visit", "interactions", "buy")


def read_again(plan: Plan) -> Plan:
    document = parse_plan(canonical(plan).encode(), "", None).document
    assert document
    return document.plan


def test_two_readings_of_one_plan_do_not_differ() -> None:
    assert differences(cafe(), read_again(cafe()), cafe()) == ()


def test_a_changed_fact_is_told_with_what_it_was() -> None:
    after = set_field(cafe(), BUY, "title", "Buys two cups")
    assert differences(cafe(), read_again(after)) == (
        Difference(BUY, "Buys two cups", ("changed",), (Fact("title", "Buys a cup", ("Buys two cups",)),)),
    )


def test_links_are_facts_one_by_one() -> None:
    after = connect(cafe(), "visit", "see", "happy")
    (found,) = differences(cafe(), after)
    assert found.facts == (Fact("next › happy", "", ("?",)),)


def test_what_came_and_what_went_is_told_with_its_facts() -> None:
    goals = cafe().goals
    mine = cafe().model_copy(update={"goals": goals.put("rest", goals["sell"].model_copy(update={"title": "Rest"}))})
    theirs = delete_items(cafe(), [("goals", "notice")])
    found = {difference.path: difference for difference in differences(cafe(), mine, theirs)}
    assert found["goals", "rest"].states == ("added", "")
    assert found["goals", "rest"].facts == (Fact("title", "", ("Rest", "")),)
    assert found["goals", "notice"].states == ("", "removed")
    assert found["goals", "notice"].title == "Be noticed"
    assert found["journeys", "visit", "interactions", "see"].facts == (Fact("goal", "notice", ("notice", "")),)


def test_only_different_changes_of_one_item_clash() -> None:
    mine = set_field(cafe(), BUY, "title", "Mine")
    theirs = set_field(cafe(), BUY, "title", "Theirs")
    assert [each.is_clash for each in differences(cafe(), mine, theirs)] == [True]
    assert [each.is_clash for each in differences(cafe(), mine, mine)] == [False]
    assert [each.is_clash for each in differences(cafe(), mine, cafe())] == [False]


def test_they_come_in_the_order_of_the_plan() -> None:
    after = set_field(cafe(), BUY, "title", "Z")
    after = set_field(after, ("journeys", "visit", "interactions", "see"), "title", "A")
    after = set_field(after, ("goals", "sell"), "title", "Sell")
    after = set_field(after, (), "title", "Plan")
    assert [each.path for each in differences(cafe(), after)] == [
        ("title",), ("goals", "sell"), ("journeys", "visit", "interactions", "see"), BUY,
    ]  # fmt: skip


def test_another_order_is_told_as_such() -> None:
    stages = FrozenMap(dict(reversed(list(cafe().stages.items()))))
    (found,) = differences(cafe(), cafe().model_copy(update={"stages": stages}))
    assert (found.path, found.states) == (("stages",), ("changed",))
    assert found.facts == (Fact("order", "engagement, transaction", ("transaction, engagement",)),)


@given(plan=plans(), data=st.data())
def test_an_edit_is_found_and_nothing_else(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))
    found = differences(plan, read_again(after), plan)
    assert all(each.states[1] == "" for each in found)
    assert bool(found) == (canonical(plan) != canonical(after))
