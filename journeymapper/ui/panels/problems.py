"""The problems panel: what is wrong or missing, each a step away from its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from journeymapper.drawing.theme import Theme
from journeymapper.model.finding import Finding
from journeymapper.ui.focus import Focus
from journeymapper.ui.guard import guarded
from journeymapper.ui.labels import label
from journeymapper.ui.panels.problem_rows import PLACE, RULE, SENTENCE, SEVERITIES, ProblemRows, counts
from journeymapper.ui.session import Session

HEAD = 34
"""Height of the header in pixels, which stays when the panel is folded."""


class _RowDelegate(QStyledItemDelegate):
    """Line and number stand back behind the sentence."""

    @guarded
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() != SENTENCE:
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(QPalette.ColorRole.PlaceholderText))


class ProblemsPanel(QWidget):
    """The findings of the open plan. Fold it with the arrow; click or press Enter on a row to go to its place."""

    folded = Signal(bool)

    def __init__(self, session: Session, focus: Focus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._focus = focus
        self.rows = ProblemRows(theme, self)
        self.list = self._made_list()
        self._counts = {each: label("", "quiet" if each == "info" else each) for each in SEVERITIES}
        self._speed = label("", "small")
        self._fold = QToolButton()
        self._body = QStackedWidget()
        self._set_up()
        session.checked.connect(self._show)
        self._fold.toggled.connect(self.set_folded)
        self._fold.toggled.connect(self.folded)

    @property
    def is_folded(self) -> bool:
        return self._fold.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Leave only the header, or show the list again."""
        self._fold.setChecked(folded)
        self._fold.setArrowType(Qt.ArrowType.UpArrow if folded else Qt.ArrowType.DownArrow)
        self._fold.setToolTip(self.tr("Show the list") if folded else self.tr("Fold the list"))
        self._body.setVisible(not folded)
        self.setMaximumHeight(HEAD if folded else 16777215)

    def set_theme(self, theme: Theme) -> None:
        self.rows.set_theme(theme)

    def next_problem(self) -> None:
        """Go to the place of the next finding, after the last one of the first again."""
        if self.rows.findings:
            at = (self.list.currentIndex().row() + 1) % len(self.rows.findings)
            self.list.setCurrentIndex(self.rows.index(at, SENTENCE))
            self._jump(self.list.currentIndex())

    def _jump(self, index: QModelIndex) -> None:
        for path in self.rows.findings[index.row()].items:
            if self._focus.reveal(path):
                return

    def _show(self, findings: Iterable[Finding]) -> None:
        current = self._current()
        self._speed.setText(self._speed_text())
        changed = self.rows.show(findings)
        self._body.setCurrentIndex(0 if self.rows.findings else 1)
        if not changed:
            return
        found = counts(self.rows.findings)
        for severity, shown in self._counts.items():
            shown.setText(self._counted(severity, found.get(severity, 0)))
            shown.setVisible(severity in found)
        if current in self.rows.findings:
            self.list.setCurrentIndex(self.rows.index(self.rows.findings.index(current), SENTENCE))

    def _current(self) -> Finding | None:
        at = self.list.currentIndex().row()
        return self.rows.findings[at] if 0 <= at < len(self.rows.findings) else None

    def _counted(self, severity: str, count: int) -> str:
        if severity == "error":
            return self.tr("%n error(s)", "", count)
        return self.tr("%n warning(s)", "", count) if severity == "warning" else self.tr("%n hint(s)", "", count)

    def _speed_text(self) -> str:
        interactions = sum(len(journey.interactions) for journey in self._session.plan.journeys.values())
        checked = self.tr("checked %n interaction(s)", "", interactions)
        return f"{checked} · {max(1, round(self._session.check_seconds * 1000))} ms"

    def _made_list(self) -> QTreeView:
        made = QTreeView(rootIsDecorated=False, uniformRowHeights=True, headerHidden=True)
        made.setModel(self.rows)
        made.setAccessibleName(self.tr("Problems"))
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        for column in (PLACE, RULE):
            made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        made.setProperty("role", "problems")
        made.setItemDelegate(_RowDelegate(made))
        made.clicked.connect(self._jump)
        made.activated.connect(self._jump)
        return made

    def _set_up(self) -> None:
        header = QWidget()
        header.setProperty("role", "header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(HEAD)
        row = QHBoxLayout(header)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(14)
        row.addWidget(label(self.tr("Problems"), "strong"))
        for shown in self._counts.values():
            row.addWidget(shown)
            shown.hide()
        row.addStretch()
        row.addWidget(self._speed)
        row.addWidget(self._fold)
        self._fold.setCheckable(True)
        self._fold.setArrowType(Qt.ArrowType.DownArrow)
        self._fold.setProperty("role", "quiet")
        self._fold.setAccessibleName(self.tr("Fold the list of problems"))
        empty = label(self.tr("No problems: nothing is wrong or missing."), "quiet")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body.addWidget(self.list)
        self._body.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._body)
        self.setMinimumHeight(HEAD)
