import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeymapper.errors import SaveFailed, SaveUnsettled
from journeymapper.storage.atomic import HERE, LONGEST_SAVE, PREFIX, SUFFIX, atomic_write
from tools.campaigns.trap import Trap, refusal

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


def test_what_killed_saves_left_behind_is_removed_and_what_is_alive_is_not(target: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    stale = target.parent / f"{PREFIX}{HERE}-{dead.pid}-aa{SUFFIX}"
    live = target.parent / f"{PREFIX}{HERE}-{os.getppid()}-bb{SUFFIX}"
    odd = target.parent / f"{PREFIX}{HERE}-\u00b2-cc{SUFFIX}"
    for path in (stale, live, odd):
        path.touch()
    atomic_write(target, NEW)
    assert set(left_over(target.parent)) == {live, odd}


def test_what_another_machine_is_writing_is_left_alone_for_a_day(target: Path) -> None:
    fresh, old = (target.parent / f"{PREFIX}ffff-{number}-aa{SUFFIX}" for number in (1, 2))
    for path in (fresh, old):
        path.touch()
    os.utime(old, (0, time.time() - LONGEST_SAVE - 60))
    atomic_write(target, NEW)
    assert left_over(target.parent) == [fresh]


def test_the_file_is_synced_before_it_takes_its_place_and_the_folder_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    sync, replace = os.fsync, os.replace

    def note_sync(number: int) -> None:
        made.append("sync folder" if stat.S_ISDIR(os.fstat(number).st_mode) else f"sync {os.fstat(number).st_size}")
        sync(number)

    def note_replace(one: Path, other: Path) -> None:
        made.append("replace")
        replace(one, other)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_replace)
    atomic_write(target, NEW)
    assert made == [f"sync {len(NEW)}", "replace", "sync folder"]


def test_a_folder_that_can_not_be_synced_is_told_after_the_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Trap("fsync", 2, refusal(errno.EIO)), pytest.raises(SaveUnsettled) as failure:
        atomic_write(target, NEW)
    said = f"'{target}' was written, but a power cut could still undo that: the disk reports a fault"
    assert str(failure.value) == said
    assert target.read_bytes() == NEW
    assert not left_over(target.parent)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_that_can_not_sync_or_set_rights_is_written_to_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    for call in ("fsync", "fchmod", "fchown"):
        monkeypatch.setattr(os, call, refusal(code))
    atomic_write(target, NEW)
    assert target.read_bytes() == NEW


def test_nobody_else_may_look_into_a_file_while_it_is_written(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o640)
    seen = []
    write = os.write

    def look(number: int, data: bytes) -> int:
        seen.append(stat.S_IMODE(os.fstat(number).st_mode))
        return write(number, data)

    monkeypatch.setattr(os, "write", look)
    monkeypatch.setattr(os, "fchmod", refusal(errno.EPERM))
    atomic_write(target, NEW)
    assert seen == [0o600]


def test_a_group_that_can_not_be_kept_gets_no_more_than_all_others(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.chmod(0o664)
    status = os.fstat

    def of_another_group(number: int) -> os.stat_result:
        return os.stat_result([*status(number)[:5], 54321, *status(number)[6:]])

    monkeypatch.setattr(os, "fchown", refusal(errno.EPERM))
    monkeypatch.setattr(os, "fstat", of_another_group)
    atomic_write(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_are_kept_or_at_least_the_group(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(target, 12345, 23456)
    atomic_write(target, NEW)
    assert (target.stat().st_uid, target.stat().st_gid) == (12345, 23456)
    change = os.fchown

    def only_group(number: int, owner: int, group: int) -> None:
        change(number, owner, group) if owner == -1 else refusal(errno.EPERM)()

    monkeypatch.setattr(os, "fchown", only_group)
    atomic_write(target, OLD)
    assert (target.stat().st_uid, target.stat().st_gid) == (os.geteuid(), 23456)
