"""What could not be read of an item: the reasons, and the text as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.damage import Damage
from journeymapper.ui.labels import label

MOST_LINES = 8
"""Lines of a text that are seen without scrolling."""
ROOM = 200
"""Pixels of a line from which on it may need to be scrolled."""
MOST_SHOWN = 20
"""Damaged parts of an item that are shown; the others are in the problems panel."""


def damage_of(damage: Iterable[Damage], path: ItemPath, plan: Plan) -> Iterator[Damage]:
    """The damage of the item at a path; of a journey, what belongs to none of its interactions and ends."""
    for each in damage:
        inside = each.path[: len(path)] == path
        if inside and not (len(path) == 2 and _is_of_step(each.path, plan)):
            yield each


def _is_of_step(path: ItemPath, plan: Plan) -> bool:
    journey = plan.journeys.get(str(path[1]))
    if journey is None or len(path) < 4:
        return False
    return path[3] in (journey.interactions if path[2] == "interactions" else journey.ends if path[2] == "ends" else ())


class DamageNotes(QWidget):
    """Shows damage above the fields with which it can be mended; the texts can be copied, not changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Damage, ...], ItemPath] = (), ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._frame: QFrame | None = None
        self.hide()

    def show_damage(self, damage: Iterable[Damage], path: ItemPath) -> None:
        """Show the damage of the item at a path, and nothing where there is none."""
        shown = tuple(damage)
        if (shown, path) == self._shown:
            return
        self._shown = shown, path
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = self._made(shown, self._hint(shown, path)) if shown else None
        if self._frame is not None:
            self._column.addWidget(self._frame)
            self._frame.show()
        self.setVisible(bool(shown))

    def _hint(self, shown: tuple[Damage, ...], path: ItemPath) -> str:
        if any(each.path == path and not each.is_group for each in shown):
            return self.tr("This stays in the file as it is. What you set here takes the place of all of it.")
        return self.tr("This stays in the file as it is, until you set the field here or mend it in a text editor.")

    def _made(self, shown: tuple[Damage, ...], hint: str) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "damage")
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        for each in shown[:MOST_SHOWN]:
            for finding in each.findings:
                line = self.tr("Line %1").replace("%1", str(finding.line))
                column.addWidget(label(f"{line}: {finding.message}", "error", wraps=True))
            if each.text:
                column.addWidget(self._text(each.text))
        if len(shown) > MOST_SHOWN:
            column.addWidget(label(self.tr("… and %n more", "", len(shown) - MOST_SHOWN), "small"))
        column.addWidget(label(hint, "small", wraps=True))
        return frame

    def _text(self, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setReadOnly(True)
        made.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        made.setProperty("role", "raw")
        made.setPlainText(text)
        made.setAccessibleName(self.tr("As it stands in the file"))
        lines = text.split("\n")[:MOST_LINES]
        widest = max(map(made.fontMetrics().horizontalAdvance, lines))
        bar = made.horizontalScrollBar().sizeHint().height() if widest > ROOM else 0
        made.setFixedHeight(len(lines) * made.fontMetrics().lineSpacing() + 22 + bar)
        return made
