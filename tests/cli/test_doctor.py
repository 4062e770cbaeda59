import argparse

import pytest

from journeymapper import environment
from journeymapper.cli import doctor
from journeymapper.environment import Library


def test_doctor_says_what_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(argparse.Namespace()) == 0
    printed = capsys.readouterr().out
    assert "Python" in printed
    assert f"PySide6 {environment.qt_version()}" in printed


@pytest.mark.parametrize(("window_only", "code"), [(False, 1), (True, 0)])
def test_doctor_names_the_package_of_a_missing_library(
    window_only: bool, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = Library("libgone.so.1", "libgone1")

    def missing(*, window: bool) -> tuple[Library, ...]:
        return (gone,) if window or not window_only else ()

    monkeypatch.setattr(environment, "missing_libraries", missing)
    assert doctor.run(argparse.Namespace()) == code
    assert "apt install libgone1" in capsys.readouterr().out


def test_doctor_says_where_qt_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(environment, "qt_version", lambda: None)
    assert doctor.run(argparse.Namespace()) == 1
    assert "pip install PySide6-Essentials" in capsys.readouterr().out
