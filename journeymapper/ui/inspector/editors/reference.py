"""Editors for one id: a field to type or choose in, and segments where there are few to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.values import Target
from journeymapper.ui.guard import guarded
from journeymapper.ui.inspector.editors.choice import Choice, Segments
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.editors.library import NEW, choices, title_of

FEW = 4
"""Up to so many processes stand side by side."""


class ChoiceBox(QComboBox):
    """A box that completes what is typed from titles; the wheel scrolls the panel, not the choice."""

    picked = Signal(object)
    """The id that was chosen; empty for none."""
    unknown = Signal(str)
    """A text that names nothing there, confirmed with Enter."""

    def __init__(self, parent: QWidget | None = None, *, closed: bool = False) -> None:
        """`closed` where only what is offered can be chosen."""
        super().__init__(parent)
        self.closed = closed
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if popup := completer.popup():
            popup.setProperty("role", "popup")
        self.setCompleter(completer)
        self._choices: tuple[Choice, ...] = ()
        self._value = ""
        self.activated.connect(self._activated)
        self.line.returnPressed.connect(self._entered)
        self.line.editingFinished.connect(self._left)

    def offer(self, offered: Sequence[Choice], value: str, text: str) -> None:
        """Offer values, and show the one that holds now with its text."""
        if tuple(offered) != self._choices:
            self._choices = tuple(offered)
            self.clear()
            self.addItem("", "")
            for ident, title in offered:
                self.addItem(title, ident)
        self._value = value
        self.setCurrentIndex(max(0, self.findData(value)))
        if self.line.text() != text:
            self.setEditText(text)
        self.line.setCursorPosition(0)
        self.setToolTip("")

    def _activated(self, index: int) -> None:
        ident = self.itemData(index) or ""
        if ident != self._value:
            self.picked.emit(ident)

    def _entered(self) -> None:
        text = self.line.text().strip()
        match = self._match(text)
        if match is None:
            match = self._nearest(text)
        if match is None:
            self.unknown.emit(text)
        elif match != self._value:
            self.picked.emit(match)

    def _left(self) -> None:
        """What was typed and not chosen is taken where it names something, else put back."""
        match = self._match(self.line.text().strip())
        if match is not None and match != self._value:
            self.picked.emit(match)
        elif match is None and not self.hasFocus():
            self.setEditText(dict(self._choices).get(self._value, self._value))

    def _match(self, text: str) -> str | None:
        if not text:
            return ""
        return next((ident for ident, title in self._choices if text.casefold() in (title.casefold(), ident)), None)

    def _nearest(self, text: str) -> str | None:
        """Where nothing new can be made, the first choice that the completion shows."""
        within = ((ident, title.casefold().find(text.casefold())) for ident, title in self._choices)
        return next((ident for ident, at in within if at >= 0), None) if self.closed else None

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ReferenceEditor(Editor):
    """One id, shown by its title; typing a new title and Enter makes a new entry of the library."""

    created = Signal(str)
    """The title of an entry that is to be made and referred to."""

    def __init__(self, to: Target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to = to
        self.path: ItemPath = ()
        self.box = ChoiceBox(self, closed=to not in NEW)
        self.box.picked.connect(self.committed)
        self.box.unknown.connect(self._unknown)
        self.segments = Segments(self)
        self.segments.chosen.connect(self.committed)
        self.segments.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.segments)
        self.setFocusProxy(self.box)

    def load(self, value: Any, plan: Plan) -> None:
        offered = choices(plan, self.path, self._to)
        held = value or ""
        side_by_side = self._to == "processes" and 0 < len(offered) <= FEW and (not held or held in dict(offered))
        self.segments.setVisible(side_by_side)
        self.box.setVisible(not side_by_side)
        if side_by_side:
            self.segments.set_choices(offered)
            self.segments.set_value(held)
        else:
            self.box.offer(offered, held, title_of(plan, self.path, self._to, held) if held else "")

    def _unknown(self, text: str) -> None:
        if self._to in NEW:
            self.created.emit(text)
        else:
            self.committed.emit(text)


class WordEditor(Editor):
    """One of many fixed words."""

    def __init__(self, words: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self.box = ChoiceBox(self, closed=True)
        self.box.picked.connect(self.committed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.setFocusProxy(self.box)

    def load(self, value: Any, plan: Plan) -> None:
        self.box.offer(self._words, value or "", dict(self._words).get(value, value or ""))
