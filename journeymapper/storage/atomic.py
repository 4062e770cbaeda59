"""The one way in which files are written: wholly, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from pathlib import Path

from journeymapper.errors import SaveFailed

PREFIX, SUFFIX = ".journeymapper-", ".tmp"

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than allowed",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "the folder does not exist",
    errno.EIO: "the disk reports a fault",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}
_BUSY_ON_WINDOWS = {5, 32, 33}


def atomic_write(path: Path, data: bytes) -> None:
    """Put `data` into a file so that at any moment the old or the new content is there, whole and safe on disk.

    Links are followed, the mode and, where allowed, the owner of an existing file are kept; hard links are parted.
    Raises SaveFailed with a sentence; the old file is untouched then.
    """
    try:
        target = Path(os.path.realpath(path))
        status = _existing(target)
        _remove_stale(target.parent)
        temporary = target.parent / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        try:
            _write(temporary, data, status)
            _replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except ValueError:
        raise SaveFailed(f"'{path}' can't be written: this is not a file name") from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise SaveFailed(f"'{path}' can't be written: {reason}") from error


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
    """Write and sync a new file with the rights of the old one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = os.open(temporary, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(number, rest) :]
        if old is not None and hasattr(os, "fchmod"):
            with contextlib.suppress(PermissionError):
                os.fchown(number, old.st_uid, old.st_gid)
            os.fchmod(number, stat.S_IMODE(old.st_mode))
        os.fsync(number)
        if os.fstat(number).st_size != len(data):
            raise OSError(errno.EIO, "the disk reports a fault")
    finally:
        os.close(number)


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


def _sync_folder(folder: Path) -> None:
    """Make the rename itself safe from a power cut, where the system knows how."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(number)


def _remove_stale(folder: Path) -> None:
    """Remove what a killed save left behind."""
    for left in folder.glob(f"{PREFIX}*{SUFFIX}"):
        process = left.name.removeprefix(PREFIX).partition("-")[0]
        if process.isdigit() and not _is_alive(int(process)):
            with contextlib.suppress(OSError):
                left.unlink()


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
