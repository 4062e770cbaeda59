import os
import sys
from pathlib import Path

import pytest

from journeymapper import environment
from journeymapper.environment import EnvironmentLacks, Library


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring these libraries along")
def test_a_library_that_does_not_load_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "PAINTING", (Library("libnowhere.so.1", "libnowhere1"),))
    missing = environment.missing_libraries(window=False)
    assert environment.install_sentence(missing) == "apt install libnowhere1"
    assert environment.what_is_missing(window=False) == (
        "Qt needs libnowhere.so.1 of the system: apt install libnowhere1"
    )


@pytest.mark.parametrize(
    ("version", "python", "refused"),
    [
        ("6.8.3", (3, 11), False),
        ("6.11.0", (3, 13), True),
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
    ],
)
def test_versions_of_qt_that_would_end_the_process_are_refused(
    version: str, python: tuple[int, int], refused: bool
) -> None:
    assert bool(environment.unfit_qt(version, python)) is refused


@pytest.mark.usefixtures("no_display")
def test_painting_without_a_display_uses_the_offscreen_platform() -> None:
    environment.prepare_qt(window=False)
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.usefixtures("no_display")
def test_a_window_without_a_display_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "X11_WINDOW", ())
    with pytest.raises(EnvironmentLacks, match="no display"):
        environment.prepare_qt(window=True)
    assert "QT_QPA_PLATFORM" not in os.environ


def test_a_chosen_platform_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    environment.prepare_qt(window=True)
    assert os.environ["QT_QPA_PLATFORM"] == "minimal"


@pytest.mark.skipif(sys.platform != "linux", reason="displays have names on Linux only")
def test_displays_that_nobody_serves_are_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert environment.display() is None
    (tmp_path / "wayland-9").touch()
    assert environment.display() == "wayland-9"
