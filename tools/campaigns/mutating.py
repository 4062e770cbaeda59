"""Accidents that happen to files: bytes that flip, lines that move, merges that go wrong, signs that nobody sees."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

TOKENS = (
    b"\t", b"  ", b": ", b":", b"\n", b"\r", b"\r\n", b"- ", b"{", b"}", b"[", b"]", b"'", b'"', b"#", b" #", b"&a ",
    b"*a", b"!!int ", b"!!python/object/apply:os.system ", b"! ", b"|", b">", b"|2-", b">+", b"%YAML 1.1\n", b"@", b"`",
    b"? ", b"~", b"<<: ", b"---\n", b"...\n", b"\\u2028", b"1e999", b"-1", b"101%", b"x-a: 1\n", b"journeymapper: 2\n",
    b"null", b"true", b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"[" * 40, b"{a: " * 40, b"- " * 40, b"\\",
    b"~delete", b"extends: a\n", b"version https://git-lfs.github.com/spec/v1\n", b"#" * 3000, b", ", b"? {a: b} : c\n",
)  # fmt: skip
NUMBERS = (
    b"9" * 40, b"9" * 5000, b"0x" + b"f" * 300, b"1" + b"0" * 400 + b"%", b"1e400", b"-0", b".5.5", b"1_000", b"0o17",
    b"12:30:45", b"2024-13-45", b"2024-02-30", b".inf", b".nan", b"1..2..3..4", b"1d..", b"NaN%",
)  # fmt: skip
NASTIES = (
    b"\x00", b"\xff", b"\xc3", b"\x7f", b"\x1b[31m", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xc2\x85", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xcc\x81" * 50, b"\xe2\x80\xae", b"\xc2\xa0", b"\xe3\x80\x80",
    b"\xef\xbf\xbf", b'"\\ud800"', b'"\\0"', b'"\\xff"', b"\xef\xbc\x9a ", b"\xe2\x80\x8b",
)  # fmt: skip


def mutant(files: Sequence[bytes], chance: Random) -> bytes:
    """One of the files with one to eight accidents."""
    data = chance.choice(files)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        accident = chance.choice((_of_bytes, _of_bytes, _of_lines, _of_lines, _of_values, _of_files))
        data = accident(data, files, chance)
    return data


def _of_bytes(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    place, other = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    match chance.randrange(6):
        case 0:
            return data[:place] + data[place + chance.randrange(1, 20) :]
        case 1:
            return data[:place] + chance.choice(TOKENS) + data[place:]
        case 2:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        case 3:
            return data[:place] + data[other : other + 60] + data[place:]
        case 4:
            return data[:place] + chance.choice(NASTIES) + data[place:]
        case _:
            return data[:place] if chance.random() < 0.3 else data.replace(b"\n", b"\r\n", chance.randrange(1, 99))


def _of_lines(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    lines = data.split(b"\n")
    number, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[number]
    match chance.randrange(7):
        case 0:
            lines[number] = chance.choice((b" ", b"   ", b"\t", b"  ")) + line
        case 1:
            lines[number] = line[chance.randrange(1, 5) :] if line[:1] == b" " else b"- " + line
        case 2:
            lines.insert(other, line)
        case 3:
            lines[number], lines[other] = lines[other], line
        case 4:
            del lines[number : number + chance.randrange(1, 4)]
        case 5:
            lines.insert(number, line.partition(b":")[0] + b": again")
        case _:
            lines.insert(
                number, b"#" + line if chance.random() < 0.5 else line[: len(line) - len(line.lstrip())] + b"# c"
            )
    return b"\n".join(lines)


def _of_values(data: bytes, _: Sequence[bytes], chance: Random) -> bytes:
    """Another value behind a key, or another key."""
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    key, colon, value = lines[number].partition(b":")
    new = chance.choice((*NUMBERS, *NASTIES, *TOKENS, b"", value.strip().upper(), b"'" + value.strip(), b"|"))
    lines[number] = new + colon + value if colon and chance.random() < 0.15 else key + b": " + new
    return b"\n".join(lines)


def _of_files(data: bytes, files: Sequence[bytes], chance: Random) -> bytes:
    """Part of another plan in this one: as in a merge, or after a cut."""
    lines, others = data.split(b"\n"), chance.choice(files).split(b"\n")
    number, other = chance.randrange(len(lines)), chance.randrange(len(others))
    if chance.random() < 0.4:
        return b"\n".join([*lines[:number], *others[other:]])
    return b"\n".join([*lines[:number], *others[other : other + chance.randrange(1, 12)], *lines[number:]])
