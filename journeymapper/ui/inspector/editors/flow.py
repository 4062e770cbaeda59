"""A layout that sets widgets in lines, like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from journeymapper.ui.guard import guarded


class FlowLayout(QLayout):
    """Widgets from left to right, going on in the next line where the width ends."""

    def __init__(self, parent: QWidget, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def arranged(self, rect: QRect, *, apply: bool) -> int:
        """Set the widgets inside `rect` (or only try); gives the height that they take."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line = inner.x(), inner.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), inner.width()))
            if x > inner.x() and x + size.width() > inner.right() + 1:
                x, y, line = inner.x(), y + line + self._gap, 0
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return y + line - rect.y() + margins.bottom()

    @guarded
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @guarded(instead=0)
    def count(self) -> int:
        return len(self._items)

    @guarded(instead=None)
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded(instead=None)
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @guarded(instead=Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @guarded(instead=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(instead=0)
    def heightForWidth(self, width: int) -> int:
        return self.arranged(QRect(0, 0, width, 0), apply=False)

    @guarded
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.arranged(rect, apply=True)

    @guarded(instead=QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @guarded(instead=QSize())
    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widths = [min(item.minimumSize().width(), 80) for item in self._items]
        return QSize(max(widths, default=0) + margins.left() + margins.right(), 24)
