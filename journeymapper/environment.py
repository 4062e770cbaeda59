"""What the program needs from the machine: the system's libraries, a Qt that fits this Python, a display.

Only the standard library is used, so that everything can be asked before Qt is imported, and by any Python:
`python3 -m journeymapper.environment` prints the Debian packages that are missing.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from journeymapper.errors import JourneymapperError


class EnvironmentLacks(JourneymapperError):
    """The machine lacks something without which Qt would end the process; the text says what to install."""


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library of the system, by the name the loader knows, and the Debian package that brings it."""

    soname: str
    package: str


PAINTING = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
)
X11_WINDOW = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def missing_libraries(*, window: bool) -> tuple[Library, ...]:
    """What Qt needs on Linux for painting, with `window` also for a window on X11, and does not find."""
    if sys.platform != "linux":
        return ()
    wanted = PAINTING + X11_WINDOW if window and not os.environ.get("WAYLAND_DISPLAY") else PAINTING
    return tuple(library for library in wanted if not _loads(library.soname))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_sentence(libraries: Iterable[Library]) -> str:
    """What to type on Debian or Ubuntu for these libraries."""
    return "apt install " + " ".join(library.package for library in libraries)


def qt_version() -> str | None:
    """The version of PySide6 that is installed, without importing it; None where there is none."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        return None
    said = re.search(r'__version__ = "([\d.]+)', Path(package.origin).read_text(encoding="utf-8"))
    return said[1] if said else None


def unfit_qt(version: str, python: tuple[int, int]) -> str | None:
    """Why this PySide6 must not run on this Python, in a sentence; None where they fit."""
    release = tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
    if release >= (6, 12) and python < (3, 12):
        # WORKAROUND PYSIDE-3474: calls that return None drop a reference to it, until the interpreter aborts
        return f"PySide6 {version} ends Python {python[0]}.{python[1]} without warning: {_FITTING}"
    if release in {(6, 11, 0), (6, 11, 1)}:
        return f"PySide6 {version} crashes: {_FITTING}"
    return None


_FITTING = 'install a fitting one with pip install "PySide6-Essentials>=6.8,!=6.11.0,!=6.11.1,<6.12"'


def display() -> str | None:
    """The display that a window would open on, such as `:0`, `wayland-0` or `cocoa`; None where there is none."""
    if sys.platform != "linux":
        return "cocoa" if sys.platform == "darwin" else "windows"
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland).exists():
        return wayland
    x11 = os.environ.get("DISPLAY")
    return x11 if x11 and _answers_x11(x11) else None


def _answers_x11(name: str) -> bool:
    """Whether an X server accepts us; Qt would abort the process where it does not."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt's own message about the library says more than "no display" would
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def prepare_qt(*, window: bool) -> None:
    """Make the process ready for a QApplication, before anything of Qt is imported.

    Without `window` Qt gets its offscreen platform, so that painting needs no display. A platform that the person
    chose with QT_QPA_PLATFORM is kept. Raises EnvironmentLacks where Qt would abort the process.
    """
    if not window:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = os.environ.get("QT_QPA_PLATFORM")
    lack = what_is_missing(window=window and chosen is None)
    if lack:
        raise EnvironmentLacks(lack)


def what_is_missing(*, window: bool) -> str | None:
    """What keeps Qt from painting, with `window` from opening a window, as a sentence; None if nothing does."""
    version = qt_version()
    if version is None:
        return "PySide6 is not installed: pip install PySide6-Essentials"
    unfit = unfit_qt(version, sys.version_info[:2])
    if unfit:
        return unfit
    libraries = missing_libraries(window=window)
    if libraries:
        names = ", ".join(library.soname for library in libraries)
        return f"Qt needs {names} of the system: {install_sentence(libraries)}"
    if window and display() is None:
        return "There is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY, or start it under xvfb-run"
    return None


if __name__ == "__main__":
    print("\n".join(library.package for library in missing_libraries(window="--window" in sys.argv)))
