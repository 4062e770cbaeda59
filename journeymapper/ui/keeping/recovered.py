"""The offer of one piece of kept work: its picture, when it was kept, what is in it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.compare.differences import Difference
from journeymapper.drawing.theme import Theme
from journeymapper.storage.recovery import Kept, discard
from journeymapper.ui.dialogs.questions import Choice, ask
from journeymapper.ui.keeping.background import background, report
from journeymapper.ui.keeping.leftovers import Leftover, examined
from journeymapper.ui.keeping.picture import picture_of
from journeymapper.ui.labels import label, short_label

PICTURE = QSize(208, 124)
NAMED = 3
"""Items that are named; the rest are counted."""


class RecoveredCard(QFrame):
    """Emits what was chosen. The work is read in the background; the card stands at once."""

    recover_asked = Signal(object)
    differences_asked = Signal(object)
    """Of a Leftover."""
    discarded = Signal()

    def __init__(self, kept: Kept, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._kept = kept
        self._theme = theme
        self._leftover: Leftover | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.news = label(self.tr("Looking at it…"), "quiet", wraps=True)
        self._show = self._button(self.tr("What differs…"), self._ask_differences)
        self._show.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._picture)
        row.addLayout(self._words(), 1)
        background().run(self, partial(examined, kept), self._take)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        place = short_label("small")
        place.setText(str(self._kept.path) if self._kept.path else self.tr("never saved"))
        when = self.tr("kept %1").replace("%1", spoken_time(self._kept))
        for shown in (label(self._kept.title, "title"), place, label(when, "small"), self.news):
            column.addWidget(shown)
        column.addStretch()
        buttons = QHBoxLayout()
        recover = self._button(self.tr("Recover"), self._ask_recovery)
        recover.setProperty("role", "primary")
        for button in (recover, self._show, self._button(self.tr("Discard"), self._ask_to_discard)):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        return column

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        return button

    def _take(self, found: Leftover | Exception | None) -> None:
        if isinstance(found, Exception):
            report(found)
        if found is None or isinstance(found, Exception):
            self.news.setText(self.tr("This copy can't be read any more; it stays where it is."))
            return
        self._leftover = leftover = found
        self._show.setEnabled(bool(leftover.found))
        self.news.setText(" ".join(self._sentences(leftover)))
        picture = picture_of(leftover.plan, leftover.kept.journey, PICTURE, self._theme, self.devicePixelRatioF())
        if picture:
            self._picture.setPixmap(picture)

    def _sentences(self, leftover: Leftover) -> list[str]:
        if leftover.base is None:
            interactions = sum(len(journey.interactions) for journey in leftover.plan.journeys.values())
            return [self.tr("A plan with %n interaction(s) that no file holds.", "", interactions)]
        said = [self._summary(leftover.found)]
        if leftover.is_older:
            said.append(self.tr("The file was changed since; nothing is mixed without asking."))
        return said

    def _summary(self, found: tuple[Difference, ...]) -> str:
        names = ", ".join(f"“{difference.title}”" for difference in found[:NAMED])
        if len(found) > NAMED:
            return self.tr("Not in the file: %1 and %n more.", "", len(found) - NAMED).replace("%1", names)
        if found:
            return self.tr("Not in the file: %1.").replace("%1", names)
        return self.tr("The file holds the same.")

    def _ask_recovery(self) -> None:
        self.recover_asked.emit(self._kept)

    def _ask_differences(self) -> None:
        self.differences_asked.emit(self._leftover)

    def _ask_to_discard(self) -> None:
        ask_to_discard(self, self._kept, self.discarded.emit)


def ask_to_discard(parent: QWidget, kept: Kept, then: Callable[[], None]) -> None:
    """Ask whether kept work is to go, since nobody else has it, and do `then` once it is gone."""
    said = QCoreApplication.translate("RecoveredCard", "Discard the unsaved work on “%1”?").replace("%1", kept.title)
    ask(
        parent,
        said,
        QCoreApplication.translate("RecoveredCard", "It is in no file, and can't be brought back."),
        Choice(QCoreApplication.translate("RecoveredCard", "Keep it")),
        Choice(QCoreApplication.translate("RecoveredCard", "Discard"), partial(_discard, kept, then), loses=True),
    )


def _discard(kept: Kept, then: Callable[[], None]) -> None:
    discard(kept.folder)
    then()


def spoken_time(kept: Kept) -> str:
    """When work was kept, in the words of the person's country."""
    when = QDateTime.fromSecsSinceEpoch(round(kept.when.timestamp()))
    clock = QLocale().toString(when.time(), "HH:mm")
    days = when.daysTo(QDateTime.currentDateTime())
    if days == 0:
        said = QCoreApplication.translate("RecoveredCard", "today at %1")
    elif days == 1:
        said = QCoreApplication.translate("RecoveredCard", "yesterday at %1")
    else:
        day = QLocale().toString(when.date(), "d MMMM yyyy")
        said = QCoreApplication.translate("RecoveredCard", "%2 at %1").replace("%2", day)
    return said.replace("%1", clock)
