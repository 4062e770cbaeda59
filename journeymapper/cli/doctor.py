"""The command `doctor`: what this machine has and lacks of what the program needs."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymapper import __version__, environment


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at: what it is, what was found, and what to do where it is not right."""

    what: str
    found: str
    remedy: str | None = None
    only_window: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""
    del parser


def run(args: argparse.Namespace) -> int:
    """Print what was found; 0 if plans can be checked and painted, 1 if something for that is missing."""
    del args
    lines = list(examine())
    width = max(len(line.what) for line in lines)
    for line in lines:
        print(f"{'!' if line.remedy else '✓'} {line.what:<{width}}  {line.found}")
        if line.remedy:
            print(f"  {'':<{width}}  → {line.remedy}")
    return int(any(line.remedy and not line.only_window for line in lines))


def examine() -> Iterator[Line]:
    """Everything worth knowing about the machine, without importing Qt."""
    yield Line("journeymapper", __version__)
    yield Line("Python", f"{platform.python_version()} at {sys.executable}")
    yield Line("system", platform.platform())
    yield _qt()
    yield _libraries()
    yield _window_libraries()
    yield _display()


def _qt() -> Line:
    version = environment.qt_version()
    if version is None:
        return Line("Qt", "PySide6 is not installed", "pip install PySide6-Essentials")
    return Line("Qt", f"PySide6 {version}", environment.unfit_qt(version, sys.version_info[:2]))


def _libraries() -> Line:
    return _named("painting", environment.missing_libraries(window=False))


def _window_libraries() -> Line:
    painting = environment.missing_libraries(window=False)
    missing = [each for each in environment.missing_libraries(window=True) if each not in painting]
    return _named("window on X11", missing, only_window=True)


def _named(what: str, missing: Sequence[environment.Library], *, only_window: bool = False) -> Line:
    if not missing:
        return Line(what, "all libraries of the system are here")
    found = "missing " + ", ".join(library.soname for library in missing)
    return Line(what, found, environment.install_sentence(missing), only_window=only_window)


def _display() -> Line:
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return Line("display", f"QT_QPA_PLATFORM={chosen}")
    name = environment.display()
    if name is None:
        remedy = "set DISPLAY or WAYLAND_DISPLAY for a window; checking and exporting need none"
        return Line("display", "none", remedy, only_window=True)
    return Line("display", name)
