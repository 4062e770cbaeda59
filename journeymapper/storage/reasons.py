"""What the system says of a failed read or write, in the planner's words."""

from __future__ import annotations

import errno

_EITHER = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than allowed",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk reports a fault",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EINTR: "the system interrupted it; try again",
    errno.EBUSY: "another program is using the file; try again when it is done",
    errno.ETXTBSY: "another program is using the file; try again when it is done",
    errno.EMFILE: "too many files are open; close some and try again",
    errno.ENFILE: "too many files are open; close some programs and try again",
    errno.ENOMEM: "the memory is used up; close some programs and try again",
    **dict.fromkeys(
        (errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN),
        "the network drive does not answer; try again later, or use another disk",
    ),
    **dict.fromkeys(
        (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS), "this disk can't do that; use another one"
    ),
}
_READING = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "you may not read it",
    errno.EPERM: "you may not read it",
}
_WRITING = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "the folder does not exist",
}


def why_not_read(error: OSError) -> str:
    """Why something could not be read."""
    return _said(error, _READING)


def why_not_written(error: OSError) -> str:
    """Why something could not be written."""
    return _said(error, _WRITING)


def _said(error: OSError, of_its_own: dict[int, str]) -> str:
    code = error.errno or 0
    return of_its_own.get(code) or _EITHER.get(code) or error.strerror or str(error)
