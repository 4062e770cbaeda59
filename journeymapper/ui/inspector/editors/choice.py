"""Editors for a choice among few: segments in a row, yes or no, a feeling, a switch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journeymapper.model.plan import Plan
from journeymapper.ui.guard import guarded
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.place import written

Choice = tuple[str, str]
"""A value and the text that says it."""


class Segments(QWidget):
    """Buttons in a row of which at most one is down; pressing it again takes the choice back."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._clicked)
        self._choices: tuple[Choice, ...] = ()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these values; does nothing where they are offered already."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        for place, (value, text) in enumerate(choices):
            button = QPushButton(text.replace("&", "&&"), self)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setProperty("position", "only" if len(choices) == 1 else _position(place, len(choices)))
            button.setProperty("value", value)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._row.addWidget(button)

    def set_value(self, value: str) -> None:
        """Show which one is chosen; none where the value is not offered."""
        for button in self._group.buttons():
            button.setChecked(button.property("value") == value)

    def _clicked(self, button: QAbstractButton) -> None:
        value = str(button.property("value")) if button.isChecked() else ""
        self.set_value(value)
        self.chosen.emit(value)


def _position(place: int, count: int) -> str:
    return "first" if place == 0 else "last" if place == count - 1 else "middle"


class SegmentsEditor(Editor):
    """A choice among a few fixed values."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments(self)
        self.segments.set_choices(choices)
        self.segments.chosen.connect(self.committed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)

    def load(self, value: Any, plan: Plan) -> None:
        self.segments.set_value(str(written(value)).lower() if isinstance(value, bool) else written(value))


def feeling_editor() -> SegmentsEditor:
    """From -2 (terrible) to +2 (delighted)."""
    return SegmentsEditor([("-2", "−2"), ("-1", "−1"), ("0", "0"), ("1", "+1"), ("2", "+2")])


def flag_editor() -> SegmentsEditor:
    """Yes or no; neither is unknown."""
    return SegmentsEditor(
        [("true", QCoreApplication.translate("Form", "Yes")), ("false", QCoreApplication.translate("Form", "No"))]
    )


class Switch(QAbstractButton):
    """A switch that slides between off and on."""

    SIZE = QSize(34, 20)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def draw(self) -> None:
        """Paint the track and the knob in the palette's colours."""
        palette = self.palette()
        on = self.isChecked()
        track = palette.highlight().color() if on else palette.mid().color()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(track)
            painter.drawRoundedRect(QRectF(1, 1, 32, 18), 9, 9)
            painter.setBrush(QColor("#FFFFFF") if on else palette.base().color())
            painter.drawEllipse(QRectF(17 if on else 3, 3, 14, 14))
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(palette.highlight().color())
                painter.drawRoundedRect(QRectF(0.5, 0.5, 33, 19), 9.5, 9.5)

    @guarded(instead=SIZE)
    def sizeHint(self) -> QSize:
        return self.SIZE

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw()


class SwitchEditor(Editor):
    """A switch for a fact that is either marked or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(self)
        self.switch.toggled.connect(self._slide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.switch)
        self.setFocusProxy(self.switch)

    def load(self, value: Any, plan: Plan) -> None:
        self.switch.blockSignals(True)
        self.switch.setChecked(bool(value))
        self.switch.blockSignals(False)
        self.switch.update()

    def _slide(self, on: bool) -> None:
        self.committed.emit(on)
