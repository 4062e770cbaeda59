"""Labels whose text is always plain, since what comes from a plan must never be read as rich text."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from journeymapper.ui.guard import guarded


def label(text: str, role: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text with the look of a role."""
    return _plain(QLabel(text), role, wraps=wraps)


def short_label(role: str = "") -> ElidedLabel:
    """A label of one line that gives way where there is no room; its tooltip has the whole."""
    made = ElidedLabel()
    _plain(made, role, wraps=False)
    return made


class ElidedLabel(QLabel):
    """Shortens its text to the room it has."""

    @property
    def shown(self) -> str:
        """As much of the text as there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        self.setToolTip("" if shown == self.text() else html.escape(self.text()))
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @guarded(instead=QSize(20, 16))
    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())


def _plain(made: QLabel, role: str, *, wraps: bool) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    return made
