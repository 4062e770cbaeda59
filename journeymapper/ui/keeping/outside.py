"""What becomes of an open plan when its file is changed by somebody else: noticed by content, never written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.ui.keeping.background import background, report
from journeymapper.ui.keeping.saver import Saver
from journeymapper.ui.keeping.watch import FileWatch
from journeymapper.ui.session import Session


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such file any more."""

    path: Path


@dataclass(frozen=True, slots=True)
class Broken:
    """The file holds something that can't be read as a plan."""

    path: Path
    findings: tuple[Finding, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file holds another plan than the one that the work in the window began with; `theirs` is what it holds."""

    base: Plan
    theirs: Document


State = Gone | Broken | Conflict | None


class Outside(QObject):
    """Watches the file of a session. Without unsaved work the file is simply followed; else `state` says what is."""

    changed = Signal()
    """`state` is another one."""
    followed = Signal()
    """The file was changed, and the window shows that now."""

    def __init__(self, session: Session, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State = None
        self._session = session
        self._document = session.document
        self._saver = saver
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self.look)
        self._watch.follow(session.path)
        session.state_changed.connect(self._follow_session)

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Compare the file with what was read from it, in the background, and do `then` once `state` is known."""
        if self._session.path is None:
            return
        if self._saver.is_busy:
            self._saver.when_done(partial(self.look, then))
            return
        work = partial(_look, self._session.document, self._session.plan, self._session.path)
        background().run(self, work, partial(self._take, self._session.document, then))

    def keep_mine(self) -> None:
        """Go on with what is in the window; the next save puts it in the place of what the file holds."""
        if isinstance(self.state, Conflict):
            self._session.rest_on(self.state.theirs)
        elif isinstance(self.state, Broken):
            document = replace(self._session.document, digest=self.state.digest)
            self._session.rest_on(document, holds_it=False)
        self._set(None)

    def take_theirs(self, label: str) -> None:
        """Show what the file holds; undo gives the work in the window back."""
        if isinstance(self.state, Conflict):
            self._session.take_over(self.state.theirs, label)
        self._set(None)

    def _take(self, document: Document, then: Callable[[], None] | None, found: _Found | Exception) -> None:
        if document is not self._session.document:
            self.look(then)  # it was saved meanwhile
            return
        if isinstance(found, Exception):
            report(found)
        else:
            self._judge(found)
        if then:
            then()

    def _judge(self, found: _Found) -> None:
        session = self._session
        if isinstance(found, Same):
            if isinstance(self.state, Gone | Broken):
                session.rest_on(session.document)
            self._set(None)
        elif not isinstance(found, Document):
            session.lose_file()
            self._set(found)
        elif session.is_saved or found.plan is session.plan or session.plan is session.document.plan:
            is_news = found.plan is not session.plan
            session.take_over(found, self.tr("Changes from the file"))
            self._set(None)
            if is_news:
                self.followed.emit()
        elif found.plan is session.document.plan:  # comments and the like
            session.rest_on(found)
            self._set(None)
        else:
            self._set(Conflict(session.document.plan, found))

    def _set(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _follow_session(self) -> None:
        if self._session.document is not self._document:
            self._document = self._session.document
            self._watch.follow(self._session.path)
            self._set(None)
        elif isinstance(self.state, Conflict) and self._session.is_saved:
            self.look()  # what stood against the file was taken back


@dataclass(frozen=True, slots=True)
class Same:
    """The file holds what was read from it."""


_Found = Gone | Broken | Document | Same


def _look(document: Document, mine: Plan, path: Path) -> _Found:
    """What the file holds now; parts that are as they were, or as they are in the window, are the same objects."""
    from journeymapper.errors import PlanUnreadable
    from journeymapper.storage.document import digest_of
    from journeymapper.storage.grafting import grafted
    from journeymapper.storage.reading import read_plan
    from journeymapper.storage.source import read_bytes

    try:
        digest = digest_of(read_bytes(path))
    except PlanUnreadable:
        if not path.exists():
            return Gone(path)
        digest = ""
    if digest == document.digest:
        return Same()
    reading = read_plan(path)
    if reading.opened is None:
        return Broken(path, reading.findings, digest)
    plan = grafted(mine, grafted(document.plan, reading.opened.plan))
    reason = reading.opened.read_only_reason or document.read_only_reason
    return replace(reading.opened, plan=plan, read_only_reason=reason)
