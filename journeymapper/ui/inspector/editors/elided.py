"""A button that shortens its text with an ellipsis where it is too narrow for it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journeymapper.ui.guard import guarded

ROOM = 14
"""Pixels of the button that are not text."""


class ElidedButton(QPushButton):
    """A row that can be clicked; the whole text is in its tooltip and its accessible name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", "entry")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str) -> None:
        """The text, shortened to what fits."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(escape(text))
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - ROOM, ROOM)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(instead=QSize(40, 24))
    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())
