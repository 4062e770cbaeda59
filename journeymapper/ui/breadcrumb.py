"""The breadcrumb: the way from the plan down to the journey that is looked at."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from journeymapper.ui.focus import Focus, opener_of
from journeymapper.ui.guard import guarded
from journeymapper.ui.labels import label
from journeymapper.ui.session import Session

SHORTEST = 48
"""Pixels that every crumb keeps."""


def trail(session: Session, journey: str) -> list[str]:
    """The journeys from the top down to this one, each detailing an event of the one before."""
    way = [journey] if journey else []
    while way and (above := opener_of(session, way[0])) and above[0] not in way:
        way.insert(0, above[0])
    return way


def shares_of_room(widths: list[int], room: int) -> list[int]:
    """Pixels for each of several texts: all they want if there is room, else the longest give way first."""
    limit = max(widths, default=0)
    while sum(min(width, limit) for width in widths) > room and limit > SHORTEST:
        limit -= 1
    return [min(width, limit) for width in widths]


class Breadcrumb(QWidget):
    """Buttons that go to the journeys above; the last one is where we are."""

    def __init__(self, session: Session, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._texts: list[str] = []
        self.crumbs: list[QToolButton] = []
        self._signs: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(SHORTEST * 2)
        self._refresh()
        session.changed.connect(self._refresh)
        focus.journey_changed.connect(self._refresh)

    def _refresh(self) -> None:
        journeys = trail(self._session, self._focus.journey)
        plan = self._session.plan
        texts = [plan.title, *(plan.journeys[ident].name(ident) for ident in journeys if ident in plan.journeys)]
        targets = [journeys[0] if journeys else "", *journeys]
        if [crumb.property("journey") for crumb in self.crumbs] != targets:
            self._rebuild(targets)
        self._texts = texts
        self._fit()

    def _rebuild(self, targets: list[str]) -> None:
        for old in (*self.crumbs, *self._signs):
            self._row.removeWidget(old)
            old.deleteLater()
        self.crumbs = [self._crumb(target, last=place == len(targets) - 1) for place, target in enumerate(targets)]
        self._signs = [label("›", "quiet") for _ in targets[1:]]
        for place, crumb in enumerate(self.crumbs):
            if place:
                self._row.insertWidget(2 * place - 1, self._signs[place - 1])
            self._row.insertWidget(2 * place, crumb)

    def _crumb(self, target: str, *, last: bool) -> QToolButton:
        crumb = QToolButton()
        crumb.setCheckable(True)
        crumb.setChecked(last)
        crumb.setProperty("role", "crumb")
        crumb.setProperty("journey", target)
        crumb.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        crumb.clicked.connect(self._go)
        return crumb

    def _go(self) -> None:
        crumb = self.sender()
        if isinstance(crumb, QToolButton):
            crumb.setChecked(crumb is self.crumbs[-1])
            self._focus.show_journey(crumb.property("journey"))

    def _fit(self) -> None:
        """Shorten what does not fit, the longest texts first."""
        metrics = self.fontMetrics()
        frame = 14
        wanted = [round(metrics.horizontalAdvance(text) * 1.06) + frame for text in self._texts]
        room = self.width() - 12 * len(self._signs)
        for crumb, text, width in zip(self.crumbs, self._texts, shares_of_room(wanted, room), strict=True):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round((width - frame) / 1.06) + 1)
            crumb.setText(shown.replace("&", "&&"))
            crumb.setToolTip(html.escape(text) if shown != text else "")
            crumb.setAccessibleName(text)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
