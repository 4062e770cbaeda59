from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.audience import as_met_by
from journeymapper.analysis.passage import Passages
from journeymapper.analysis.plan_chain import plan_chain
from journeymapper.analysis.worth import worth
from journeymapper.model.plan import Plan
from tests.sketches import Shares, journey, plan, sound_journeys


def _plan() -> Plan:
    steps: dict[str, Shares] = {
        "a": {"cost": 1, "b": {"share": "50%", "share_by": {"office": "80%"}}, "c": "30%", "lost": "20%"},
        "b": {"won": "100%"},
        "c": {"won": "100%"},
    }
    raw = journey(steps, starts_by={"office": {"a": "50%", "c": "50%"}})
    raw["interactions"]["b"] |= {"cost": 2, "cost_by": {"office": 9}, "takes_by": {"office": "1d"}, "earns": 5}
    return plan({"j": raw}, personas={"anna": {"segment": "office"}})


def test_a_segment_has_its_own_shares_and_the_others_share_the_rest() -> None:
    own = as_met_by(_plan(), "office")
    shares = {target: link.share for target, link in own.journeys["j"].interactions["a"].next.items()}
    assert {target: share.likely for target, share in shares.items() if share} == pytest.approx(
        {"b": 0.8, "c": 0.12, "lost": 0.08}
    )
    assert own.journeys["j"].starts.keys() == {"a", "c"}


def test_a_segment_has_its_own_figures() -> None:
    own = plan_chain(as_met_by(_plan(), "office"))
    assert own.costs == {"j/a": 1, "j/b": 9}
    assert own.lasting.takes == {"j/b": 86400}
    assert Passages(own).conversion == pytest.approx(0.5 * 0.92 + 0.5)
    assert worth(own).onward["j/b"] == -4


def test_a_persona_is_like_her_segment() -> None:
    assert as_met_by(_plan(), "anna") == as_met_by(_plan(), "office")


def test_whom_nothing_is_said_of_meets_the_plan_as_it_is() -> None:
    whole = _plan()
    own = as_met_by(whole, "nobody")
    assert own == whole
    assert own.journeys["j"].interactions["a"] is whole.journeys["j"].interactions["a"]


def test_what_is_left_goes_to_links_of_unknown_share() -> None:
    step: dict[str, Any] = {"b": {"share": "50%", "share_by": {"office": "20%"}}, "c": "30%", "lost": None}
    own = as_met_by(plan({"j": journey({"a": step, "b": {"won": "100%"}, "c": {"won": "100%"}})}), "office")
    assert plan_chain(own).chain.links["j/a", "j/lost"] == pytest.approx(0.5)


@given(sound_journeys(), st.data())
def test_shares_still_add_up(raw: dict[str, Any], data: st.DataObject) -> None:
    for step in raw["interactions"].values():
        target = data.draw(st.sampled_from(sorted(step["next"])))
        percent = data.draw(st.integers(0, 100 if len(step["next"]) > 1 else 0))
        step["next"][target] = {"share": step["next"][target], "share_by": {"office": f"{percent}%"}}
    own = as_met_by(plan({"j": raw}), "office")
    for before, after in zip(raw["interactions"].values(), own.journeys["j"].interactions.values(), strict=True):
        others = [link for link in after.next.values() if "office" not in link.share_by]
        if any(link.share and link.share.likely for link in others) or len(before["next"]) == len(others):
            assert sum(link.share.likely for link in after.next.values() if link.share) == pytest.approx(1)
