"""The status bar: the file and whether it is saved, what the plan holds, the zoom."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from journeymapper.model.finding import Finding
from journeymapper.ui.doubts import with_lost_ways
from journeymapper.ui.figures import counts_of, reach_of
from journeymapper.ui.focus import Focus
from journeymapper.ui.labels import label, short_label
from journeymapper.ui.panels.problem_rows import counts
from journeymapper.ui.session import Session
from journeymapper.ui.style import give_role

HEIGHT = 28


class StatusBar(QWidget):
    """Stands below the canvas and its panels."""

    def __init__(self, session: Session, focus: Focus, zooms: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._session = session
        self._focus = focus
        self.file, self.saved, self.problems = short_label("small"), label("", "small"), short_label("small")
        self.counts, self.reach, self.share = short_label("small"), short_label("small"), label("", "small-strong")
        self.zoom = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self._place(zooms)
        session.state_changed.connect(self._show_state)
        session.changed.connect(self._show_counts)
        session.checked.connect(self._show_checked)
        focus.journey_changed.connect(self._show_reach)
        self._show_state()
        self._show_counts()

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom, 1 for 100 %."""
        self.zoom.setText(f"{round(zoom * 100)}%")

    def _place(self, zooms: Iterable[QAction]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(18)
        for shown in (self.file, self.saved, self.problems):
            row.addWidget(shown)
        row.addStretch()
        row.addWidget(self.counts)
        share = QHBoxLayout()
        share.setSpacing(4)
        share.addWidget(self.reach)
        share.addWidget(self.share)
        row.addLayout(share)
        menu = QMenu(self.zoom)
        menu.addActions(list(zooms))
        self.zoom.setMenu(menu)
        self.zoom.setProperty("role", "quiet")
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.show_zoom(1.0)
        row.addWidget(self.zoom)

    def _show_state(self) -> None:
        path = self._session.path
        self.file.setText(path.name if path else self.tr("not saved yet"))
        saved = self._session.is_saved
        self.saved.setText(self.tr("✓ saved") if saved else self.tr("● unsaved changes"))
        if self._session.is_saving:
            self.saved.setText(self.tr("saving…"))
        if self._session.is_read_only:
            self.saved.setText(self.tr("read-only"))
        self.saved.setToolTip(html.escape(self._session.document.read_only_reason))
        self.saved.setVisible(not saved or path is not None)
        _set_role(self.saved, "good-small" if saved and not self._session.is_read_only else "small")

    def _show_counts(self) -> None:
        held = counts_of(self._session.plan)
        parts = [self.tr("%n interaction(s)", "", held.interactions)] if held.interactions else []
        parts += [self.tr("%n macro event(s)", "", held.macro_events)] if held.macro_events else []
        parts += [self.tr("%n channel(s)", "", held.channels)] if held.channels else []
        self.counts.setText(" · ".join(parts))

    def _show_checked(self, findings: tuple[Finding, ...]) -> None:
        found = counts(findings)
        texts = {
            "error": self.tr("%n error(s)", "", found.get("error", 0)),
            "warning": self.tr("%n warning(s)", "", found.get("warning", 0)),
        }
        self.problems.setText(" · ".join(text for severity, text in texts.items() if severity in found))
        self._show_reach()

    def _show_reach(self) -> None:
        unknown = with_lost_ways(self._session.damage)
        reach = None if unknown else reach_of(self._session.plan, self._focus.journey)
        for shown in (self.reach, self.share):
            shown.setVisible(reach is not None)
        if reach:
            self.reach.setText(self.tr("Reaches “%1”:").replace("%1", reach.event))
            self.share.setText(f"{reach.share * 100:.1f}%")


def _set_role(shown: QLabel, role: str) -> None:
    if shown.property("role") != role:
        give_role(shown, role)
