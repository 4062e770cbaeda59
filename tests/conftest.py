"""What holds for every test: no display, no settings of the person, no silent Qt message, nothing left open."""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from journeymapper import environment

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parent.parent
_HOME = Path(tempfile.mkdtemp(prefix="journeymapper-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
    _folder = _HOME / _name.lower()
    _folder.mkdir(mode=0o700)
    os.environ[f"XDG_{_name}"] = str(_folder)

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=2000, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say what is missing, before Qt is imported and fails in its own words."""
    lack = environment.what_is_missing(window=False)
    if lack:
        raise pytest.UsageError(lack)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The folder of the example plans."""
    return root / "examples"


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder of shared inputs beside the project; the test is skipped where there is none."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared folder beside the project")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _clear_clipboard() -> Iterator[None]:
    """Clear the clipboard: Qt's offscreen platform crashes at exit otherwise."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that uses Qt leaves no window and no running timer behind."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    before = set(_windows_and_timers())
    yield
    left = _windows_and_timers()
    if left.keys() - before:
        left = _after_deletion()
    assert not left.keys() - before, f"left open by the test: {left}"


def _after_deletion() -> "dict[int, QObject]":
    import gc

    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return _windows_and_timers()


def _windows_and_timers() -> "dict[int, QObject]":
    """Top-level widgets, and running timers of the application, by their address."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return {}
    timers = [timer for timer in application.findChildren(QTimer) if timer.isActive()]
    return {Shiboken.getCppPointer(each)[0]: each for each in (*application.topLevelWidgets(), *timers)}
