"""The canvas on a plan of 10,000 interactions: opening, frames while moving and at rest, dragging a card."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from benchmarks.measure import FRAME, Row
from benchmarks.synthetic import plan_text
from journeymapper.drawing.theme import LIGHT
from journeymapper.storage.reading import read_plan
from journeymapper.ui.app import make_program
from journeymapper.ui.canvas.view import CanvasView
from journeymapper.ui.focus import Focus
from journeymapper.ui.session import Session

SIZE = 10_000
VIEW = (1600, 1000)
STEPS = 60
NODE_GRAPH_QT = 94_700.0
"""Milliseconds that NodeGraphQt took once, on a machine like the present one, to populate and paint as many nodes."""


def rows() -> Iterator[Row]:
    """Everything on the one journey, in one view."""
    program = make_program()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.journey.yaml"
        path.write_text(plan_text(SIZE), encoding="utf-8")
        begun = time.perf_counter()
        view = _opened(path)
        opened = (time.perf_counter() - begun) * 1000
    yield Row(f"open to painted, N = {SIZE:,}, read included", opened, "NodeGraphQt, once", NODE_GRAPH_QT, 1 / 40)
    for zoom in (1.0, 0.5):
        view.camera.zoom_to(zoom)
        yield _frames(f"pan at {zoom:.0%}, N = {SIZE:,}", _times(view, lambda step: _pan(view, step)))
    yield _frames(f"zoom, N = {SIZE:,}", _times(view, lambda step: _zoom(view, step)))
    view.fit_all()
    at_rest = statistics.median(_times(view, lambda _: None)[-9:])
    yield Row(f"whole plan in view, at rest, N = {SIZE:,}", at_rest, "50 ms", 50, 1)
    yield _drag(view)
    view.close()
    program.application.processEvents()


def _opened(path: Path) -> CanvasView:
    document = read_plan(path).document
    if document is None:
        raise RuntimeError("the plan can't be read")
    session = Session(document)
    view = CanvasView(session, Focus(session), LIGHT)
    view.resize(*VIEW)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.repaint()
    return view


def _times(view: CanvasView, move: Callable[[int], object]) -> list[float]:
    """Milliseconds of each frame with what moves it, sharp frames at once."""
    times = []
    for step in range(STEPS):
        begun = time.perf_counter()
        move(step)
        view.repaint()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _frames(work: str, times: list[float]) -> Row:
    slow = statistics.quantiles(times, n=20)[-1]
    return Row(f"{work}: 95 of 100 frames within", slow, "one frame", FRAME, 1)


def _pan(view: CanvasView, step: int) -> None:
    view.begin_motion()
    view.camera.pan_by(-90, -20 if step % 20 < 10 else 20)


def _zoom(view: CanvasView, step: int) -> None:
    view.begin_motion()
    view.camera.zoom_by(0.92 if step % 40 < 20 else 1 / 0.92)


def _drag(view: CanvasView) -> Row:
    view.camera.zoom_to(1.0)
    scene = view.scene
    if scene is None:
        raise RuntimeError("the plan has no journey to show")
    card = scene.geometry.cards[f"i{SIZE // 2}"].rect
    view.camera.reveal(card)
    view.repaint()
    start = QPoint(*(round(each) for each in view.camera.viewport.to_view(*card.center)))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    times = _times(view, lambda step: QTest.mouseMove(view, start + QPoint(8 + step, 4 + step)))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    return Row(f"drag a card with its links, N = {SIZE:,}", statistics.median(times), "5 ms", 5, 1)
