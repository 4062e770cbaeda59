"""Making one interaction of two keeps every link, start and reference of both."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.changes import changes_between
from journeymapper.edits.history import History
from journeymapper.edits.merging import merge_interactions, why_not_merge
from journeymapper.errors import EditRefused
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from tests.plans import CAFE, cafe, random_plans

VISIT: dict[str, Any] = CAFE["journeys"]["visit"]
TWIN = {"title": "Buys a cup", "does": "Pours", "process": "sales", "next": {"happy": "90%", "see": "4%", "gone": "6%"}}


def _twins(twin: dict[str, Any] | None = None, **fields: Any) -> Plan:
    """The café in which customers also buy somewhere else."""
    see = {**VISIT["interactions"]["see"], "next": {"buy": "30%", "other": "10%", "gone": "60%"}}
    steps = {"see": see, "buy": VISIT["interactions"]["buy"], "other": twin or TWIN}
    chances = {"smell": {"at": ["visit/other"], "lifts": {"visit/other": {"happy": "95%"}}}}
    journey = {**VISIT, "interactions": steps, **fields}
    return cafe(journeys={"visit": journey}, opportunities=chances, layout={"visit": {"other": [1, 0]}})


def _merged(plan: Plan) -> Plan:
    return merge_interactions(plan, "visit", "buy", "other")


def test_apply_undo_redo() -> None:
    plan = _twins()
    history = History(plan)
    done = _merged(plan)
    history.record(done, "merge")
    assert plan == _twins()
    assert history.undo() is plan
    assert history.redo() is done
    assert changes_between(plan, done).removed == {("journeys", "visit", "interactions", "other"), ("layout", "visit")}


def test_what_led_to_either_leads_to_the_one() -> None:
    done = _merged(_twins(starts={"buy": "20%", "other": "30%", "see": "50%"}))
    journey = done.journeys["visit"]
    assert list(journey.interactions) == ["see", "buy"]
    shares = {target: str(link.share) for target, link in journey.interactions["see"].next.items()}
    assert shares == {"buy": "40%", "gone": "60%"}
    assert {ident: str(start.share) for ident, start in journey.starts.items()} == {"buy": "50%", "see": "50%"}
    assert not list(dangling(done))
    assert done.opportunities["smell"].at == ("visit/buy",)
    assert list(done.opportunities["smell"].lifts) == ["visit/buy"]
    assert Plan.model_validate(done.model_dump(by_alias=True)) == done


def test_facts_are_filled_in_and_known_ones_kept() -> None:
    one = _merged(_twins({**TWIN, "feeling": -2})).journeys["visit"].interactions["buy"]
    assert (one.does, one.feeling, one.team) == ("Pours", 1, "shop")


def test_shares_that_differ_are_not_known_any_more() -> None:
    one = _merged(_twins({**TWIN, "next": {"happy": "50%", "gone": "50%"}})).journeys["visit"].interactions["buy"]
    assert {target: link.share for target, link in one.next.items()} == {"happy": None, "see": None, "gone": None}
    same = _merged(_twins()).journeys["visit"].interactions["buy"]
    assert [str(link.share) for link in same.next.values()] == ["90%", "4%", "6%"]


@pytest.mark.parametrize(("kept", "twin", "said"), [("see", "buy", "follow each other"), ("see", "no", "not there")])
def test_what_can_t_be_one_is_refused(kept: str, twin: str, said: str) -> None:
    with pytest.raises(EditRefused, match=said):
        merge_interactions(cafe(), "visit", kept, twin)


@given(random_plans(), st.data())
def test_merging_never_leaves_a_loose_end(plan: Plan, data: st.DataObject) -> None:
    journey = plan.journeys["visit"]
    steps = st.sampled_from(list(journey.interactions))
    kept, twin = data.draw(steps), data.draw(steps)
    if not why_not_merge(journey, kept, twin):
        done = merge_interactions(plan, "visit", kept, twin)
        assert not list(dangling(done))
        assert Plan.model_validate(done.model_dump(by_alias=True)) == done
