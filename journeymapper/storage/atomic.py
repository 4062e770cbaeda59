"""The one way in which files are written: wholly, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from journeymapper.errors import SaveFailed, SaveUnsettled
from journeymapper.storage.reasons import why_not_written

PREFIX, SUFFIX = ".journeymapper-", ".tmp"

_NOT_KNOWN = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What a file system says that does not know a call, as some network drives don't."""
_BUSY_ON_WINDOWS = {5, 32, 33}
HERE = f"{crc32(platform.node().encode()):x}"
LONGEST_SAVE = 24 * 3600
"""Seconds after which what another machine wrote beside a file is taken for left behind."""


def atomic_write(path: Path, data: bytes) -> None:
    """Put `data` into a file so that at any moment the old or the new content is there, whole and safe on disk.

    Links are followed, the mode and, where allowed, the owner of an existing file are kept; hard links are parted.
    Raises SaveFailed with a sentence; the old file is untouched then, but for SaveUnsettled.
    """
    try:
        target = _behind_links(path)
        status = _existing(target)
        _remove_stale(target.parent)
        with _opened(target.parent) as folder:
            _put(target, data, status)
            _settle(folder, path)
    except ValueError:
        raise SaveFailed(f"'{path}' can't be written: this is not a file name") from None
    except OSError as error:
        raise SaveFailed(f"'{path}' can't be written: {why_not_written(error)}") from error


def _behind_links(path: Path) -> Path:
    """The file that is meant. Unless it is not there, what can't be looked at is an error: it may be a link."""
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    """The number of the folder, opened before anything is written; None where it can't be or may not be looked into."""
    number = None
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(PermissionError):
            number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield number
    finally:
        if number is not None:
            with contextlib.suppress(OSError):  # nothing was written through it
                os.close(number)


def _put(target: Path, data: bytes, status: os.stat_result | None) -> None:
    """Write a file beside the target and let it take the target's place."""
    temporary = target.parent / f"{PREFIX}{HERE}-{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
    try:
        _write(temporary, data, status)
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _settle(folder: int | None, path: Path) -> None:
    """Make the replacement itself safe from a power cut, where the system knows how."""
    if folder is None:
        return
    try:
        _sync(folder)
    except OSError as error:
        said = f"'{path}' was written, but a power cut could still undo that: {why_not_written(error)}"
        raise SaveUnsettled(said) from error


def _sync(number: int) -> None:
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NOT_KNOWN:
            raise


def _existing(target: Path) -> os.stat_result | None:
    """What is known of a file that is to be replaced; refuses what must not be."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise SaveFailed(f"'{target}' is a folder; choose a file name")
    if not stat.S_ISREG(status.st_mode):
        raise SaveFailed(f"'{target}' is not an ordinary file; choose another name")
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise SaveFailed(f"'{target}' is read-only; save under another name or make it writable")
    return status


def _write(temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write and sync a new file with the rights of the old one; nobody else may look into it before it has them."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = os.open(temporary, flags, 0o666 if old is None else 0o600)
    try:
        if old is not None and hasattr(os, "fchmod"):
            _keep_rights(number, old)
        rest = memoryview(data)
        while rest:
            written = os.write(number, rest)
            if not written:
                raise OSError(errno.EIO, "nothing was written")
            rest = rest[written:]
        _sync(number)
        if os.fstat(number).st_size != len(data):
            raise OSError(errno.EIO, "less was written than there is")
    finally:
        with contextlib.suppress(InterruptedError):  # it is closed all the same
            os.close(number)


def _keep_rights(number: int, old: os.stat_result) -> None:
    """Give a new file owner, group and mode of the old one, as far as that is allowed; it is open to nobody else."""
    for owner in (old.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(number, owner, old.st_gid)
            break
    mode = old.st_mode & 0o777
    if os.fstat(number).st_gid != old.st_gid:
        mode = mode & 0o707 | (mode & 0o007) << 3  # another group may do what all others may
    try:
        os.fchmod(number, mode)
    except OSError as error:
        if error.errno not in _NOT_KNOWN | {errno.EPERM, errno.EACCES}:
            raise


def _replace(temporary: Path, target: Path) -> None:
    """Rename; on Windows a virus scanner or a sync client may hold the target for a moment."""
    for wait in (0.1, 0.2, 0.4, 0.8, 1.0):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _remove_stale(folder: Path) -> None:
    """Remove what killed saves left behind, as far as that can be seen."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{PREFIX}*{SUFFIX}"):
            with contextlib.suppress(OSError):
                if _is_stale(left):
                    left.unlink()


def _is_stale(left: Path) -> bool:
    """Whether nobody still writes a temporary file; on a network drive it may be another machine's."""
    machine, _, rest = left.name.removeprefix(PREFIX).partition("-")
    process = rest.partition("-")[0]
    if machine == HERE and process.isdecimal():
        return not _is_alive(int(process))
    return time.time() - left.stat().st_mtime > LONGEST_SAVE


def _is_alive(process: int) -> bool:
    if os.name != "posix":
        return True  # elsewhere signal 0 would end the process
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
