"""The workspace: an open plan with its canvas and the panels around it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from journeymapper.drawing.theme import Theme
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.guard import guarded
from journeymapper.ui.keeping.banner import Banner
from journeymapper.ui.keeping.journal import Journal
from journeymapper.ui.keeping.locks import PlanLock
from journeymapper.ui.keeping.outside import Outside
from journeymapper.ui.keeping.saver import Saver
from journeymapper.ui.labels import label
from journeymapper.ui.menus import Menus
from journeymapper.ui.minimap import Minimap
from journeymapper.ui.notice import Notice
from journeymapper.ui.panels.journey_tree import JourneyTree
from journeymapper.ui.panels.problems import ProblemsPanel
from journeymapper.ui.session import Session
from journeymapper.ui.settings import recall_journey, recall_state, recall_text, remember, remember_journey
from journeymapper.ui.status_bar import StatusBar
from journeymapper.ui.top_bar import TopBar

if TYPE_CHECKING:
    from journeymapper.ui.inspector.panel import Inspector

ZOOMS = ("zoom_in", "zoom_out", "zoom_reset", "fit_all", "fit_selection")
PANELS = ("outline", "inspector", "problems")
LEFT, RIGHT, BOTTOM = 236, 296, 132
"""Pixels of the panels at the first start."""
_ALL = 10_000
"""More pixels than there are: the splitter gives what it has."""


class Workspace(QWidget):
    """Everything that belongs to one open plan."""

    def __init__(
        self, session: Session, theme: Theme, menus: Menus, lock: PlanLock | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        session.setParent(self)
        self.session = session
        self.lock = lock
        self.is_given_up = False
        """What is unsaved is not wanted any more."""
        self.focus = Focus(session, self)
        if session.path:
            self.focus.show_journey(recall_journey(session.path))
        self.canvas = CanvasView(session, self.focus, theme)
        self.canvas.addActions(menus.canvas_actions())
        self.tree = JourneyTree(session, self.focus)
        self.minimap = Minimap(self.canvas)
        self._side = _panel(240)
        self._side_column = _column(self._side)
        self.problems = ProblemsPanel(session, self.focus, theme)
        self.top_bar = TopBar(session, self.focus, menus.actions["export"], theme)
        self.status_bar = StatusBar(session, self.focus, [menus.actions[ident] for ident in ZOOMS])
        self.notice = Notice(self.canvas)
        self.banner = Banner()
        self.journal = Journal(session, self._journey, self)
        self.saver = Saver(session, self)
        self.outside = Outside(session, self.saver, self)
        self.outline = self._outline()
        self._middle = _split(Qt.Orientation.Vertical, (self.canvas, self.problems), stretched=0)
        self._across = _split(Qt.Orientation.Horizontal, (self.outline, self._middle, self._side), stretched=1)
        self._locked = session.path
        self._painted = False
        self._assemble()
        self._connect()
        self._restore()

    @cached_property
    def inspector(self) -> Inspector:
        """The inspector at the right, made once it is asked for, so that the canvas is seen first."""
        from journeymapper.ui.inspector.panel import Inspector

        made = Inspector(self.session, self.focus)
        made.done.connect(self.canvas.setFocus)
        self._side_column.addWidget(made)
        return made

    @property
    def is_safe(self) -> bool:
        """Whether closing would lose nothing."""
        return self.session.is_saved and not self.saver.is_busy

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self.canvas.set_theme(theme)
        self.problems.set_theme(theme)
        self.top_bar.set_theme(theme)

    def shown_panels(self) -> dict[str, bool]:
        """Which of the panels are shown, by the name of their action."""
        return {
            "outline": not self.outline.isHidden(),
            "inspector": not self._side.isHidden(),
            "problems": not self.problems.is_folded,
        }

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide a panel; the problems keep their header."""
        if name == "problems":
            self._fold(not shown)
        else:
            {"outline": self.outline, "inspector": self._side}[name].setVisible(shown)

    def remember_places(self) -> None:
        """Remember which panels are shown, how large, and which journey, for the next time."""
        if self.session.path:
            remember_journey(self.session.path, self.focus.journey)
        remember("panels/across", self._across.saveState())
        remember("panels/middle", self._middle.saveState())
        remember("panels/shown", " ".join(name for name, shown in self.shown_panels().items() if shown))

    def end(self) -> None:
        """The plan is not shown any more: nothing of it is watched, kept or locked from now on."""
        self.remember_places()
        self.journal.close(wanted=not self.is_given_up)
        if self.lock:
            self.lock.release()

    def edit(self, field: str) -> None:
        """Let a field of the selected item be typed into, in the inspector."""
        self.show_panel("inspector", shown=True)
        self.inspector.edit(field)

    def finish_typing(self) -> None:
        """Have a value that is being typed take effect, as if its line were left."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            now.clearFocus()
            now.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_area(self) -> None:
        """Give the focus to the next of canvas, inspector, problems, journeys and what waits for a decision."""
        every = (self.canvas, self._side, self.problems.list, self.tree, self.banner)
        areas: list[QWidget] = [area for area in every if area.isVisible()]
        now = QApplication.focusWidget()
        held = [now is not None and (area is now or area.isAncestorOf(now)) for area in areas]
        target = areas[(held.index(True) + 1) % len(areas) if True in held else 0]
        if target is self.banner:
            self.banner.take_focus()
            return
        if target is self._side:
            target = self.inspector.title
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _outline(self) -> QWidget:
        panel = _panel(160)
        column = _column(panel)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(6)
        heading = label(self.tr("Journeys"), "section")
        heading.setContentsMargins(14, 0, 14, 0)
        column.addWidget(heading)
        column.addWidget(self.tree, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(14, 8, 14, 0)
        holder.addWidget(self.minimap)
        column.addLayout(holder)
        return panel

    def _assemble(self) -> None:
        column = _column(self)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addWidget(self._across, 1)
        column.addWidget(self.status_bar)
        self._across.setSizes([LEFT, 1200, RIGHT])
        self._middle.setSizes([800, BOTTOM])

    def _connect(self) -> None:
        self.session.refused.connect(self.notice.say)
        self.session.state_changed.connect(self._follow_file)
        self.canvas.zoom_changed.connect(self.status_bar.show_zoom)
        self.canvas.edit_asked.connect(self.edit)
        self.status_bar.show_zoom(self.canvas.camera.viewport.zoom)
        self.problems.folded.connect(self._fold)

    def _restore(self) -> None:
        self._across.restoreState(recall_state("panels/across"))
        self._middle.restoreState(recall_state("panels/middle"))
        shown = recall_text("panels/shown", " ".join(PANELS)).split()
        for name in PANELS:
            self.show_panel(name, name in shown)

    def _complete(self) -> None:
        self.inspector.show()
        self.session.check_soon()

    def _journey(self) -> str:
        return self.focus.journey

    def _follow_file(self) -> None:
        """Lock the file that the plan is saved in now."""
        if self.session.path == self._locked:
            return
        self._locked = self.session.path
        if self.lock:
            self.lock.release()
        self.lock = PlanLock(self._locked) if self._locked else None
        if self.lock:
            self.lock.take()

    def _fold(self, folded: bool) -> None:
        if self.problems.is_folded != folded:
            self.problems.set_folded(folded)
        if folded:
            self._middle.setSizes([_ALL, 0])
        elif self.problems.height() < BOTTOM // 2:
            self._middle.setSizes([max(200, self._middle.height() - BOTTOM), BOTTOM])

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """What can wait until the plan is seen: filling the inspector and checking."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._complete)


def _panel(narrowest: int) -> QWidget:
    panel = QWidget()
    panel.setProperty("role", "panel")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    panel.setMinimumWidth(narrowest)
    return panel


def _column(holder: QWidget) -> QVBoxLayout:
    """A column without any room between its parts."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _split(orientation: Qt.Orientation, parts: Iterable[QWidget], *, stretched: int) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for place, part in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, int(place == stretched))
    return made
