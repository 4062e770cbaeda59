"""The making of booklets: each journey of an export as a drawing with title, legend and footer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from journeymapper.drawing.composing import compose
from journeymapper.drawing.display import Image
from journeymapper.drawing.fonts import ensure_application
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.page import on_page
from journeymapper.drawing.theme import theme_named, with_accent
from journeymapper.exchange.booklet import Booklet
from journeymapper.layout.geometry import Rect
from journeymapper.model.plan import Brand, Plan

_LARGEST_LOGO = 5_000_000
"""Bytes."""
_PICTURES = {b"png", b"jpeg", b"jpg"}


def booklet_of(plan: Plan, journeys: Sequence[str], theme: str, folder: Path | None) -> Booklet:
    """A drawing of each journey; the brand's picture is looked for in the plan's folder only.

    Raises KeyError for an unknown theme or journey.
    """
    ensure_application()
    measure = QtMeasure()
    brand = plan.brand or Brand()
    logo = _logo(brand.logo, folder)
    sheets = tuple(on_page(compose(plan, journey, measure), plan, measure, logo) for journey in journeys)
    title = sheets[0].title if len(sheets) == 1 else plan.title
    return Booklet(sheets, with_accent(theme_named(theme), brand.accent), title, plan.owner or sheets[0].author)


def _logo(name: str | None, folder: Path | None) -> Image | None:
    """The brand's picture at its own size; None where there is none that can be shown."""
    if not name or not folder:
        return None
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > _LARGEST_LOGO:
        return None
    data = path.read_bytes()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if bytes(reader.format().data()) not in _PICTURES or size.isEmpty():
        return None
    return Image(Rect(0, 0, size.width(), size.height()), data)
