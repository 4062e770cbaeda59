"""A row of buttons of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QWidget):
    """A choice between a few words, all of them in view; arrow keys go from one to the next."""

    changed = Signal(str)

    def __init__(self, choices: dict[str, str], value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (ident, text) in enumerate(choices.items()):
            button = QPushButton(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "segment")
            button.setProperty("position", _position(place, len(choices)))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._buttons[ident] = button
            row.addWidget(button)
        self.choose(value)
        self._group.buttonToggled.connect(self._tell)

    @property
    def value(self) -> str:
        """The id of what is chosen."""
        return next(ident for ident, button in self._buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Choose by id; for one that is not there the first."""
        self._buttons.get(value, next(iter(self._buttons.values()))).setChecked(True)

    def _tell(self, button: QPushButton, checked: bool) -> None:
        if checked:
            self.changed.emit(self.value)


def _position(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
