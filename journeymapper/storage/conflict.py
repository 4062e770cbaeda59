"""The two sides of a merge that git could not finish, as they stand in a file between its marks."""

from __future__ import annotations

from typing import NamedTuple

_OURS, _BASE, _THEIRS, _END = b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> "


class Sides(NamedTuple):
    """The file as each side would have it, `base` as both found it (None where git did not write that down).

    `ours_name` and `theirs_name` are what git calls them, such as HEAD and a branch; `places` is how often they differ.
    """

    ours: bytes
    theirs: bytes
    base: bytes | None
    ours_name: str
    theirs_name: str
    places: int


def sides_of(data: bytes) -> Sides | None:
    """The sides of a file's bytes; None where there are no marks, or not all of them."""
    if _OURS not in data or _END not in data:
        return None
    reader = _Reader()
    for line in data.splitlines(keepends=True):
        if not reader.take(line):
            return None
    if reader.inside or not reader.places:
        return None
    ours, theirs, base = (b"".join(reader.texts[sign]) for sign in (_OURS, _THEIRS, _BASE))
    names = reader.names
    return Sides(
        ours, theirs, base if reader.has_base else None, names.get(_OURS, ""), names.get(_END, ""), reader.places
    )


class _Reader:
    """Deals the lines of a file out to its sides."""

    def __init__(self) -> None:
        self.texts: dict[bytes, list[bytes]] = {_OURS: [], _BASE: [], _THEIRS: []}
        self.names: dict[bytes, str] = {}
        self.places = 0
        self.has_base = True
        self.inside = b""
        self._said_base = False

    def take(self, line: bytes) -> bool:
        """Take the next line; gives whether it may stand here."""
        sign = _mark(line, inside=self.inside != b"")
        if not sign:
            for side in (self.inside,) if self.inside else self.texts:
                self.texts[side].append(line)
            return True
        if sign not in _FOLLOWING[self.inside]:
            return False
        self._pass(sign, line)
        return True

    def _pass(self, sign: bytes, line: bytes) -> None:
        self.names.setdefault(sign, line[len(sign) :].strip().decode("utf-8", "replace"))
        if sign == _OURS:
            self.places += 1
            self._said_base = False
        self._said_base |= sign == _BASE
        if sign == _END:
            self.has_base &= self._said_base
        self.inside = b"" if sign == _END else sign


_FOLLOWING = {b"": (_OURS,), _OURS: (_BASE, _THEIRS), _BASE: (_THEIRS,), _THEIRS: (_END,)}


def _mark(line: bytes, *, inside: bool) -> bytes:
    """The mark that a line is; empty if none. What separates the sides may stand anywhere else in a text."""
    if line.rstrip(b"\r\n") == _THEIRS:
        return _THEIRS if inside else b""
    return next((sign for sign in (_OURS, _BASE, _END) if line.startswith(sign)), b"")
