"""The board: what the canvas shows just now, kept up with plan, focus and findings."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter

from journeymapper.drawing.theme import Theme
from journeymapper.edits.changes import Changes
from journeymapper.layout.geometry import Point, Rect
from journeymapper.model.finding import Finding
from journeymapper.ui.canvas.anchor import anchored, changed_areas
from journeymapper.ui.canvas.camera import Camera
from journeymapper.ui.canvas.compositions import Compositions
from journeymapper.ui.canvas.empty import paint_empty
from journeymapper.ui.canvas.frame import Frame
from journeymapper.ui.canvas.hits import Hit
from journeymapper.ui.canvas.overlays import Overlay
from journeymapper.ui.canvas.problems import Mark, marks
from journeymapper.ui.canvas.regions import FOLDED, Regions, divide, room_of
from journeymapper.ui.canvas.scene import Scene
from journeymapper.ui.canvas.unread import unread_in
from journeymapper.ui.canvas.viewport import Viewport
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session
from journeymapper.ui.settings import recall_text, remember

CURVE = "canvas/curve"
"""Under what is remembered whether the curve of feeling is open or folded."""


class Board(QObject):
    """The scene of the journey in focus, the camera on it, and the marks of what is wrong with it."""

    changed = Signal()
    """Something looks different."""
    scene_changed = Signal()
    """Another journey is shown, the same one is drawn anew, or in other colours."""

    def __init__(self, session: Session, focus: Focus, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.camera = Camera(self)
        self.scene: Scene | None = None
        self.marks: dict[str, Mark] = {}
        self._session = session
        self._focus = focus
        self._frame: Frame | None = None
        self._compositions = Compositions()
        self._places: dict[str, Viewport] = {}
        self._size = (1.0, 1.0)
        self._curve_open = recall_text(CURVE, "open") == "open"
        session.changed.connect(self._follow_plan)
        session.checked.connect(self._take_findings)
        focus.journey_changed.connect(self._change_journey)
        focus.reveal_asked.connect(self.reveal)
        self._change_journey(focus.journey)

    def resize(self, width: float, height: float, ratio: float) -> None:
        """The view has another size in pixels, or its pixels are smaller by `ratio`."""
        self._size = (width, height)
        self.camera.ratio = ratio
        self._enter()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.theme = theme
        self._frame = Frame(self.scene, theme) if self.scene else None
        self._take_findings(self._session.findings)
        self.scene_changed.emit()

    @property
    def regions(self) -> Regions:
        """How the view is divided just now."""
        if self.scene is None:
            return Regions(*self._size, foot_top=self._size[1])
        return divide(self.scene, *self._size, self.camera.viewport, curve_open=self._curve_open)

    def paint(self, painter: QPainter, overlay: Overlay, deadline: float = math.inf) -> bool:
        """Paint it all in pixels of the view; gives whether everything is sharp, or something ran out of time."""
        sharp = True
        if self._frame:
            sharp = self._frame.paint(painter, self.regions, self.camera.viewport, overlay, deadline)
        if self.scene is None or not self.scene.geometry.cards:
            paint_empty(painter, self.regions.body, self.theme, has_journey=self.scene is not None)
        return sharp

    def hit(self, at: Point) -> Hit | None:
        """What is at a pixel of the view, in the body or on the curve of feeling."""
        regions, viewport = self.regions, self.camera.viewport
        if self.scene is None:
            return None
        if regions.body.contains(*at):
            return self.scene.hits.at(*viewport.to_drawing(*at), viewport.zoom)
        return self.scene.hit_on_curve(viewport.to_drawing(*at)[0], at[1] - regions.foot_top, viewport.zoom)

    def middle_of(self, owners: frozenset[str]) -> Point:
        """The pixel in the middle of items of the journey, of the view where none is drawn."""
        rect = self.scene.rect_of_all(owners) if self.scene else None
        return self.camera.viewport.to_view(*rect.center) if rect else self.regions.body.center

    def reveal(self, ident: str) -> None:
        """Have an item of the journey in view."""
        rect = self.scene.rect_of(ident) if self.scene else None
        if rect:
            self.camera.reveal(rect)

    @property
    def ground(self) -> QColor:
        """The colour that everything stands on."""
        return QColor(self.theme.hex("canvas"))

    def folds_at(self, at: Point) -> bool:
        """Whether a pixel of the view is on the head of the curve of feeling, which folds it."""
        regions = self.regions
        return Rect(0, regions.foot_top, regions.gutter, min(regions.foot, FOLDED)).contains(*at)

    def toggle_curve(self) -> None:
        """Fold the curve of feeling away, or bring it back."""
        self._curve_open = not self._curve_open
        remember(CURVE, "open" if self._curve_open else "folded")
        self._enter()
        self.changed.emit()

    def _change_journey(self, ident: str) -> None:
        if self.scene and self.camera.touched:
            self._places[self.scene.journey] = self.camera.viewport
        self.scene = self._make_scene(ident)
        self._frame = Frame(self.scene, self.theme) if self.scene else None
        self._take_findings(self._session.findings)
        known = self._places.get(ident)
        self.camera.touched = known is not None
        if known:
            self.camera.viewport = known
        self._enter()
        self.scene_changed.emit()

    def _follow_plan(self, changes: Changes) -> None:
        self._compositions.forget(self._session.plan, changes)
        old, new = self.scene, self._make_scene(self._focus.journey)
        if old is None or new is None or old.journey != new.journey:
            self._change_journey(self._focus.journey)
        elif self._frame and new.composition is not old.composition:
            camera = self.camera
            steady = anchored(old, new, camera.viewport, camera.room.pane, self._focus.selection)
            self.scene = new
            self._frame.show(new, None if changes.beyond_journeys else changed_areas(old, new))
            camera.touched = camera.touched or bool(old.geometry.cards)
            camera.viewport = steady if camera.touched else camera.viewport
            self._enter()
            self.scene_changed.emit()

    def _make_scene(self, ident: str) -> Scene | None:
        plan = self._session.plan
        if ident not in plan.journeys:
            return None
        unread = unread_in(self._session.damage, ident)
        return Scene(ident, self._compositions.of(plan, ident, unread), plan.layout.get(ident, {}), unread)

    def _take_findings(self, findings: Iterable[Finding]) -> None:
        self.marks = marks(findings, self._focus.journey)
        if self._frame:
            self._frame.show_marks(self.marks)
        self.changed.emit()

    def _enter(self) -> None:
        """Keep the camera to the room that there is now."""
        if self.scene:
            self.camera.enter(room_of(self.scene, self.regions))
