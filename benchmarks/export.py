"""Writing a journey of 1,000 interactions, against Qt painting the same without a display list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPainterPath, QPdfWriter, QPen

from benchmarks.measure import Row, in_turn
from benchmarks.synthetic import plan
from journeymapper.drawing.display import Box, DisplayList, Path, Sign, Text
from journeymapper.drawing.fonts import UNITS, font
from journeymapper.drawing.theme import LIGHT
from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob
from journeymapper.exchange.registry import format_named
from journeymapper.exchange.sheets import booklet_of
from journeymapper.storage.tree import uncollected

SIZE = 1000
WIDTH = 4000


def rows() -> Iterator[Row]:
    """PDF and PNG of the same drawing."""
    booklet = booklet_of(plan(SIZE), ["synthetic"], "light", None)
    sheet = booklet.sheets[0]
    scale = WIDTH / sheet.bounds.w
    boxes, texts = _primitives(sheet)
    paint, paint_all = partial(_paint, boxes, texts), partial(_paint_all, boxes, texts, _outlines(sheet))
    ours, bare = in_turn(partial(_write, booklet, "pdf", ExportJob()), partial(_pdf, sheet, paint), rounds=5)
    yield Row(f"PDF, N = {SIZE:,}", ours, "QPdfWriter with the same boxes and texts only", bare, 2)
    job = ExportJob(scale=scale)
    ours, bare = in_turn(partial(_write, booklet, "png", job), partial(_png, sheet, scale, paint_all), rounds=5)
    yield Row(f"PNG {WIDTH:,} pixels wide, N = {SIZE:,}", ours, "QImage painting and saving the same", bare, 1.3)


def _write(booklet: Booklet, name: str, job: ExportJob) -> bytes:
    """The file, as an export makes it, with nothing prepared by an earlier round."""
    fresh = replace(booklet, sheets=tuple(replace(sheet) for sheet in booklet.sheets))
    with uncollected():
        return format_named(name).write(fresh, job)


def _primitives(sheet: DisplayList) -> tuple[list[Box], list[Text]]:
    items = [item for group in sheet.groups for item in group.items]
    return [item for item in items if isinstance(item, Box)], [item for item in items if isinstance(item, Text)]


def _outlines(sheet: DisplayList) -> list[tuple[Path, tuple[float, float]]]:
    """Every outline and where it stands."""
    items = [item for group in sheet.groups for item in group.items]
    paths = [(item, (0.0, 0.0)) for item in items if isinstance(item, Path)]
    return paths + [(path, item.at) for item in items if isinstance(item, Sign) for path in item.paths]


def _paint(boxes: list[Box], texts: list[Text], painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        painter.drawRoundedRect(QRectF(box.rect.x, box.rect.y, box.rect.w, box.rect.h), box.radius, box.radius)
    painter.scale(1 / UNITS, 1 / UNITS)
    for text in texts:
        painter.setFont(font(text.role))
        painter.drawText(QPointF(text.at[0] * UNITS, text.at[1] * UNITS), text.text)


def _paint_all(
    boxes: list[Box], texts: list[Text], outlines: list[tuple[Path, tuple[float, float]]], painter: QPainter
) -> None:
    """The same with all outlines, each with its pen and brush."""
    for item, (x, y) in outlines:
        path = QPainterPath()
        draw: dict[str, Callable[..., None]] = {
            "M": path.moveTo,
            "L": path.lineTo,
            "C": path.cubicTo,
            "Z": path.closeSubpath,
        }
        for name, numbers in item.commands:
            draw[name](*numbers)
        painter.setPen(QPen(QColor(LIGHT.hex(item.stroke)), item.width) if item.stroke else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.hex(item.fill)) if item.fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(path.translated(x, y))
    painter.setBrush(QColor(LIGHT.hex("card")))
    _paint(boxes, texts, painter)


def _pdf(sheet: DisplayList, paint: Callable[[QPainter], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(sheet.bounds.w, sheet.bounds.h), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        painter.scale(writer.resolution() / 72, writer.resolution() / 72)
        painter.translate(-sheet.bounds.x, -sheet.bounds.y)
        paint(painter)
    return bytes(buffer.data().data())


def _png(sheet: DisplayList, scale: float, paint: Callable[[QPainter], None]) -> bytes:
    image = QImage(round(sheet.bounds.w * scale), round(sheet.bounds.h * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        painter.translate(-sheet.bounds.x, -sheet.bounds.y)
        paint(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
