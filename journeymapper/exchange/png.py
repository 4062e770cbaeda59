"""The PNG picture of a journey."""

from __future__ import annotations

from math import ceil, floor, sqrt

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.painter import paint
from journeymapper.errors import ExportFailed
from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob

LARGEST = 100_000_000
"""Pixels; a picture of that size takes 400 MB of memory while it is made."""
_COMPRESSION = 80
"""Qt makes zlib's level 1 of it (and no compression of 90): half the time of the default for nearly the same size."""
_DOTS_PER_METRE = 96 / 0.0254


def write(booklet: Booklet, job: ExportJob) -> bytes:
    """The picture as a file. Raises ExportFailed where it would be too large to be made."""
    sheet = booklet.sheets[0]
    image = _canvas(sheet, job)
    image.fill(Qt.GlobalColor.transparent if job.transparent else QColor(booklet.theme.hex("canvas")))
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * job.scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * job.scale))
    with QPainter(image) as painter:
        painter.scale(job.scale, job.scale)
        painter.translate(-sheet.bounds.x, -sheet.bounds.y)
        paint(sheet, painter, booklet.theme)
    return _encoded(image, booklet)


def pixels(sheet: DisplayList, scale: float) -> tuple[int, int]:
    """Width and height of the picture."""
    return ceil(sheet.bounds.w * scale), ceil(sheet.bounds.h * scale)


def _canvas(sheet: DisplayList, job: ExportJob) -> QImage:
    width, height = pixels(sheet, job.scale)
    if width * height > LARGEST:
        fitting = floor(sqrt(LARGEST / (sheet.bounds.w * sheet.bounds.h)) * 100) / 100
        raise ExportFailed(
            f"The picture would have {width:,} × {height:,} = {width * height:,} pixels, more than the {LARGEST:,} "
            f"that can be made; choose a scale of {fitting:g} or less, or PDF or SVG, which are sharp at any size"
        )
    image = QImage(width, height, _format(job))
    if image.isNull():
        raise ExportFailed(f"There is not enough memory for a picture of {width:,} × {height:,} pixels")
    return image


def _format(job: ExportJob) -> QImage.Format:
    return QImage.Format.Format_ARGB32_Premultiplied if job.transparent else QImage.Format.Format_RGB32


def _encoded(image: QImage, booklet: Booklet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(_COMPRESSION)
    writer.setText("Title", booklet.title)
    writer.setText("Software", "journeymapper")
    if not writer.write(image):
        raise ExportFailed(f"The picture could not be made: {writer.errorString()}")
    return bytes(buffer.data().data())
