"""Marks texts that stand as data, so that translators find them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore

QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)
"""Gives the text as it is; the translators' tool looks for calls of this name (Qt's stub declares no type of text)."""
