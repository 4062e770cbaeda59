"""What every editor has in common: it shows a value, and says when the person gave another one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeymapper.model.plan import Plan


class Editor(QWidget):
    """Shows one value of a plan and lets it be edited."""

    committed = Signal(object)
    """The new value, as a file would hold it; an empty text is unknown."""
    typed = Signal(object)
    """The same while somebody is typing: consecutive ones are one step of undo."""

    def load(self, value: Any, plan: Plan) -> None:
        """Show a value; must not disturb somebody who is typing that very value."""
        raise NotImplementedError(type(self).__name__)

    def set_refused(self, sentence: str) -> None:
        """Mark what was typed as not accepted; an empty sentence takes the mark off."""
        for widget in (self, *self.findChildren(QWidget)):
            widget.setProperty("state", "error" if sentence else "")
            widget.style().unpolish(widget)
            widget.style().polish(widget)
