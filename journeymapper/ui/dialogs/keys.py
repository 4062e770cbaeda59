"""The sheet of keys, made from the table of actions and what the canvas takes itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.ui.actions import MENUS, Menu
from journeymapper.ui.labels import label
from journeymapper.ui.menus import translated
from journeymapper.ui.texts import QT_TRANSLATE_NOOP

CANVAS = (
    (QT_TRANSLATE_NOOP("actions", "Next and previous card"), "Tab, Shift+Tab"),
    (QT_TRANSLATE_NOOP("actions", "Follow a link"), "Alt+← ↑ → ↓"),
    (QT_TRANSLATE_NOOP("actions", "Move the selected cards"), "← ↑ → ↓, Shift: five steps"),
    (QT_TRANSLATE_NOOP("actions", "Add to or take from the selection"), "Ctrl+click, Shift+click"),
    (QT_TRANSLATE_NOOP("actions", "Pan"), "Space+drag, middle drag, Ctrl+← ↑ → ↓"),
    (QT_TRANSLATE_NOOP("actions", "Scroll, sideways, zoom"), "wheel, Shift+wheel, Ctrl+wheel"),
    (QT_TRANSLATE_NOOP("actions", "New interaction here"), "double-click on nothing"),
    (QT_TRANSLATE_NOOP("actions", "Draw a link, or append"), "drag from a selected card's port"),
    (QT_TRANSLATE_NOOP("actions", "Cancel, select nothing"), "Esc"),
)
"""Keys and gestures that are no actions of a menu."""

Row = tuple[str, str]


class KeysDialog(QDialog):
    """All keys, by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        groups = {menu.id: (translated(menu.text), list(rows_of(menu))) for menu in MENUS}
        canvas = (self.tr("Canvas"), [(translated(text), keys) for text, keys in CANVAS])
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(24, 16, 24, 16)
        columns.setSpacing(40)
        columns.addLayout(_column([groups["file"], groups["edit"], groups["help"]]))
        columns.addLayout(_column([groups["view"], groups["go"], canvas]))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(24, 0, 24, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addWidget(buttons)
        self.resize(min(940, parent.width() - 40), min(680, parent.height() - 40))


def rows_of(menu: Menu) -> Iterator[Row]:
    """What the actions of a menu are called, with their keys; those without keys are left out."""
    for action in menu.rows:
        if action is None or not (action.keys or action.also):
            continue
        keys = [native(key) for key in action.keys]
        yield plain(action.text), ", ".join([*dict.fromkeys(keys), *filter(None, [action.also])])


def native(key: str) -> str:
    """A key as this machine writes it; the two keys of entry have one name."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def plain(text: str) -> str:
    """An action's text in the reader's language, without the marks of a menu."""
    return translated(text).replace("&", "").removesuffix("…")


def _column(groups: list[tuple[str, list[Row]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for title, rows in groups:
        heading = label(title.replace("&", ""), "section")
        heading.setContentsMargins(0, 10, 0, 2)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for place, (text, keys) in enumerate(rows):
            grid.addWidget(label(text), place, 0)
            grid.addWidget(label(keys, "quiet"), place, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
    column.addStretch()
    return column
