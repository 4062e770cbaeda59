"""The page that a window without a plan shows: begin a new plan, open one, go on with a recent one."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeymapper.ui.appearance import Appearance
from journeymapper.ui.crash import is_something_kept
from journeymapper.ui.icons import program_icon
from journeymapper.ui.labels import label
from journeymapper.ui.settings import recent_plans

SHOWN = 7
"""Plans of a list."""
OFFERED = 3
"""Pieces of kept work; the next ones are offered when these are dealt with."""
CARD = 380
"""Pixels that a list is wide."""


class StartPage(QScrollArea):
    """Emits `chosen` with the path of the plan to open; empty until it is refreshed."""

    chosen = Signal(object)
    recover_asked = Signal(object)
    """Of a Kept."""
    differences_asked = Signal(object)
    """Of a Leftover."""

    def __init__(self, new: QAction, open_plan: QAction, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        page = QWidget()
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(8)
        self._lists = QHBoxLayout()
        self._lists.setSpacing(24)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addLayout(self._buttons(new, open_plan))
        column.addSpacing(12)
        column.addLayout(self._kept)
        column.addSpacing(4)
        column.addLayout(self._lists)
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addLayout(_centred(column))
        around.addStretch(3)

    def refresh(self) -> None:
        """Look again which plans there are."""
        for shown in (self._kept, self._lists):
            while shown.count():
                taken = shown.takeAt(0)
                if taken and (card := taken.widget()):
                    card.deleteLater()
        self._offer_kept()
        self._add_list(self.tr("Recent plans"), recent_plans()[:SHOWN])
        self._add_list(self.tr("Examples"), example_plans()[:SHOWN])
        self._lists.addStretch()

    def _offer_kept(self) -> None:
        """What was not saved when the program was cut off."""
        if not is_something_kept():
            return
        from journeymapper.ui.keeping.leftovers import leftovers

        kept = leftovers()[:OFFERED]
        if not kept:
            return
        from journeymapper.ui.keeping.recovered import RecoveredCard

        self._kept.addWidget(label(self.tr("Unsaved work that was kept"), "section"))
        for each in kept:
            card = RecoveredCard(each, self._appearance.theme)
            card.setFixedWidth(2 * CARD + self._lists.spacing())
            card.recover_asked.connect(self.recover_asked)
            card.differences_asked.connect(self.differences_asked)
            card.discarded.connect(self.refresh)
            self._kept.addWidget(card)

    def _head(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(program_icon().pixmap(QSize(44, 44), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("journeymapper", "page-title"))
        words.addWidget(label(self.tr("Design, check and hand out customer journeys."), "quiet"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words)
        head.addStretch()
        return head

    def _buttons(self, new: QAction, open_plan: QAction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, role, action in ((self.tr("New plan"), "primary", new), (self.tr("Open…"), "", open_plan)):
            button = QPushButton(text)
            button.setProperty("role", role)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addWidget(label(self.tr("or drop a plan on the window"), "small"))
        row.addStretch()
        return row

    def _add_list(self, title: str, paths: list[Path]) -> None:
        if not paths:
            return
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 12, 8, 10)
        column.setSpacing(0)
        heading = label(title, "section")
        heading.setContentsMargins(10, 0, 0, 6)
        column.addWidget(heading)
        for path in paths:
            column.addWidget(self._row(path))
        column.addStretch()
        self._lists.addWidget(card)

    def _row(self, path: Path) -> QPushButton:
        row = QPushButton()
        row.setProperty("role", "row")
        row.setProperty("path", str(path))
        name = title_of(path)
        row.setAccessibleName(name)
        words = QVBoxLayout(row)
        words.setContentsMargins(10, 4, 10, 4)
        words.setSpacing(0)
        metrics = self.fontMetrics()
        for text, role in ((name, "strong"), (_place(path), "small")):
            shown = label(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, CARD - 44), role)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(shown)
        row.clicked.connect(self._choose)
        return row

    def _choose(self) -> None:
        self.chosen.emit(Path(self.sender().property("path")))


def example_plans() -> list[Path]:
    """The example plans that came with the program, else those beside its sources."""
    package = Path(str(resources.files("journeymapper")))
    folders = (package / "resources" / "examples", package.parent / "examples")
    return next((found for folder in folders if (found := sorted(folder.glob("*.journey.yaml")))), [])


def title_of(path: Path) -> str:
    """The title of a plan as its file begins with it, else the file's name; the plan is not read for it."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(4096)
    except OSError:
        head = ""
    found = re.search(r"^title:[ ]+([^\n#]+)", head, re.MULTILINE)
    return found[1].strip().strip("\"'") if found else path.name.removesuffix(".journey.yaml")


def _place(path: Path) -> str:
    """Where a file is, the home folder shortened."""
    home, name = str(Path.home()), str(path)
    return "~" + name.removeprefix(home) if name.startswith(home) else name


def _centred(inner: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    row.addLayout(inner)
    row.addStretch()
    return row
