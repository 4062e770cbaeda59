"""Places in which a plan can't be saved, or can in spite of what they look like; each with what must be said there."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tools.campaigns.powers import as_nobody, limited, small_disk
from tools.campaigns.stage import NAME, OLD


class Spot(NamedTuple):
    """Where to save to and what the refusal must say, nothing where it must work; `during` holds for the save alone."""

    path: Path
    words: str = ""
    during: Callable[[], AbstractContextManager[None]] = nullcontext


Place = Callable[[Path], AbstractContextManager[Spot]]
"""Makes a place in a folder."""


def _file(path: Path, mode: int = 0o644) -> Path:
    path.write_bytes(OLD)
    path.chmod(mode)
    return path


@contextmanager
def _read_only_file(folder: Path) -> Iterator[Spot]:
    yield Spot(_file(folder / NAME, 0o444), "is read-only; save under another name or make it writable")


@contextmanager
def _read_only_folder(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME, 0o666)
    folder.chmod(0o555)
    yield Spot(path, "you may not write there", as_nobody)


@contextmanager
def _hidden_folder(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME, 0o666)
    folder.chmod(0o600)
    yield Spot(path, "you may not write there", as_nobody)


@contextmanager
def _blind_folder(folder: Path) -> Iterator[Spot]:
    """One may write into it, but not look into it."""
    path = _file(folder / NAME, 0o666)
    folder.chmod(0o333)
    yield Spot(path, "", as_nobody)


@contextmanager
def _sticky_folder(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME, 0o666)
    folder.chmod(0o1777)
    yield Spot(path, "you may not write there" if os.geteuid() == 0 else "", as_nobody)


@contextmanager
def _unreadable_file(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME, 0o222)
    folder.chmod(0o777)
    yield Spot(path, "nobody knows whether it was changed since it was opened", as_nobody)


@contextmanager
def _vanished_folder(folder: Path) -> Iterator[Spot]:
    yield Spot(folder / "gone" / NAME, "the folder does not exist")


@contextmanager
def _file_for_a_folder(folder: Path) -> Iterator[Spot]:
    yield Spot(_file(folder / "file") / NAME, "the folder does not exist")


@contextmanager
def _folder_for_a_file(folder: Path) -> Iterator[Spot]:
    (folder / NAME).mkdir()
    yield Spot(folder / NAME, "is a folder; choose a file name")


@contextmanager
def _pipe(folder: Path) -> Iterator[Spot]:
    os.mkfifo(folder / NAME)
    yield Spot(folder / NAME, "is not an ordinary file")


@contextmanager
def _device(_: Path) -> Iterator[Spot]:
    yield Spot(Path("/dev/full"), "is not an ordinary file")


@contextmanager
def _circle_of_links(folder: Path) -> Iterator[Spot]:
    (folder / NAME).symlink_to(folder / "other")
    (folder / "other").symlink_to(folder / NAME)
    yield Spot(folder / NAME, "its links lead in a circle")


@contextmanager
def _link_to_nothing(folder: Path) -> Iterator[Spot]:
    (folder / NAME).symlink_to(folder / "not-yet")
    yield Spot(folder / NAME)


@contextmanager
def _chain_of_links(folder: Path) -> Iterator[Spot]:
    _file(folder / "0")
    for number in range(1, 10):
        (folder / f"{number}").symlink_to(f"{number - 1}")
    yield Spot(folder / "9")


@contextmanager
def _long_name(folder: Path) -> Iterator[Spot]:
    yield Spot(folder / ("x" * 300), "the name is too long")


@contextmanager
def _longest_name(folder: Path) -> Iterator[Spot]:
    yield Spot(folder / ("x" * 255))


@contextmanager
def _impossible_name(folder: Path) -> Iterator[Spot]:
    yield Spot(folder / "a\0b", "this is not a file name")


@contextmanager
def _half_a_character(folder: Path) -> Iterator[Spot]:
    yield Spot(folder / "a\ud800b", "this is not a file name")


@contextmanager
def _name_in_latin_1(folder: Path) -> Iterator[Spot]:
    yield Spot(_file(folder / os.fsdecode(b"caf\xe9.journey.yaml")))


@contextmanager
def _limit_of_size(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME)
    yield Spot(path, "the file would be larger than allowed", partial(limited, resource.RLIMIT_FSIZE, 20))


@contextmanager
def _limit_of_open_files(folder: Path) -> Iterator[Spot]:
    path = _file(folder / NAME)
    with path.open("rb") as first:
        limit = partial(limited, resource.RLIMIT_NOFILE, first.fileno() + 1)
    yield Spot(path, "too many files are open", limit)


@contextmanager
def _full_disk(folder: Path) -> Iterator[Spot]:
    with small_disk(folder, "size=16k"):
        path = _file(folder / NAME)
        with suppress(OSError):
            (folder / "filler").write_bytes(bytes(1 << 16))
        yield Spot(path, "the disk is full")


@contextmanager
def _disk_without_names(folder: Path) -> Iterator[Spot]:
    """There is room for bytes, but not for another file."""
    with small_disk(folder, "size=1m,nr_inodes=2"):
        yield Spot(_file(folder / NAME), "the disk is full")


@contextmanager
def _read_only_disk(folder: Path) -> Iterator[Spot]:
    with small_disk(folder, "size=1m"):
        path = _file(folder / NAME)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield Spot(path, "is read-only")


PLACES: tuple[Place, ...] = (
    _read_only_file,
    _read_only_folder,
    _hidden_folder,
    _blind_folder,
    _sticky_folder,
    _unreadable_file,
    _vanished_folder,
    _file_for_a_folder,
    _folder_for_a_file,
    _pipe,
    _device,
    _circle_of_links,
    _link_to_nothing,
    _chain_of_links,
    _long_name,
    _longest_name,
    _impossible_name,
    _half_a_character,
    _name_in_latin_1,
    _limit_of_size,
    _limit_of_open_files,
    _full_disk,
    _disk_without_names,
    _read_only_disk,
)
