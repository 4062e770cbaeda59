"""Display lists as pictures, for tests that look at pixels."""

from collections.abc import Collection
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.drawing.display import Detail, DisplayList, Layer
from journeymapper.drawing.painter import paint
from journeymapper.drawing.theme import LIGHT, Theme
from journeymapper.layout.geometry import Rect

Pixels = NDArray[np.uint8]


def painted(
    display: DisplayList,
    *,
    theme: Theme = LIGHT,
    scale: float = 1.0,
    detail: Detail = "full",
    layers: Collection[Layer] | None = None,
    exposed: Rect | None = None,
) -> QImage:
    """The display list on the theme's canvas."""
    bounds = display.bounds
    image = QImage(ceil(bounds.w * scale), ceil(bounds.h * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.hex("canvas")))
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        painter.translate(-bounds.x, -bounds.y)
        paint(display, painter, theme, layers=layers, exposed=exposed, detail=detail)
    return image


def pixels(image: QImage) -> Pixels:
    """Height x width x (blue, green, red)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    numbers = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return numbers[:, : plain.width(), :3].copy()


def inked(image: QImage, theme: Theme = LIGHT) -> float:
    """The share of pixels that are not the canvas."""
    ground = QColor(theme.hex("canvas"))
    colour = np.array([ground.blue(), ground.green(), ground.red()])
    return float((pixels(image) != colour).any(axis=2).mean())


def colour_at(image: QImage, x: float, y: float) -> str:
    """The colour of a pixel."""
    return image.pixelColor(round(x), round(y)).name().upper()
