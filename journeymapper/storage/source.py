"""The text of a plan file: opened safely, decoded strictly, refused in words where it can't be text of a plan."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from journeymapper.errors import PlanUnreadable
from journeymapper.model.finding import Finding
from journeymapper.storage.problems import CONFLICT, MOST_SHOWN, NOT_A_PLAN, NOT_TEXT, TOO_COMPLEX
from journeymapper.storage.reasons import why_not_read

MOST_BYTES = 32 * 1024 * 1024
MOST_LINES = 2_000_000
LONGEST_LINE = 1024 * 1024  # libyaml reads such a line in a hundredth of a second
BOM = b"\xef\xbb\xbf"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_ALLOWED = bytes([*b"\t\n", *range(0x20, 0x7F)])
_FORBIDDEN_NAMES = {
    "\u2028": "a line separator (U+2028)",
    "\u2029": "a paragraph separator (U+2029)",
    "\ufeff": "a byte order mark",
    "\r": "a carriage return without a line feed",
}
_SAYS = re.compile(r"^[ \t]*[^#\s]", re.MULTILINE)
_CONFLICT = re.compile(r"^(<{7}|>{7}) .*$", re.MULTILINE)


class Source(NamedTuple):
    """A file's text with ``\\n`` line ends where `newline` says how all lines really end, without its byte order mark.

    A file whose lines end in different ways keeps them in `text`, and `newline` is ``\\n``. The text has a line feed at
    its end in any case; the file has none there if it is `open_ended`.
    """

    text: str
    bom: bool
    newline: str
    open_ended: bool = False


def encode(text: str, *, bom: bool, newline: str, open_ended: bool = False) -> bytes:
    """The bytes of a text, written in the way of a file."""
    if open_ended and not text.endswith("\n\n"):  # there they belong to a text that keeps them
        text = text.removesuffix("\n")
    return (BOM if bom else b"") + text.replace("\n", newline).encode("utf-8")


def read_bytes(path: Path) -> bytes:
    """The content of an ordinary file; raises PlanUnreadable with a sentence, and never waits for a pipe or device."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise PlanUnreadable(f"'{path}' can't be opened: {why_not_read(error)}") from None
    except ValueError:
        raise PlanUnreadable(f"'{path}' can't be opened: this is not a file name") from None
    try:
        return _content(path, number)
    except OSError as error:
        raise PlanUnreadable(f"'{path}' can't be read: {why_not_read(error)}") from None
    finally:
        with suppress(OSError):  # nothing was written
            os.close(number)


def _content(path: Path, number: int) -> bytes:
    status = os.fstat(number)
    if stat.S_ISDIR(status.st_mode):
        raise PlanUnreadable(f"'{path}' is a folder; name a plan file in it, such as my-plan.journey.yaml")
    if not stat.S_ISREG(status.st_mode):
        raise PlanUnreadable(f"'{path}' is not an ordinary file")
    if status.st_size > MOST_BYTES:
        size = status.st_size / 1024 / 1024
        raise PlanUnreadable(f"'{path}' has {size:,.0f} MiB; a plan has at most {MOST_BYTES // 1024 // 1024} MiB")
    parts, left = [], MOST_BYTES
    while left > 0 and (part := os.read(number, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def decode(data: bytes) -> tuple[Source | None, list[Finding]]:
    """The text of a file's bytes, or None with the reasons why it is none; both where the text has small faults."""
    refused = _not_utf8(data)
    if refused is not None:
        return None, [refused]
    bom = data.startswith(BOM)
    text = data[len(BOM) if bom else 0 :].decode("utf-8")
    unix = text.replace("\r\n", "\n")
    all_crlf = len(text) - len(unix) == unix.count("\n") > 0
    text = unix if all_crlf else text
    open_ended = bool(text) and not text.endswith("\n")
    source = Source(text + "\n" * open_ended, bom, "\r\n" if all_crlf else "\n", open_ended)
    return source, [*_foreign(source.text), *_characters(source.text), *_long_lines(source.text)]


def _not_utf8(data: bytes) -> Finding | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\x00" in data[:4] and data[:4].strip(b"\x00") and len(data) > 3):
        return NOT_TEXT.at("the file is not UTF-8 but most likely UTF-16; save it as UTF-8 in your text editor", 1, 1)
    if _is_binary(data):
        return NOT_TEXT.at("the file is not text; a plan is a YAML file named *.journey.yaml", 1, 1)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8")) + 1
        guess = data[error.start : error.start + 1].decode("latin-1")
        hint = f" (in Latin-1 it would be '{guess}')" if guess.isprintable() else ""
        cut = error.end == len(data) and "unexpected end" in error.reason
        what = "the file ends in the middle of a character" if cut else f"there is a byte that is not UTF-8{hint}"
        return NOT_TEXT.at(f"{what}; save the file as UTF-8 in your text editor", line, column)
    return None


def _is_binary(data: bytes) -> bool:
    """Whether so many bytes are control characters that nobody can have meant text."""
    sample = data[:4096]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return data.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b", b"GIF8")) or controls * 20 > len(sample)


def _foreign(text: str) -> Iterator[Finding]:
    """What other programs leave in place of a plan."""
    if not text.strip():
        yield NOT_A_PLAN.at("the file is empty; a plan begins with 'journeymapper: 1' and a title", 1, 1)
    elif not _SAYS.search(text):
        yield NOT_A_PLAN.at("the file has only comments; a plan begins with 'journeymapper: 1' and a title", 1, 1)
    if text.startswith("version https://git-lfs.github.com/spec/"):
        yield NOT_A_PLAN.at("this is a Git LFS pointer, not the plan itself; run 'git lfs pull'", 1, 1)
    marks = list(_CONFLICT.finditer(text)) if "<<<<<<< " in text and ">>>>>>> " in text else []
    for match in marks[:MOST_SHOWN]:
        side = "one version begins" if match[0][0] == "<" else "the other version ends"
        message = f"an unfinished merge: {side} here; keep what is right and delete the marks"
        yield CONFLICT.at(message, *at(text, match))


def _characters(text: str) -> Iterator[Finding]:
    if text.isascii() and not text.encode().translate(None, _ALLOWED):
        return  # twenty times faster than the search, and true of most plans
    for match in islice(_FORBIDDEN.finditer(text), MOST_SHOWN):
        name = _FORBIDDEN_NAMES.get(match[0][0], f"a control character (U+{ord(match[0][0]):04X})")
        yield NOT_TEXT.at(f"there is {name} here that no text needs; delete it", *at(text, match))


def _long_lines(text: str) -> Iterator[Finding]:
    if text.count("\n") > MOST_LINES:
        yield TOO_COMPLEX.at(f"the file has more than {MOST_LINES:,} lines", MOST_LINES + 1, 1)
    start = 0
    while len(text) - start > LONGEST_LINE:
        end = text.rfind("\n", start, start + LONGEST_LINE + 1)
        if end < 0:
            yield TOO_COMPLEX.at(f"this line has more than {LONGEST_LINE:,} characters", *at(text, start))
            return
        start = end + 1


def at(text: str, place: re.Match[str] | int) -> tuple[int, int]:
    """Line and column, both from 1, of a match or an index in a text."""
    index = place if isinstance(place, int) else place.start()
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
