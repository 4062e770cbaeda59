"""Looks at a window and says what its situation is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymapper.ui.settings import recall_text
from journeymapper.ui.situation import Situation

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


def situation_of(window: MainWindow) -> Situation:
    """The facts by which the window's actions are enabled and named."""
    work = window.workspace
    recent = bool(recall_text("recent"))
    if work is None:
        return Situation(recent=recent)
    history, focus, journey = work.session.history, work.focus, work.focus.shown
    interactions = len(focus.selected_interactions)
    links = sum(">" in name for name in focus.selection)
    alone = focus.selected_interactions[0] if interactions == 1 == len(focus.selection) else ""
    return Situation(
        plan=True,
        journey=journey is not None,
        savable=not work.session.is_read_only,
        undo=history.undo_label,
        redo=history.redo_label,
        steps=len(journey.interactions) if journey else 0,
        selected=len(focus.selection),
        selected_interactions=interactions,
        selected_steps=len(focus.selection) - links,
        detail=bool(focus.detail),
        detailable=bool(journey and alone and not journey.interactions[alone].opens),
        opener=focus.opener is not None,
        back=focus.can_go_back,
        forward=focus.can_go_forward,
        problems=bool(work.problems.rows.findings),
        exported=bool(recall_text("export/last")),
        recent=recent,
    )
