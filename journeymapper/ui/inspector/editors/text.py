"""Editors for what is typed: a line, a longer text, a list with a line for each entry, a value with a unit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.model.plan import Plan
from journeymapper.ui.guard import guarded
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.place import written

LINES = (1, 6)
"""How many lines a longer text shows at least and at most."""


class LineEditor(Editor):
    """One line of text; what is typed counts at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._changed)
        _fill(self, self.line)

    def load(self, value: Any, plan: Plan) -> None:
        shown = written(value)
        if self.line.text() != shown:
            self.line.setText(shown)
            self.line.setCursorPosition(0)

    def _changed(self, text: str) -> None:
        self.typed.emit(text)


class ValueEditor(Editor):
    """A number, share, duration, money or date; it counts when the line is left or Enter pressed."""

    def __init__(self, example: str, *, pair: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = pair
        self._shown = ""
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(example.split(" (", maxsplit=1)[0])
        self.line.editingFinished.connect(self._finish)
        _fill(self, self.line)

    def load(self, value: Any, plan: Plan) -> None:
        held = written(value)
        shown = ", ".join(held) if isinstance(held, list) else held
        if shown != self._shown or not self.line.hasFocus():
            self.line.setText(shown)
            self.line.setCursorPosition(0)
        self._shown = shown
        self.set_refused("")

    def _finish(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            self.set_refused("")
            return
        self.committed.emit([part.strip() for part in text.split(",")] if self._pair and text else text)


class _GrowingText(QPlainTextEdit):
    """A text box as high as its text; Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        needed = int(self.document().size().height())
        lines = max(LINES[0], min(LINES[1], needed))
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > lines else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        frame = self.contentsMargins()
        margins = 2 * int(self.document().documentMargin()) + frame.top() + frame.bottom() + 2
        height = lines * QFontMetrics(self.font()).lineSpacing() + margins
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(instead=QSize(80, 30))
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)


_CONTROL = Qt.KeyboardModifier.ControlModifier


class LongEditor(Editor):
    """A text of several lines; what is typed counts at once. Ctrl+Enter and Tab leave it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _GrowingText(self)
        self.box.textChanged.connect(self._changed)
        self._loading = False
        _fill(self, self.box)

    def raw(self) -> Any:
        """What the box says, as a file would hold it."""
        return self.box.toPlainText()

    def shown(self, value: Any) -> str:
        """The text of a value."""
        return str(written(value))

    def load(self, value: Any, plan: Plan) -> None:
        if self.raw() == (written(value) or self._empty()):
            return
        self._loading = True
        self.box.setPlainText(self.shown(value))
        self._loading = False

    def _empty(self) -> Any:
        return ""

    def _changed(self) -> None:
        if not self._loading:
            self.typed.emit(self.raw())


class TextsEditor(LongEditor):
    """A list of texts, each on a line of its own."""

    def raw(self) -> Any:
        return [line.strip() for line in self.box.toPlainText().splitlines() if line.strip()]

    def shown(self, value: Any) -> str:
        return "\n".join(written(value) or ())

    def _empty(self) -> Any:
        return []

    def _changed(self) -> None:
        if not self._loading:
            self.typed.emit(self.raw() or "")


def _fill(outer: QWidget, inner: QWidget) -> None:
    inner.setMinimumWidth(40)
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    outer.setFocusProxy(inner)
