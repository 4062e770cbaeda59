import errno
import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.errors import SaveFailed
from journeymapper.storage import exclusive as locks
from journeymapper.storage.exclusive import exclusive
from tools.campaigns.trap import Trap, refusal


def test_the_second_one_waits_and_gives_up_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.02)
    with (
        exclusive(tmp_path / "one.yaml"),
        pytest.raises(SaveFailed, match=r"two\.yaml' can't be written: another program is saving into its folder"),
        exclusive(tmp_path / "two.yaml"),
    ):
        pass
    with exclusive(tmp_path / "two.yaml"):
        pass


def test_a_link_is_locked_where_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real" / "plan")
    with exclusive(tmp_path / "link"):
        with exclusive(tmp_path / "other"):
            pass
        with pytest.raises(SaveFailed), exclusive(tmp_path / "real" / "other"):
            pass


def test_nothing_is_left_in_the_folder_and_no_file_stays_open(tmp_path: Path) -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    with exclusive(tmp_path / "plan"):
        assert not list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())
    assert len(list(Path("/dev/fd").iterdir())) == before


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EBADF, errno.ENOTSUP, errno.EINVAL])
def test_a_drive_that_knows_no_locks_is_saved_to_all_the_same(tmp_path: Path, code: int) -> None:
    with Trap("flock", 1, refusal(code), fcntl), exclusive(tmp_path / "plan"), exclusive(tmp_path / "plan"):
        pass


@pytest.mark.parametrize("name", ["none/plan", "a\0b", "x" * 300])
def test_what_is_wrong_with_the_file_is_left_to_the_write(tmp_path: Path, name: str) -> None:
    with exclusive(tmp_path / name):
        pass


def test_an_error_inside_gives_the_folder_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    with pytest.raises(KeyError), exclusive(tmp_path / "plan"):
        raise KeyError
    with exclusive(tmp_path / "plan"):
        pass


def test_two_processes_that_save_the_same_plan_lose_nothing(root: Path) -> None:
    order = [sys.executable, "-m", "tools.campaigns", "races", "--count", "40"]
    done = subprocess.run(order, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("races: 40 saves acknowledged, ")
