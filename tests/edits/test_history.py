"""Undo, redo, the saved mark and the merging of consecutive edits."""

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.history import History
from journeymapper.model.plan import Plan
from tests.plans import cafe


def renamed(title: str) -> Plan:
    return cafe(title=title)


def test_undo_and_redo_give_the_very_plans_back() -> None:
    first, second = renamed("One"), renamed("Two")
    history = History(first)
    history.record(second, "rename the plan")
    assert (history.undo_label, history.redo_label) == ("rename the plan", "")
    assert history.undo() is first
    assert (history.undo_label, history.redo_label) == ("", "rename the plan")
    assert history.redo() is second
    assert not history.can_redo


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = History(renamed("One"))
    history.record(renamed("Two"), "a")
    history.undo()
    history.record(renamed("Three"), "b")
    assert [step.label for step in history.steps] == ["", "b"]


def test_consecutive_edits_with_one_key_are_one_step() -> None:
    first = renamed("One")
    history = History(first)
    for title in ("T", "Tw", "Two"):
        history.record(renamed(title), "rename", merge_key="title")
    assert history.plan.title == "Two"
    assert history.undo() is first


def test_sealing_undoing_and_saving_end_a_merge() -> None:
    for end in (History.seal, History.mark_saved):
        history = History(renamed("One"))
        history.record(renamed("Two"), "rename", merge_key="title")
        end(history)
        history.record(renamed("Three"), "rename", merge_key="title")
        assert history.undo().title == "Two"


def test_saved_mark_follows_the_content() -> None:
    history = History(renamed("One"))
    assert history.is_saved
    history.record(renamed("Two"), "a")
    assert not history.is_saved
    history.mark_saved()
    history.undo()
    assert not history.is_saved
    history.record(renamed("Two"), "typed again")
    assert history.is_saved


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=30))
def test_a_walk_through_history_never_leaves_it(moves: list[str]) -> None:
    first = renamed("0")
    history = History(first)
    model, at = [first], 0
    for number, move in enumerate(moves, 1):
        if move == "edit":
            plan = renamed(str(number))
            history.record(plan, move)
            model, at = [*model[: at + 1], plan], at + 1
        elif move == "undo":
            history.undo()
            at = max(0, at - 1)
        else:
            history.redo()
            at = min(len(model) - 1, at + 1)
        assert history.plan is model[at]
    while history.can_undo:
        history.undo()
    assert history.plan is first
    assert history.is_saved
