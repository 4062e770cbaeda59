import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journeymapper.errors import SaveFailed
from journeymapper.storage.atomic import PREFIX, SUFFIX, atomic_write

OLD, NEW = b"old\n", b"new\n" * 1000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "plan.journey.yaml"
    path.write_bytes(OLD)
    return path


def left_over(folder: Path) -> list[Path]:
    return list(folder.glob(f"{PREFIX}*"))


def test_a_file_is_written_and_replaced(tmp_path: Path, target: Path) -> None:
    for path in (target, tmp_path / "other.yaml"):
        atomic_write(path, NEW)
        assert path.read_bytes() == NEW
    assert not left_over(tmp_path)


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path, target: Path) -> None:
    target.chmod(0o640)
    mask = os.umask(0o027)
    try:
        atomic_write(target, NEW)
        atomic_write(tmp_path / "fresh", NEW)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o640


def test_links_are_followed(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(target)
    atomic_write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    (tmp_path / "to-nothing").symlink_to(tmp_path / "not-yet")
    atomic_write(tmp_path / "to-nothing", NEW)
    assert (tmp_path / "not-yet").read_bytes() == NEW


def test_what_must_not_be_replaced_is_refused_with_a_sentence(tmp_path: Path, target: Path) -> None:
    target.chmod(0o444)
    os.mkfifo(tmp_path / "pipe")
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    cases = {
        tmp_path: "is a folder; choose a file name",
        target: "is read-only",
        tmp_path / "pipe": "is not an ordinary file",
        tmp_path / "none" / "plan.yaml": "the folder does not exist",
        target / "plan.yaml": "the folder does not exist",
        tmp_path / ("x" * 300): "the name is too long",
        tmp_path / "a\0b": "this is not a file name",
    }
    for path, message in cases.items():
        with pytest.raises(SaveFailed, match=message):
            atomic_write(path, NEW)
    assert target.read_bytes() == OLD
    assert not left_over(tmp_path)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "fchmod", "fstat"])
@pytest.mark.parametrize(("code", "message"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "disk reports a fault")])
def test_whatever_fails_the_old_file_is_whole_and_nothing_is_left_over(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, message: str
) -> None:
    def fail(*args: Any, **named: Any) -> Any:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(SaveFailed, match=message):
        atomic_write(target, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert not left_over(target.parent)


def test_short_writes_are_carried_on(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, data[:7]))
    atomic_write(target, NEW)
    assert target.read_bytes() == NEW


def test_a_full_disk_leaves_the_old_file(target: Path) -> None:
    program = f"""
import resource, signal, sys
from pathlib import Path
from journeymapper.errors import SaveFailed
from journeymapper.storage.atomic import atomic_write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    atomic_write(Path({str(target)!r}), b"x" * 5000)
except SaveFailed as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "the file would be larger than allowed" in done.stdout
    assert target.read_bytes() == OLD
    assert not left_over(target.parent)


def test_what_killed_saves_left_behind_is_removed_and_what_is_alive_is_not(target: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    stale = target.parent / f"{PREFIX}{dead.pid}-aa{SUFFIX}"
    live = target.parent / f"{PREFIX}{os.getppid()}-bb{SUFFIX}"
    for path in (stale, live):
        path.touch()
    atomic_write(target, NEW)
    assert left_over(target.parent) == [live]
