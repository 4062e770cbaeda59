"""Questions that stand over a window and answer by a signal, so that nothing waits inside an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """A button and what it does; the first of a question is the default, one without `act` cancels."""

    text: str
    act: Callable[[], None] | None = None
    loses: bool = False
    """Whether something is lost by it."""


class Question(QMessageBox):
    """A sentence and a few buttons. Closing it or Esc is the cancelling choice."""

    def __init__(self, parent: QWidget, sentence: str, detail: str, choices: tuple[Choice, ...]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("journeymapper")
        self.setText(sentence)
        self.setInformativeText(detail)
        for label in self.findChildren(QLabel):  # setTextFormat leaves the second one out
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._acts: list[tuple[QAbstractButton, Callable[[], None] | None]] = []
        for place, choice in enumerate(choices):
            button = self.addButton(choice.text, _role(choice))
            self._acts.append((button, choice.act))
            if place == 0:
                self.setDefaultButton(button)
            if choice.act is None:
                self.setEscapeButton(button)
        self.buttonClicked.connect(self._answer)

    def _answer(self, pressed: QAbstractButton) -> None:
        for button, act in self._acts:
            if button is pressed and act is not None:
                act()


def _role(choice: Choice) -> QMessageBox.ButtonRole:
    if choice.act is None:
        return QMessageBox.ButtonRole.RejectRole
    return QMessageBox.ButtonRole.DestructiveRole if choice.loses else QMessageBox.ButtonRole.AcceptRole


def ask(parent: QWidget, sentence: str, detail: str, *choices: Choice) -> Question:
    """Ask; the answer's `act` is called later."""
    question = Question(parent, sentence, detail, choices)
    question.open()
    return question
