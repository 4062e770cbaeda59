"""A call of the system that fails the n-th time it is made, as if the disk or the drive had."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn, Self

Behaviour = Callable[[Callable[..., Any], tuple[Any, ...]], Any]
"""What a call does instead, given the real one and its arguments."""


class Trap:
    """Replaces a function of `os`, or of another module, as long as it is entered."""

    def __init__(self, call: str, number: int, behaviour: Behaviour, module: Any = os) -> None:
        self._module, self._call, self._number, self._behaviour = module, call, number, behaviour
        self._real: Callable[..., Any] = getattr(module, call)
        self._made = 0

    @property
    def sprung(self) -> bool:
        """Whether the call was made as often as it takes."""
        return self._made >= self._number

    def __enter__(self) -> Self:
        setattr(self._module, self._call, self._called)
        return self

    def __exit__(self, *_: object) -> None:
        setattr(self._module, self._call, self._real)

    def _called(self, *args: Any, **named: Any) -> Any:
        self._made += 1
        if self._made == self._number:
            return self._behaviour(partial(self._real, **named), args)
        return self._real(*args, **named)


def refusal(code: int) -> Callable[..., NoReturn]:
    """The call fails and nothing has happened."""

    def behave(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return behave


def late_refusal(code: int) -> Behaviour:
    """The call does its work and fails then: a network drive whose answer is lost, or the closing of a file."""

    def behave(real: Callable[..., Any], args: tuple[Any, ...]) -> None:
        real(*args)
        raise OSError(code, os.strerror(code))

    return behave


def short_write(most: int) -> Behaviour:
    """A write that takes only so many bytes."""

    def behave(real: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        number, data = args
        return real(number, data[:most]) if most else 0

    return behave


def cut_write(real: Callable[..., Any], args: tuple[Any, ...]) -> int:
    """A write that claims to have taken everything and has taken half."""
    number, data = args
    real(number, data[: len(data) // 2])
    return len(data)


def answer(*, value: object) -> Behaviour:
    """The call says something else than is true."""

    def behave(*_: object) -> object:
        return value

    return behave


CODES = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM, errno.EDQUOT, errno.EROFS, errno.EINTR, errno.EINVAL,
    errno.ENOTSUP, errno.ENOSYS, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN, errno.EBUSY,
    errno.ETXTBSY, errno.EMFILE, errno.ENOMEM, errno.EFBIG, errno.ELOOP,
)  # fmt: skip
"""What the calls of a save fail with."""
