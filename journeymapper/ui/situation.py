"""What can be done just now, as plain facts from which actions are enabled and named."""

from __future__ import annotations

from typing import NamedTuple


class Situation(NamedTuple):
    """The facts that decide which actions can act."""

    plan: bool = False
    """A plan is open."""
    journey: bool = False
    """It shows a journey."""
    savable: bool = False
    """The plan may be written to its file. Even where nothing changed: a value may be half typed, the file be gone."""
    undo: str = ""
    """What undo would take back, empty if nothing."""
    redo: str = ""
    steps: int = 0
    """Interactions of the journey."""
    selected: int = 0
    """Items selected, of any kind."""
    selected_interactions: int = 0
    selected_steps: int = 0
    """Interactions and ends selected."""
    detail: bool = False
    """The selected event opens a micro journey."""
    detailable: bool = False
    """One interaction is selected that no journey details yet."""
    opener: bool = False
    """An event opens the journey shown."""
    back: bool = False
    forward: bool = False
    problems: bool = False
    exported: bool = False
    """Something was exported before, so that it can be done again."""
    recent: bool = False

    @property
    def one(self) -> bool:
        """One interaction is selected and nothing else."""
        return self.selected_interactions == 1 and self.selected == 1

    @property
    def pair(self) -> bool:
        """Two steps are selected, of which one at least can lead to the other."""
        return self.selected == self.selected_steps == 2 and self.selected_interactions >= 1

    @property
    def connectable(self) -> bool:
        """Two steps that can be connected, or one whose target is still to be chosen."""
        return self.one or self.pair

    @property
    def selection(self) -> bool:
        """Something is selected."""
        return self.selected > 0
