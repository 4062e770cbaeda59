"""A notice: one quiet sentence over the window that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeymapper.ui.guard import guarded
from journeymapper.ui.labels import label

STAYS = 6000
"""Milliseconds."""
MARGIN = 24
"""Pixels between the notice and the lower edge of what it stands over."""


class Notice(QFrame):
    """Stands over its parent near the lower edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = label("", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.addWidget(self._text)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    @property
    def text(self) -> str:
        """What it says, empty if nothing."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Show a sentence for a while; it takes the place of the one before."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        over = self._over.rect()
        metrics = self._text.fontMetrics()
        width = min(metrics.horizontalAdvance(self._text.text()) + 2, 560, over.width() - 96)
        self._text.setFixedWidth(max(width, 40))
        self._text.setMinimumHeight(0)  # else the text would need at least as much room as the one before
        self._text.setFixedHeight(self._text.heightForWidth(self._text.width()))
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - MARGIN)

    @guarded(instead=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
