"""The inspector panel: shows the form of what is selected, and the journey's where nothing is."""

from __future__ import annotations

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.edits.links import step_name
from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import End, Link
from journeymapper.model.journey import Journey
from journeymapper.ui.focus import Focus
from journeymapper.ui.guard import guarded
from journeymapper.ui.inspector.damage import DamageNotes, damage_of
from journeymapper.ui.inspector.form import Form
from journeymapper.ui.inspector.title import TitleLine
from journeymapper.ui.session import Session


class Inspector(QWidget):
    """Shows and edits the selected interaction, link or end; with nothing selected, the journey."""

    done = Signal()
    """The title was finished with Enter, or Esc pressed in any field."""

    def __init__(self, session: Session, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._focus = session, focus
        self._path: ItemPath | None = None
        self._forms: dict[type[BaseModel], Form] = {}
        self.title = TitleLine(session, self)
        self.title.renamed.connect(self._keep)
        self.title.returnPressed.connect(self.done)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("role", "quiet")
        self._note.setWordWrap(True)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._damage = DamageNotes(self)
        self._arrange()
        session.state_changed.connect(self._show_damage)
        session.changed.connect(self._reload)
        focus.selection_changed.connect(self._show)
        focus.journey_changed.connect(self._show)
        self._show()

    @property
    def path(self) -> ItemPath | None:
        """The item that is shown; None where there is nothing to show."""
        return self._path

    def form(self, model: type[BaseModel]) -> Form:
        """The form for one kind of item, made when it is needed first."""
        if model not in self._forms:
            form = Form(self._session, model, self._inside)
            form.link_chosen.connect(self._follow)
            self._column.insertWidget(self._column.count() - 1, form)
            self._forms[model] = form
        return self._forms[model]

    def edit(self, name: str) -> None:
        """Put the cursor into a field; all of a title is selected, so that typing replaces it."""
        item = self._item()
        if name == "title":
            self._scroll.ensureVisible(0, 0)
            self.title.begin()
        elif item is not None and (field := self.form(type(item)).field(name)):
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._inside.adjustSize()
            self._scroll.ensureWidgetVisible(field)

    def _arrange(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self._scroll)
        self._inside.setProperty("role", "panel")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self._note)
        self._column.addLayout(head)
        self._column.addWidget(self._damage)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _show(self) -> None:
        """Show what is selected now."""
        found = self._selected()
        if found == self._path and found is not None:
            return
        self._path = found
        self._session.history.seal()
        self._reload()
        self._scroll.verticalScrollBar().setValue(0)

    def _reload(self) -> None:
        """Show what the plan holds now; what is gone is not shown any more."""
        self._path = self._selected()
        item = self._item()
        shown = self.form(type(item)) if item is not None else None
        for form in self._forms.values():
            form.setVisible(form is shown)
        self._head(item)
        self._show_damage()
        if shown is not None and self._path is not None:
            shown.bind(self._path)

    def _show_damage(self) -> None:
        plan, damage = self._session.plan, self._session.damage
        path = self._path or ()
        self._damage.show_damage(damage_of(damage, path, plan) if path and damage else (), path)

    def _head(self, item: BaseModel | None) -> None:
        path = self._path
        self._note.setText(self._hint(item))
        self._note.setVisible(bool(self._note.text()))
        self.title.setVisible(item is not None)
        if path is None or item is None:
            return
        if isinstance(item, Link):
            self.title.show_text(self._link_name(str(path[3]), str(path[5])))
        else:
            self.title.bind(path)

    def _hint(self, item: BaseModel | None) -> str:
        chosen = len(self._focus.selection)
        if chosen > 1:
            return self.tr("%n items selected", "", chosen)
        if item is None:
            return self.tr("This plan has no journey yet.")
        if isinstance(item, Link) or not self._path:
            return self.tr("Link")
        words = {End: self.tr("End"), Journey: self.tr("Journey")}
        return " · ".join(part for part in (words.get(type(item), ""), str(self._path[-1])) if part)

    def _selected(self) -> ItemPath | None:
        """The path of what is selected; the journey's where nothing is, None where it is several things."""
        journey = self._focus.shown
        if journey is None or len(self._focus.selection) > 1:
            return None
        base = ("journeys", self._focus.journey)
        if not self._focus.selection:
            return base
        name = next(iter(self._focus.selection))
        source, _, target = name.partition(">")
        if target:
            return (*base, "interactions", source, "next", target)
        return (*base, "interactions" if name in journey.interactions else "ends", name)

    def _item(self) -> BaseModel | None:
        if self._path is None:
            return None
        try:
            found: BaseModel = item_at(self._session.plan, self._path)
        except EditRefused:
            return None
        return found

    def _link_name(self, source: str, target: str) -> str:
        journey = self._focus.shown
        return f"{step_name(journey, source)} → {step_name(journey, target)}" if journey else ""

    def _keep(self, old: str, new: str) -> None:
        """Keep what got another id selected."""
        if not self._focus.selection or old in self._focus.selection:
            self._focus.select([new])

    def _follow(self, target: str) -> None:
        """Select the link that leads to `target`, or the interaction that the journey starts at."""
        path = self._path or ()
        self._focus.select([f"{path[3]}>{target}" if len(path) > 3 else target])

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
