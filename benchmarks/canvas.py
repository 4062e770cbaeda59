"""The canvas: opening a journey, and the frames that answer a hand."""

import statistics
from collections.abc import Callable, Iterator

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from benchmarks.measure import FRAME, Row, milliseconds
from benchmarks.synthetic import plan
from journeymapper.drawing.fonts import load_inter
from journeymapper.drawing.theme import LIGHT
from journeymapper.environment import prepare_qt
from journeymapper.storage.document import Document
from journeymapper.ui.canvas.gestures import MoveCards
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session

SIZES = (1_000, 10_000)
WIDTH, HEIGHT = 1600, 1000
FRAMES = 90


def rows() -> Iterator[Row]:
    """Frames while panning at 100 % and 50 %, while zooming and while dragging a card; the whole journey at rest."""
    prepare_qt(window=False)
    application = QApplication.instance() or QApplication([])
    load_inter()
    for size in SIZES:
        view = _opened(size)
        for zoom in (1.0, 0.5):
            view.camera.zoom_to(zoom)
            frames = _while(view, _pan(view))
            yield _frame(f"pan at {zoom:.0%}, N = {size:,}, median", statistics.median(frames))
            yield _frame(f"pan at {zoom:.0%}, N = {size:,}, p95", _p95(frames))
        yield _frame(f"zoom with the wheel, N = {size:,}, p95", _p95(_while(view, _zoom(view))))
        yield _frame(f"drag a card, N = {size:,}, median", statistics.median(_while(view, _drag(view))))
        view.fit_all()
        yield _frame(f"whole journey at rest, N = {size:,}", _painted(view), 50)
        view.deleteLater()
        application.processEvents()


def _opened(size: int) -> CanvasView:
    session = Session(Document.new(plan(size)))
    view = CanvasView(session, Focus(session, session), LIGHT)
    session.setParent(view)
    view.resize(WIDTH, HEIGHT)
    view.board.resize(WIDTH, HEIGHT, 1.0)
    view.zoom_reset()
    _painted(view)
    return view


def _while(view: CanvasView, gesture: Callable[[int], None]) -> list[float]:
    times = []
    for step in range(FRAMES):
        gesture(step)
        times.append(_painted(view))
    return times


def _pan(view: CanvasView) -> Callable[[int], None]:
    def pan(step: int) -> None:
        view.begin_motion()
        view.camera.pan_by(-37 if step < FRAMES / 2 else 37, -11)

    return pan


def _zoom(view: CanvasView) -> Callable[[int], None]:
    def zoom(step: int) -> None:
        view.begin_motion()
        view.camera.zoom_by(0.97 if step < FRAMES / 2 else 1 / 0.97, (700, 400))

    return zoom


def _drag(view: CanvasView) -> Callable[[int], None]:
    scene = view.scene
    assert scene is not None
    ident = scene.order[len(scene.order) // 2]
    view.zoom_reset()
    view.board.reveal(ident)
    start = view.camera.viewport.to_view(*scene.geometry.cards[ident].rect.center)
    gesture = MoveCards(view.camera, scene, start, frozenset({ident}), view.shift)
    view.pointer.take(gesture)
    _painted(view)

    def drag(step: int) -> None:
        view.pointer.move((start[0] + step % 60, start[1] + step % 40))

    return drag


def _painted(view: CanvasView) -> float:
    target = QPixmap(WIDTH, HEIGHT)

    def frame() -> None:
        with QPainter(target) as painter:
            view.paint(painter)

    return milliseconds(frame)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _frame(work: str, ours: float, reference: float = FRAME) -> Row:
    name = "one frame" if reference == FRAME else f"{reference:.0f} ms"
    return Row(f"Canvas: {work}", ours, name, reference, 1.0)
