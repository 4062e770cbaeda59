"""English plurals: "%n interaction(s)" as the sources have it becomes "1 interaction" or "2 interactions"."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from journeymapper.ui.guard import guarded


class EnglishPlurals(QTranslator):
    """What a translation file does for another language, done for the language of the sources."""

    @guarded
    def translate(  # None, not "", is what Qt takes for "no translation"
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text for `n` of them; None for a text without a number."""
        return source.replace("(s)", "" if n == 1 else "s") if n >= 0 else None

    @guarded(instead=False)
    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False
