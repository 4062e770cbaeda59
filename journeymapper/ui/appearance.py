"""Light or dark: what the person chose, else what the system says, put on the whole application."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from journeymapper.drawing.fonts import ui_font
from journeymapper.drawing.theme import Theme, theme_named
from journeymapper.ui.settings import recall_text, remember
from journeymapper.ui.style import TEXT, palette, stylesheet

Choice = Literal["system", "light", "dark"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")


class Appearance(QObject):
    """The theme in use; it follows the system while nothing was chosen."""

    theme_changed = Signal(object)
    """The Theme that is in use now."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._text = max(TEXT, _pixels(application) - 2)  # a large system font stays large
        application.setFont(ui_font(self._text))
        remembered = recall_text("appearance", "system")
        self.choice: Choice = next((each for each in CHOICES if each == remembered), "system")
        self.theme = self._wanted()
        self._put_on()
        application.styleHints().colorSchemeChanged.connect(self._refresh)

    def choose(self, choice: Choice) -> None:
        """Use this from now on, and at the next start."""
        self.choice = choice
        remember("appearance", choice)
        self._refresh()

    def _wanted(self) -> Theme:
        if self.choice != "system":
            return theme_named(self.choice)
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return theme_named("dark" if dark else "light")

    def _refresh(self) -> None:
        theme = self._wanted()
        if theme != self.theme:
            self.theme = theme
            self._put_on()
            self.theme_changed.emit(theme)

    def _put_on(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(stylesheet(self.theme, self._text))


def _pixels(application: QApplication) -> int:
    """The size of the system's font, without loading it."""
    font = application.font()
    if font.pixelSize() > 0:
        return font.pixelSize()
    return round(font.pointSizeF() * application.primaryScreen().logicalDotsPerInchY() / 72)
