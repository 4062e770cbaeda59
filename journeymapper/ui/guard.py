"""The guard around every override of Qt: what goes wrong inside is reported and never reaches Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")
Override = Callable[P, R]


@overload
def guarded(override: Override[P, R]) -> Override[P, R]: ...


@overload
def guarded(*, instead: Any) -> Callable[[Override[P, R]], Override[P, R]]: ...


def guarded(override: Override[P, R] | None = None, *, instead: Any = None) -> Any:
    """Wrap an override so that an exception goes to `sys.excepthook` and Qt gets `instead`.

    On Python 3.11 an exception in a nested override is a segmentation fault, and one in `closeEvent` closes the window.
    Plain `@guarded` is for overrides without an answer; `@guarded(instead=QSize())` for those whose answer Qt needs.
    """
    if override is None:
        return lambda wrapped: _guard(wrapped, instead)
    return _guard(override, instead)


def _guard(override: Override[P, R], instead: R) -> Override[P, R]:
    @wraps(override)
    def safe(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return override(*args, **kwargs)
        except Exception:  # noqa: BLE001  whatever it is, it must not reach Qt
            sys.excepthook(*sys.exc_info())
            return instead

    return safe
