"""What differs between two plans: the same, however they came about."""

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.changes import changes_between
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.library import Goal
from journeymapper.model.plan import Plan

KEYS = st.sampled_from("abcde")
EDITS = st.lists(st.tuples(st.sampled_from(["put", "put before", "drop", "rename"]), KEYS, KEYS), max_size=8)


def edited(goals: FrozenMap[str, Goal], kind: str, key: str, other: str) -> FrozenMap[str, Goal]:
    if kind == "drop":
        return goals.drop(key)
    if kind == "rename":
        return goals.renamed(key, other if other not in goals else key)
    return goals.put(key, Goal(), before=other if kind == "put before" else None)


@given(EDITS)
def test_maps_that_remember_what_they_were_made_from_differ_as_others_do(edits: list[tuple[str, str, str]]) -> None:
    maps = [FrozenMap({"a": Goal(), "b": Goal()})]
    for edit in edits:
        maps.append(edited(maps[-1], *edit))
    known = [Plan(title="Plan", goals=FrozenMap()).model_copy(update={"goals": held}) for held in maps]
    forgetful = [plan.model_copy(update={"goals": FrozenMap(plan.goals)}) for plan in known]
    for place, plan in enumerate(known):
        for other in range(len(known)):
            assert changes_between(plan, known[other]) == changes_between(forgetful[place], forgetful[other])


def test_a_map_in_another_order_is_another_map() -> None:
    one, two = Goal(), Goal()
    plan = Plan(title="Plan", goals=FrozenMap({"a": one, "b": two}))
    turned = plan.model_copy(update={"goals": FrozenMap({"b": two, "a": one})})
    assert changes_between(plan, turned).paths == {("goals",)}
