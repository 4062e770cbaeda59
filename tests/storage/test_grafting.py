from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.changes import changes_between
from journeymapper.edits.fields import set_field
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import same
from journeymapper.storage.grafting import grafted
from tests.plans import cafe
from tests.storage.made_up import edited, plans

BUY = ("journeys", "visit", "interactions", "buy")


def test_a_second_reading_becomes_the_first() -> None:
    plan = cafe()
    assert grafted(plan, cafe()) is plan


def test_only_what_differs_is_another_object() -> None:
    before = cafe()
    after = grafted(before, set_field(cafe(), BUY, "title", "Buys two cups"))
    assert changes_between(before, after).paths == {BUY}
    visit, was = after.journeys["visit"], before.journeys["visit"]
    assert visit.interactions["see"] is was.interactions["see"]
    assert visit.interactions["buy"].next is was.interactions["buy"].next


def test_what_has_nothing_of_the_old_one_stays_itself() -> None:
    new = Plan(title="Another")
    assert grafted(Plan(title="Old", owner="A"), new) is new


@given(plan=plans(), data=st.data())
def test_it_says_the_same_as_the_new_one(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(edited(plan))
    assert same(grafted(plan, after), after)
    assert (grafted(plan, after) is plan) == same(plan, after)
