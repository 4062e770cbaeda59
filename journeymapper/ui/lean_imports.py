"""Keeps PySide6 from reading the source of every module that is imported after it."""

from __future__ import annotations

import contextlib
from importlib import import_module


def spare_sources() -> None:
    """Import the rest without PySide6 looking into it.

    WORKAROUND: to support `from __feature__ import snake_case` PySide6 searches the source text of each later module
    for its own name, which makes up a seventh of our start. We ask for no feature, so all modules count alike.
    """
    import PySide6.QtCore  # noqa: F401  it sets up what follows

    with contextlib.suppress(ImportError):  # an inner part of PySide6, which may go
        vars(import_module("shibokensupport.feature"))["_mod_uses_pyside"] = _yes


def _yes(_module: object) -> bool:
    return True
