"""The banner: a strip above the canvas for what waits for a decision, while work goes on below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journeymapper.ui.dialogs.questions import Choice
from journeymapper.ui.labels import label


class Banner(QFrame):
    """One sentence with its choices; hidden as long as there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said: dict[str, tuple[str, tuple[Choice, ...]]] = {}
        self._choices: dict[QPushButton, Choice] = {}
        self._text = label("", "strong", wraps=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if nothing."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons that it shows, in their order."""
        return list(self._choices)

    def say(self, about: str, sentence: str, *choices: Choice) -> None:
        """Say something `about` a thing until it is cleared or said anew; a choice without `act` clears it too."""
        self._said.pop(about, None)
        self._said[about] = (sentence, choices)
        self._show()

    def clear(self, about: str) -> None:
        """Nothing is to be said about that thing any more."""
        if self._said.pop(about, None):
            self._show()

    def take_focus(self) -> None:
        """Give the focus to the first choice."""
        if self._choices:
            next(iter(self._choices)).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        for button in self._choices:
            self._row.removeWidget(button)
            button.hide()  # it may be the one that is being pressed
            button.deleteLater()
        self._choices.clear()
        if self._said:
            sentence, choices = next(reversed(self._said.values()))
            self._text.setText(sentence)
            self.setAccessibleName(sentence)
            for choice in choices:
                self._add(choice)
        self.setVisible(bool(self._said))

    def _add(self, choice: Choice) -> None:
        button = QPushButton(choice.text.replace("&", "&&"))  # it may name a branch
        button.clicked.connect(self._answer)
        self._choices[button] = choice
        self._row.addWidget(button)

    def _answer(self) -> None:
        button = self.sender()
        choice = self._choices.get(button) if isinstance(button, QPushButton) else None
        if choice is None:
            return
        if choice.act is None:
            self.clear(next(reversed(self._said)))
        else:
            choice.act()
