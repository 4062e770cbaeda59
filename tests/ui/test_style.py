from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeymapper.drawing.contrast import READABLE, contrast
from journeymapper.drawing.theme import DARK, LIGHT, Theme
from journeymapper.ui.style import _names, icon_folder, palette, stylesheet

PAIRS = (
    ("ink", "panel"), ("ink", "hover"), ("ink", "pressed"), ("ink", "selected"), ("ink2", "panel"),
    ("ink2", "background"),
    ("ink2", "chip"), ("ink2", "hover"), ("ink2", "canvas"), ("accent", "panel"), ("accent", "selected"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("error", "panel"), ("warning", "panel"),
    ("good", "background"),
    ("panel", "ink"),
)  # fmt: skip
"""Text and its ground, wherever the style sheet puts one on the other."""


@pytest.fixture(params=[LIGHT, DARK], ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    found: Theme = request.param
    return found


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    colours = _names(theme)
    assert contrast(colours[text], colours[ground]) >= READABLE


def test_the_sheet_names_only_what_there_is(theme: Theme) -> None:
    sheet = stylesheet(theme)
    assert "$" not in sheet
    for name in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (icon_folder(theme) / name.rsplit("/", 1)[1]).is_file()


def test_qt_understands_the_sheet(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    label.setProperty("role", "error")
    label.setStyleSheet(stylesheet(theme))
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name().upper() == theme.hex("error")


def test_the_palette_is_dark_in_the_dark() -> None:
    assert palette(DARK).window().color().lightness() < 60
    assert palette(LIGHT).window().color().lightness() > 240
