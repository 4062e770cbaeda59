"""The fonts that everything is measured and painted with: Inter as shipped, the system's for what it lacks."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from journeymapper.drawing.roles import FAMILY, TYPE
from journeymapper.environment import prepare_qt
from journeymapper.layout.text import TextRole

UNITS = 2
"""Fonts are made this many times larger and painted scaled down, since their pixel size is a whole number."""

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


def ensure_application() -> QGuiApplication:
    """The application of the process, made without any window where there is none: text can't be painted without.

    Raises EnvironmentLacks where the machine lacks what Qt needs.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    prepare_qt(window=False)
    return _windowless_application()


@lru_cache(maxsize=1)
def _windowless_application() -> QGuiApplication:
    return QGuiApplication(["journeymapper"])


@lru_cache(maxsize=1)
def load_inter() -> str:
    """Make the shipped fonts known to the application; gives their family's name."""
    ensure_application()
    for weight in _WEIGHTS:
        with as_file(files("journeymapper.resources") / "fonts" / f"Inter-{weight}.ttf") as path:
            QFontDatabase.addApplicationFont(str(path))
    return FAMILY


def ui_font(pixels: int, weight: int = 400) -> QFont:
    """A font for the window's own widgets, in whole device-independent pixels."""
    font = QFont(load_inter())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=len(TYPE))
def font(role: TextRole) -> QFont:
    """The font of a role, UNITS times as large as it is to be seen.

    Unhinted, so that widths are the same at every zoom and on every machine; without ligatures, so that "finance"
    is found in a PDF.
    """
    style = TYPE[role]
    made = QFont(load_inter())
    made.setPixelSize(round(style.size * UNITS))
    made.setWeight(QFont.Weight(style.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(True)
    for feature in ("liga", "clig", "dlig", "calt"):
        made.setFeature(QFont.Tag(feature), 0)
    return made
