"""The look of the whole window: palette and style sheet of a theme.

The sheet itself is `resources/window.qss`. A widget asks for a look with the property `role` (set it before the widget
is shown, with `give_role`):

* QWidget: ``bar`` (line below), ``status`` (line above), ``header``, ``panel``, ``page``; QFrame: ``card``, ``line``,
  ``notice``, ``banner``.
* QLabel: ``page-title``, ``title``, ``strong``, ``section`` (heading of a group), ``field`` (label above a field),
  ``quiet``, ``small``, ``error``, ``warning``, ``good``, ``star``.
* QPushButton and QToolButton: ``primary``, ``quiet``, ``chip``, ``link``, ``row``, ``crumb``, ``segment``; segments
  also have the property ``position``: ``first``, ``middle``, ``last`` or ``only``.
* QLineEdit: ``title``. Fields with a wrong entry have the property ``state`` = ``error``.
* QTreeView: ``journeys``.

Spacing is in steps of four pixels, controls have a radius of 6; what has the focus has an accent border.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from journeymapper.drawing.contrast import mixed
from journeymapper.drawing.theme import Theme

TEXT = 13
"""Pixels of ordinary text at 100 %."""

_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "ink3",
    QPalette.ColorRole.Shadow: "line",
}


def give_role(widget: QWidget, role: str) -> None:
    """Give a widget the look of a role; it may be shown already."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """The palette, for what a style sheet does not reach."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(theme.hex(token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.hex("ink3")))
    return made


def stylesheet(theme: Theme, text: int = TEXT) -> str:
    """The style sheet, with ordinary text of `text` pixels."""
    sheet = resources.files("journeymapper.resources").joinpath("window.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(_names(theme), **_sizes(text), icons=icon_folder(theme).as_posix())


def icon_folder(theme: Theme) -> Path:
    """Where the theme's icons are."""
    return Path(str(resources.files("journeymapper.resources"))) / "icons" / theme.name


def _names(theme: Theme) -> dict[str, str]:
    named = {token.replace("-", "_"): colour for token, colour in theme.colours.items()}
    ink, panel, accent = theme.hex("ink"), theme.hex("panel"), theme.hex("accent")
    return named | {
        "hover": mixed(ink, panel, 0.05),
        "pressed": mixed(ink, panel, 0.10),
        "chip": mixed(ink, panel, 0.07),
        "scroll": mixed(ink, panel, 0.20),
        "line_strong": mixed(ink, panel, 0.30),
        "selected": mixed(accent, panel, 0.12 if theme.name == "light" else 0.19),
        "accent_hover": mixed(ink, accent, 0.14),
    }


def _sizes(text: int) -> dict[str, int]:
    return {"size": text, "small": text - 1, "title": text + 2, "page": text + 11}
