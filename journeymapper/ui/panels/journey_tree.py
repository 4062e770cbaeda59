"""The tree of journeys: macro journeys with what details their events."""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from journeymapper.ui.focus import Focus
from journeymapper.ui.guard import guarded
from journeymapper.ui.panels.outline import Entry, Outline, outline
from journeymapper.ui.session import Session

JOURNEY = Qt.ItemDataRole.UserRole


class JourneyTree(QTreeView):
    """Shows the journeys and goes to the one that is chosen."""

    def __init__(self, session: Session, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._shown: Outline | None = None
        self._closed: set[str] = set()
        self._rows = QStandardItemModel(self)
        self._set_up()
        self._refresh()
        session.changed.connect(self._refresh)
        focus.journey_changed.connect(self._mark)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_open)

    def _set_up(self) -> None:
        self.setProperty("role", "journeys")
        self.setAccessibleName(self.tr("Journeys"))
        self.setModel(self._rows)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(24)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegateForColumn(1, _CountDelegate(self))
        self.selectionModel().currentChanged.connect(self._choose)

    def _refresh(self) -> None:
        """Show the plan's journeys, if they are others than those shown."""
        now = outline(self._session.plan)
        if now == self._shown:
            return
        self._shown = now
        self.selectionModel().blockSignals(True)
        self._rows.removeRows(0, self._rows.rowCount())
        self._fill(self._rows.invisibleRootItem(), now.top)
        if now.unopened:
            group = QStandardItem(self.tr("Not opened by any event"))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._rows.appendRow([group, _inert()])
            self._fill(group, now.unopened)
        self.selectionModel().blockSignals(False)
        for index in self._indexes():
            self.setExpanded(index, index.data(JOURNEY) not in self._closed)
        self._mark(self._focus.journey)

    def _fill(self, parent: QStandardItem, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            title = QStandardItem(entry.title)
            title.setData(entry.journey, JOURNEY)
            title.setToolTip(html.escape(entry.title))
            count = QStandardItem(str(entry.count))
            count.setData(entry.journey, JOURNEY)
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setToolTip(self.tr("%n interaction(s)", "", entry.count))
            parent.appendRow([title, count])
            self._fill(title, entry.details)

    def _mark(self, journey: str) -> None:
        """Show which journey is looked at."""
        found = next((index for index in self._indexes() if index.data(JOURNEY) == journey), QModelIndex())
        if found != self.currentIndex().siblingAtColumn(0):
            self.setCurrentIndex(found)

    def _choose(self, index: QModelIndex) -> None:
        journey = index.data(JOURNEY)
        if journey:
            self._focus.show_journey(journey)

    def _indexes(self, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
        for row in range(self._rows.rowCount(parent or QModelIndex())):
            index = self._rows.index(row, 0, parent or QModelIndex())
            yield index
            yield from self._indexes(index)

    def _note_closed(self, index: QModelIndex) -> None:
        self._closed.add(index.data(JOURNEY))

    def _note_open(self, index: QModelIndex) -> None:
        self._closed.discard(index.data(JOURNEY))


class _CountDelegate(QStyledItemDelegate):
    """Counts stand back behind the titles."""

    @guarded
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
        option.palette.setColor(QPalette.ColorRole.Text, quiet)


def _inert() -> QStandardItem:
    item = QStandardItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item
