"""The context menu of the canvas: what can be done with what was pointed at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journeymapper.layout.geometry import Point
from journeymapper.ui.canvas.placing import offset_of, put_back

if TYPE_CHECKING:
    from journeymapper.ui.canvas.view import CanvasView


class CanvasMenu(QMenu):
    """Made for one place of the canvas: its own entries first, then the window's actions that can act there."""

    def __init__(self, view: CanvasView, at: Point) -> None:
        super().__init__(view)
        self._view = view
        self._at = at
        self.aboutToHide.connect(self.deleteLater)
        chosen = view.focus.selected_interactions
        if view.focus.detail:
            self._entry(self.tr("Open the micro journey"), self.open_detail)
        if any(offset_of(view.session.plan, view.focus.journey, ident) != (0, 0) for ident in chosen):
            self._entry(self.tr("Reset position"), self.reset_position)
        if not view.focus.selection:
            self._entry(self.tr("New interaction here"), self.add_here)
        self.addSeparator()
        for action in view.actions():
            if action.isEnabled() and (view.focus.selection or action.objectName() != "add"):
                self.addAction(action)
        self.addSeparator()
        self._entry(self.tr("Fit all"), view.fit_all)
        self._entry(self.tr("Actual size"), view.zoom_reset)

    def open_detail(self) -> None:
        """Go into the micro journey of the selected event."""
        self._view.open_detail()

    def reset_position(self) -> None:
        """Let the layout place the selected cards again."""
        put_back(self._view.session, self._view.focus.journey, self._view.focus.selected_interactions)

    def add_here(self) -> None:
        """Add an interaction to the stage and lane that were pointed at."""
        self._view.add_at(self._at)

    def _entry(self, text: str, slot: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.triggered.connect(slot)
        self.addAction(action)
