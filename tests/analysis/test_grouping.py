from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.grouping import SORTS, added_up, members
from journeymapper.analysis.passage import loss_account
from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from tests.analysis.worked import planned_journeys
from tests.sketches import Shares, journey, plan


def _planned() -> PlanChain:
    steps: dict[str, Shares] = {"a": {"team": "web", "b": "100%"}, "b": {"stage": None, "point": None, "won": "100%"}}
    return plan_chain(plan({"j": journey(steps)}, teams={"web": {"process": "support"}}))


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("stage", {"use": 1, None: 2}),
        ("phase", {None: 3}),
        ("team", {"web": 1, None: 2}),
        ("process", {"sales": 3}),
        ("channel", {"site": 3}),
        ("point", {"page": 1, None: 2}),
        ("medium", {"web": 1, None: 2}),
    ],
)
def test_figures_add_up_by_what_interactions_have_in_common(sort: str, found: Mapping[str | None, float]) -> None:
    assert added_up(_planned(), {"j/a": 1, "j/b": 2}, sort) == found


@given(planned_journeys(), st.sampled_from(sorted(SORTS)))
def test_groups_share_everything_out(planned: PlanChain, sort: str) -> None:
    lost = loss_account(planned)
    assert sum(added_up(planned, lost, sort).values()) == pytest.approx(sum(lost.values()))
    assert sorted(key for keys in members(planned, sort).values() for key in keys) == sorted(planned.steps)
