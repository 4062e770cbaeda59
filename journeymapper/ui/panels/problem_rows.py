"""The rows of the problems panel, the worst first."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymapper.drawing.theme import Theme
from journeymapper.model.finding import Finding
from journeymapper.model.words import Severity
from journeymapper.ui.guard import guarded
from journeymapper.ui.icons import severity_icon

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SENTENCE, PLACE, RULE = range(3)
Index = QModelIndex | QPersistentModelIndex


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity; those of one severity as they came."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, without the severities of which there are none."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in SEVERITIES if counted[severity]}


class ProblemRows(QAbstractTableModel):
    """Findings as rows: sentence, line of the file, number of the rule."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._icons = {severity: severity_icon(severity, theme) for severity in SEVERITIES}

    def show(self, findings: Iterable[Finding]) -> bool:
        """Show these findings; gives whether they are others than before."""
        rows = worst_first(findings)
        if rows == self.findings:
            return False
        self.beginResetModel()
        self.findings = rows
        self.endResetModel()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of the theme."""
        self._icons = {severity: severity_icon(severity, theme) for severity in SEVERITIES}
        if self.findings:
            last = self.index(len(self.findings) - 1, RULE)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])

    def _answer(self, finding: Finding, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return (finding.message, self.tr("line %1").replace("%1", str(finding.line)) if finding.line else "",
                    finding.rule)[column]  # fmt: skip
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape(f"{finding.message}\n{finding.why}".strip()).replace("\n", "<br>")
        if role == Qt.ItemDataRole.AccessibleTextRole and column == SENTENCE:
            return f"{self._spoken(finding.severity)}: {finding.message}"
        if role == Qt.ItemDataRole.DecorationRole and column == SENTENCE:
            return self._icons[finding.severity]
        if role == Qt.ItemDataRole.TextAlignmentRole and column != SENTENCE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, severity: Severity) -> str:
        return {"error": self.tr("error"), "warning": self.tr("warning"), "info": self.tr("hint")}[severity]

    @guarded(instead=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        return 0 if parent.isValid() else len(self.findings)

    @guarded(instead=0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        return 0 if parent.isValid() else 3

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._answer(self.findings[index.row()], index.column(), role) if index.isValid() else None
