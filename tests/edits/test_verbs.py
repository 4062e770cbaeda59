"""Every edit: applied, refused with a reason, and leaving the old plan as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.changes import changes_between
from journeymapper.edits.deleting import delete_items
from journeymapper.edits.ends import add_end, lead_to_end
from journeymapper.edits.fields import set_field, set_part
from journeymapper.edits.history import History
from journeymapper.edits.interactions import add_interaction, append_interaction
from journeymapper.edits.links import connect, disconnect
from journeymapper.edits.placing import move_card, reset_cards
from journeymapper.edits.renaming import rename_step
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from tests.plans import cafe, random_plans

VISIT: ItemPath = ("journeys", "visit")
STEPS: ItemPath = (*VISIT, "interactions")
SEE: ItemPath = (*STEPS, "see")
BUY: ItemPath = (*STEPS, "buy")

EDITS: dict[str, Callable[[Plan], Plan]] = {
    "set title": lambda plan: set_field(plan, SEE, "title", "Sees our sign"),
    "set feeling": lambda plan: set_field(plan, SEE, "feeling", -1),
    "set share": lambda plan: set_field(plan, (*SEE, "next", "buy"), "share", "41%"),
    "set evidence": lambda plan: set_part(plan, SEE, "evidence", "basis", "observed"),
    "rename plan": lambda plan: set_field(plan, (), "title", "Coffee house"),
    "add interaction": lambda plan: add_interaction(plan, "visit", "Looks at the board")[0],
    "append interaction": lambda plan: append_interaction(plan, "visit", "see", "Reads the card")[0],
    "add end": lambda plan: add_end(plan, "visit", "Tells a friend", "success")[0],
    "lead to an end": lambda plan: lead_to_end(plan, "visit", "see", "success", "Success")[0],
    "connect": lambda plan: connect(disconnect(plan, "visit", "see", "buy"), "visit", "see", "happy"),
    "disconnect": lambda plan: disconnect(plan, "visit", "see", "buy"),
    "delete": lambda plan: delete_items(plan, [SEE]),
    "rename id": lambda plan: rename_step(plan, "visit", "see", "notice-us"),
    "move": lambda plan: move_card(plan, "visit", "buy", (2, 1)),
    "reset": lambda plan: reset_cards(plan, "visit", ["see"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_apply_undo_redo(name: str) -> None:
    plan = cafe()
    history = History(plan)
    done = EDITS[name](plan)
    history.record(done, name)
    assert done != plan
    assert plan == cafe()
    assert history.undo() is plan
    assert history.redo() is done


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_plan_is_what_a_file_could_hold(name: str) -> None:
    done = EDITS[name](cafe())
    assert Plan.model_validate(done.model_dump(by_alias=True)) == done
    assert not list(dangling(done))


def test_a_field_is_read_as_the_file_would_be() -> None:
    plan = set_field(cafe(), SEE, "takes", "1min..2min..5min")
    takes = plan.journeys["visit"].interactions["see"].takes
    assert takes is not None
    assert takes.likely == 120


def test_an_empty_text_makes_a_field_unknown() -> None:
    assert set_field(cafe(), SEE, "goal", "  ").journeys["visit"].interactions["see"].goal is None


def test_the_last_fact_takes_its_record_along() -> None:
    plan = set_part(cafe(), SEE, "evidence", "basis", "observed")
    assert set_part(plan, SEE, "evidence", "basis", "").journeys["visit"].interactions["see"].evidence is None


@pytest.mark.parametrize(
    ("path", "field", "raw", "said"),
    [
        (SEE, "takes", "soon", "'soon' is not a length of time"),
        (SEE, "feeling", "7", "less than or equal to 2"),
        ((*SEE, "next", "buy"), "share", "140%", "140% is not between 0% and 100%"),
        ((), "title", "", "Title can't be empty"),
        ((*STEPS, "nobody"), "title", "x", "is not in the plan any more"),
        (SEE, "stage", "Not An Id", "is not an id"),
    ],
)
def test_a_bad_value_is_refused_in_a_sentence(path: ItemPath, field: str, raw: str, said: str) -> None:
    with pytest.raises(EditRefused, match=said):
        set_field(cafe(), path, field, raw)


def test_an_appended_interaction_takes_its_place_from_its_neighbour() -> None:
    plan, ident = append_interaction(cafe(), "visit", "see", "Reads the card")
    journey = plan.journeys["visit"]
    added = journey.interactions[ident]
    assert (ident, added.stage, added.process, added.team) == ("reads-the-card", "engagement", "marketing", "web")
    assert journey.interactions["see"].next[ident].share is None


def test_the_first_interaction_is_the_start() -> None:
    plan = cafe(journeys={"visit": {"title": "Empty"}}, opportunities={}, layout={})
    plan, ident = add_interaction(plan, "visit", "Sees us")
    assert str(plan.journeys["visit"].starts[ident].share) == "100%"


def test_ids_never_clash() -> None:
    plan, first = add_interaction(cafe(), "visit", "Buy")
    _, second = add_interaction(plan, "visit", "Gone!")
    assert (first, second) == ("buy-2", "gone-2")


@pytest.mark.parametrize("title", ["123", "x-ray", "日本語", "!", "É" * 80])
def test_every_title_makes_a_valid_id(title: str) -> None:
    plan, ident = add_interaction(cafe(), "visit", title)
    assert Plan.model_validate(plan.model_dump(by_alias=True)).journeys["visit"].interactions[ident].title == title


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("see", "see", "can't lead to itself"),
        ("see", "buy", "already leads to 'Buys a cup'"),
        ("gone", "see", "begins at an interaction"),
        ("see", "nobody", "not there any more"),
    ],
)
def test_forbidden_links_say_why(source: str, target: str, said: str) -> None:
    with pytest.raises(EditRefused, match=said):
        connect(cafe(), "visit", source, target)


def test_deleting_takes_along_what_referred_to_it() -> None:
    plan = delete_items(cafe(), [SEE])
    journey = plan.journeys["visit"]
    assert list(journey.interactions) == ["buy"]
    assert list(journey.interactions["buy"].next) == ["happy", "gone"]
    assert not journey.starts
    assert plan.opportunities["smell"].at == ("visit/buy",)
    assert plan.layout.get("visit", {}) == {}


def test_deleting_from_a_library_makes_fields_unknown() -> None:
    plan = delete_items(cafe(), [("data", "e-mail"), ("processes", "marketing")])
    see = plan.journeys["visit"].interactions["see"]
    assert (see.asks, see.next["buy"].carries, see.process) == ((), (), None)
    assert plan.teams["web"].process is None


@given(random_plans(), st.data())
def test_deleting_never_leaves_a_loose_end(plan: Plan, data: st.DataObject) -> None:
    journey = plan.journeys["visit"]
    steps = [(*STEPS, ident) for ident in journey.interactions]
    ends = [(*VISIT, "ends", ident) for ident in journey.ends]
    doomed = data.draw(st.lists(st.sampled_from([*steps, *ends]), unique=True, min_size=1))
    assert not list(dangling(delete_items(plan, doomed)))


def test_a_card_back_in_its_place_leaves_nothing_in_the_file() -> None:
    plan = move_card(cafe(), "visit", "see", (0, 0))
    assert not plan.layout


def test_a_card_stays_where_it_can_be_drawn() -> None:
    with pytest.raises(EditRefused, match="can't be moved so far"):
        move_card(cafe(), "visit", "buy", (0, 1e9))


def test_changes_name_the_items_and_nothing_else() -> None:
    plan = cafe()
    done = set_field(plan, SEE, "feeling", 2)
    assert changes_between(plan, done).paths == {SEE}
    done, ident = append_interaction(plan, "visit", "see", "New")
    changes = changes_between(plan, done)
    assert changes.added == {(*STEPS, ident)}
    assert changes.changed == {SEE}
    assert not changes.removed
    assert changes_between(done, plan).removed == {(*STEPS, ident)}
    assert changes_between(plan, set_field(plan, (), "title", "x")).changed == {("title",)}
    assert not changes_between(plan, plan)


def test_a_new_id_is_taken_over_everywhere() -> None:
    plan = rename_step(cafe(), "visit", "see", "notice-us")
    journey = plan.journeys["visit"]
    assert list(journey.interactions) == ["notice-us", "buy"]
    assert list(journey.starts) == ["notice-us"]
    assert list(journey.interactions["buy"].next) == ["happy", "notice-us", "gone"]
    assert plan.opportunities["smell"].at == ("visit/notice-us", "visit/buy")
    assert list(plan.layout["visit"]) == ["notice-us"]


@given(random_plans(), st.data())
def test_renaming_there_and_back_is_the_same_plan(plan: Plan, data: st.DataObject) -> None:
    journey = plan.journeys["visit"]
    old = data.draw(st.sampled_from([*journey.interactions, *journey.ends]))
    there = rename_step(plan, "visit", old, "brand-new")
    assert not list(dangling(there))
    assert rename_step(there, "visit", "brand-new", old) == plan


@pytest.mark.parametrize(("old", "new", "said"), [("see", "buy", "taken"), ("no", "x", "not in"), ("see", "A", "no")])
def test_a_bad_new_id_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(EditRefused, match=said):
        rename_step(cafe(), "visit", old, new)


def test_the_one_end_of_an_outcome_is_led_to_and_else_one_is_made() -> None:
    plan, ident = lead_to_end(cafe(), "visit", "see", "success", "Success")
    assert ident == "happy"
    plan, ident = lead_to_end(plan, "visit", "see", "neutral", "Thinks it over")
    assert plan.journeys["visit"].ends[ident].title == "Thinks it over"
    assert ident in plan.journeys["visit"].interactions["see"].next
