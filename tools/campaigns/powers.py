"""What only the administrator of a machine can arrange: being nobody, limits, small disks."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


class CannotArrange(Exception):
    """This machine or this user does not allow it; what needs it is passed over."""


@contextmanager
def as_nobody() -> Iterator[None]:
    """Have the rights of nobody for a while; who is not root has few enough already."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


@contextmanager
def limited(what: int, number: int) -> Iterator[None]:
    """Let this process have no more of something than `number`."""
    soft, hard = resource.getrlimit(what)
    resource.setrlimit(what, (number, hard))
    try:
        yield
    finally:
        resource.setrlimit(what, (soft, hard))


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[None]:
    """Mount a disk in memory; raises CannotArrange where that is not allowed."""
    if os.geteuid() != 0:
        raise CannotArrange
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        raise CannotArrange from None
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)
