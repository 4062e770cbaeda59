"""Interactions that were just made: the title they begin with, and the id that this gives them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from journeymapper.edits.naming import fresh_id


def untitled() -> str:
    """The title of an interaction that nobody named yet."""
    return QCoreApplication.translate("canvas", "New interaction")


def is_fresh(ident: str) -> bool:
    """Whether an id was made from the title that interactions begin with."""
    return re.fullmatch(re.escape(fresh_id(untitled(), ())) + r"(-\d+)?", ident) is not None
