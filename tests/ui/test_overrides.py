from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from inspect import isclass, isfunction
from pkgutil import walk_packages

import pytest
from shiboken6 import Shiboken

import journeymapper.ui
from journeymapper.ui.guard import guarded


def classes() -> Iterator[type]:
    for info in walk_packages(journeymapper.ui.__path__, "journeymapper.ui."):
        for held in vars(import_module(info.name)).values():
            if isclass(held) and held.__module__ == info.name and issubclass(held, Shiboken.Object):
                yield held


@pytest.mark.parametrize("owner", sorted(classes(), key=repr))
def test_every_override_of_qt_is_guarded(owner: type) -> None:
    guard = guarded(repr).__code__
    of_qt = [base for base in owner.__mro__ if base.__module__.startswith("PySide6.")]
    overrides = {name: held for name, held in vars(owner).items() if isfunction(held) and not name.startswith("__")}
    loose = [
        name
        for name, held in overrides.items()
        if any(name in vars(base) for base in of_qt) and held.__code__ is not guard
    ]
    assert not loose, f"{owner.__qualname__}: {loose} would hand exceptions to Qt"
