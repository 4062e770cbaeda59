"""The top bar: the program's mark, the breadcrumb, and the button that hands the journey out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from journeymapper.drawing.theme import Theme
from journeymapper.ui.breadcrumb import Breadcrumb
from journeymapper.ui.focus import Focus
from journeymapper.ui.icons import mark
from journeymapper.ui.session import Session

HEIGHT = 44


class TopBar(QWidget):
    """Stands above the canvas and its panels."""

    def __init__(
        self, session: Session, focus: Focus, export: QAction, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._mark = QLabel()
        self.breadcrumb = Breadcrumb(session, focus)
        self._export = export
        self.export_button = QPushButton(self.tr("Export"))
        self.export_button.setProperty("role", "primary")
        self.export_button.clicked.connect(export.trigger)
        export.changed.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.breadcrumb, 1)
        row.addWidget(self.export_button)
        self._follow()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the mark in the accent of a theme."""
        self._mark.setPixmap(mark(theme, 22, self.devicePixelRatioF()))

    def _follow(self) -> None:
        """The button can do what the action can do."""
        self.export_button.setEnabled(self._export.isEnabled())
