"""Undo and redo, the only one there is: plans with the labels of what led to them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from journeymapper.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: its name and the plan that came of it."""

    label: str
    plan: Plan
    merge_key: Hashable = None


class History:
    """The plans of one sitting, from the one that was opened to the latest, and where we stand among them."""

    def __init__(self, plan: Plan) -> None:
        self._steps = [Step("", plan)]
        self._at = 0
        self._saved: Plan | None = plan
        self._open = False

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._steps[self._at].plan

    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything that was done, the opened plan first."""
        return tuple(self._steps)

    @property
    def position(self) -> int:
        """Which of the steps is now."""
        return self._at

    def record(self, plan: Plan, label: str, merge_key: Hashable = None) -> None:
        """Take up a new plan; what was undone is forgotten.

        Consecutive records with the same merge key (typing in one field, nudging one card) become one step.
        """
        if plan is self.plan:
            return
        merges = self._open and merge_key is not None and self._steps[self._at].merge_key == merge_key
        del self._steps[self._at + (0 if merges else 1) :]
        self._steps.append(Step(label, plan, merge_key))
        self._at = len(self._steps) - 1
        self._open = True

    def seal(self) -> None:
        """Begin a new step with the next record, even if its merge key is the same."""
        self._open = False

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at < len(self._steps) - 1

    @property
    def undo_label(self) -> str:
        """What undo would take back, empty if nothing."""
        return self._steps[self._at].label

    @property
    def redo_label(self) -> str:
        """What redo would do again, empty if nothing."""
        return self._steps[self._at + 1].label if self.can_redo else ""

    def undo(self) -> Plan:
        """Go one step back, if there is one; gives the plan as it is then."""
        return self.go_to(self._at - 1)

    def redo(self) -> Plan:
        """Go one step forward, if there is one; gives the plan as it is then."""
        return self.go_to(self._at + 1)

    def go_to(self, position: int) -> Plan:
        """Go to a step by its place in `steps`, or as near as there is."""
        self._at = min(max(position, 0), len(self._steps) - 1)
        self._open = False
        return self.plan

    def mark_saved(self, plan: Plan | None = None) -> None:
        """The plan as it is now, or `plan`, is what the file holds."""
        self._saved = plan or self.plan
        self._open = False

    def mark_unsaved(self) -> None:
        """No file holds any of the plans."""
        self._saved = None

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the plan as it is now."""
        return self.plan is self._saved or self.plan == self._saved
