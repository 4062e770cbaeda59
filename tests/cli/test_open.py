import sys
from types import ModuleType

import pytest

from journeymapper import environment
from journeymapper.cli.app import main
from journeymapper.environment import EnvironmentLacks


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What a window in place of the real one was asked to open."""
    asked: list[list[str]] = []
    window = ModuleType("journeymapper.ui.app")

    def open_window(files: list[str]) -> int:
        asked.append(files)
        return 0

    vars(window)["main"] = open_window
    monkeypatch.setitem(sys.modules, "journeymapper.ui.app", window)
    return asked


@pytest.mark.parametrize("call", [["a.yaml", "b.yaml"], ["open", "a.yaml", "b.yaml"]])
def test_files_are_opened_in_the_window(
    call: list[str], opened: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "prepare_qt", lambda **_: None)
    assert main(call) == 0
    assert opened == [["a.yaml", "b.yaml"]]


def test_no_display_is_said_with_a_way_on(
    opened: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lack(*, window: bool) -> None:
        raise EnvironmentLacks("There is no display to open a window on")

    monkeypatch.setattr(environment, "prepare_qt", lack)
    assert main([]) == 2
    assert opened == []
    said = capsys.readouterr().err
    assert "no display" in said
    assert "need no window" in said
