"""Verbs that fixes are made of: applied, undone, redone, and touching nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.changes import changes_between
from journeymapper.edits.ends import add_way_out
from journeymapper.edits.goals import serve_new_goal
from journeymapper.edits.handing import agree_on
from journeymapper.edits.history import History
from journeymapper.edits.sharing import give_rest, parts_of, set_shares
from journeymapper.edits.starting import start_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from journeymapper.model.shares import TOLERANCE
from journeymapper.model.units import Share
from tests.plans import CAFE, cafe

SEE: ItemPath = ("journeys", "visit", "interactions", "see")
LIFE: dict[str, object] = {
    "level": "macro",
    "interactions": {"come": {"opens": "visit", "next": {"stay": None, "leave": None}}},
    "ends": {"stay": {"title": "Stays"}, "leave": {"title": "Leaves", "outcome": "failure"}},
}
Verb = tuple[Callable[[Plan], Plan], set[ItemPath]]


def both() -> Plan:
    """The café with a macro journey above it."""
    return cafe(journeys={**CAFE["journeys"], "life": LIFE}, criteria={"ready": {}})


EDITS: dict[str, Verb] = {
    "start": (lambda plan: start_at(plan, "visit", "buy"), {("journeys", "visit")}),
    "new goal": (lambda plan: serve_new_goal(plan, SEE, "Sell a bun")[0], {SEE, ("goals", "sell-a-bun")}),
    "give the rest": (lambda plan: give_rest(plan, "visit", "see", "happy"), {SEE}),
    "set shares": (lambda plan: set_shares(plan, {(*SEE, "next", "buy"): Share.of(0.5)}), {SEE}),
    "agree on criteria": (lambda plan: agree_on(plan, [(*SEE, "next", "buy")], "ready"), {SEE}),
    "way out": (
        lambda plan: add_way_out(plan, "life", "visit", "leave")[0],
        {("journeys", "visit", "ends", "leaves")},
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_apply_undo_redo(name: str) -> None:
    edit, touched = EDITS[name]
    plan = both()
    history = History(plan)
    done = edit(plan)
    history.record(done, name)
    assert done != plan
    assert plan == both()
    assert history.undo() is plan
    assert history.redo() is done
    assert changes_between(plan, done).paths == touched


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_plan_is_what_a_file_could_hold(name: str) -> None:
    done = EDITS[name][0](both())
    assert Plan.model_validate(done.model_dump(by_alias=True)) == done
    assert not list(dangling(done))


def test_a_journey_starts_where_it_is_told() -> None:
    starts = start_at(cafe(), "visit", "buy").journeys["visit"].starts
    assert {ident: str(start.share) for ident, start in starts.items()} == {"buy": "100%"}
    with pytest.raises(EditRefused, match="not there any more"):
        start_at(cafe(), "visit", "gone")


def test_the_rest_goes_where_it_is_told() -> None:
    plan = set_shares(cafe(), {(*SEE, "next", "gone"): Share.of(0.5)})
    assert (
        str(give_rest(plan, "visit", "see", "happy").journeys["visit"].interactions["see"].next["happy"].share) == "10%"
    )
    assert (
        str(give_rest(plan, "visit", "see", "gone").journeys["visit"].interactions["see"].next["gone"].share) == "60%"
    )


def test_shares_of_audiences_are_set_too() -> None:
    path: ItemPath = (*SEE, "next", "buy")
    plan = set_shares(cafe(), {(*path, "share_by", "regular"): Share.of(0.5)})
    assert plan.journeys["visit"].interactions["see"].next["buy"].share_by == {"regular": Share.of(0.5)}


def test_a_way_out_has_the_outcome_of_the_end_above() -> None:
    plan, ident = add_way_out(both(), "life", "visit", "leave")
    assert plan.journeys["visit"].ends[ident].outcome == "failure"
    plan, ident = add_way_out(both(), "life", "visit", "stay")
    assert plan.journeys["visit"].ends[ident].outcome == "success"


def test_parts_are_round_figures() -> None:
    assert [str(part) for part in parts_of(1, [1, 1, 1])] == ["33.4%", "33.3%", "33.3%"]
    assert [str(part) for part in parts_of(0.4, [1])] == ["40%"]
    assert [str(part) for part in parts_of(0.38, [3, 1])] == ["28.5%", "9.5%"]


@given(st.floats(0.001, 1), st.lists(st.integers(0, 1000), min_size=1, max_size=8))
def test_parts_make_the_whole(whole: float, weights: list[int]) -> None:
    if any(weights):
        parts = [part.likely for part in parts_of(whole, [float(weight) for weight in weights])]
        assert abs(sum(parts) - whole) <= TOLERANCE
        assert min(parts) >= 0
