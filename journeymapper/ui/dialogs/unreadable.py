"""The report on a file that can't be opened: every problem with its line, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.drawing.theme import Theme
from journeymapper.model.finding import Finding
from journeymapper.ui.icons import severity_icon
from journeymapper.ui.labels import label
from journeymapper.ui.panels.problem_rows import worst_first


class UnreadableDialog(QDialog):
    """Says why a file can't be opened. `again` asks to try once more, after the person has mended it."""

    again = Signal(object)

    def __init__(self, path: Path, findings: tuple[Finding, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("This file can't be opened"))
        self._path = path
        self.resize(760, min(560, 200 + 44 * len(findings)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("“%1” can't be opened as a plan").replace("%1", path.name), "title", wraps=True))
        column.addWidget(label(self._introduction(findings), "quiet", wraps=True))
        column.addWidget(self._list(worst_first(findings), theme), 1)
        column.addLayout(self._buttons())

    def _introduction(self, findings: tuple[Finding, ...]) -> str:
        if not any(finding.line for finding in findings):
            return self.tr("Nothing was changed.")
        found = self.tr("%n problem(s) found.", "", len(findings))
        return f"{found} {self.tr('Mend the file in a text editor; nothing in it was changed.')}"

    def _list(self, findings: tuple[Finding, ...], theme: Theme) -> QScrollArea:
        inner = QWidget()
        rows = QGridLayout(inner)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(2, 1)
        for place, finding in enumerate(findings):
            mark = QLabel()
            mark.setPixmap(severity_icon(finding.severity, theme).pixmap(16, 16))
            sentence = label(finding.message, wraps=True)
            sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown = (mark, label(_where(finding), "quiet"), sentence, label(finding.rule, "quiet"))
            for at, widget in enumerate(shown):
                rows.addWidget(widget, place, at, Qt.AlignmentFlag.AlignTop)
        rows.setRowStretch(len(findings), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self._try_again)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row.addWidget(again)
        row.addWidget(close)
        return row

    def _try_again(self) -> None:
        self.accept()
        self.again.emit(self._path)


def _where(finding: Finding) -> str:
    return f"{finding.line}:{finding.column}" if finding.line else ""
