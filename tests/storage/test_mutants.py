import random
import time
from pathlib import Path

import pytest

from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import render

TOKENS = [
    b"\t", b"  ", b": ", b":", b"\n", b"\r", b"\r\n", b"- ", b"{", b"}", b"[", b"]", b"'", b'"', b"#", b" #", b"&a",
    b"*a", b"!!int", b"!", b"|", b">", b"%", b"@", b"`", b"? ", b"~", b"<<", b"---\n", b"...\n", b"\x00", b"\xff",
    b"\\u2028", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b"9" * 40, b"1e999", b"-1", b"101%", b"x-a: 1\n",
    b"journeymapper: 2\n", b"null", b"true", b"<<<<<<< a\n", b">>>>>>> b\n", b"[" * 40, b"{a: " * 40, b"\\", b"~delete",
]  # fmt: skip


def mutant(data: bytes, chance: random.Random) -> bytes:
    """A file with one to eight accidents: cuts, insertions, flipped bytes, shifted, doubled and lost lines."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place, other = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        lines = data.split(b"\n")
        number = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                data = data[:place] + data[place + chance.randrange(1, 20) :]
            case 1:
                data = data[:place] + chance.choice(TOKENS) + data[place:]
            case 2:
                data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
            case 3:
                lines[number] = chance.choice((b" ", b"   ", b"\t")) + lines[number]
                data = b"\n".join(lines)
            case 4:
                data = b"\n".join([*lines[:number], lines[chance.randrange(len(lines))], *lines[number:]])
            case _:
                data = data[:place] + data[other : other + 60] + data[place:]
    return data


@pytest.mark.parametrize("seed", range(4))
def test_no_accident_makes_the_reader_fail_stall_or_keep_silent(seed: int, root: Path) -> None:
    chance = random.Random(seed)
    names = ("examples/complete", "examples/minimal", "tests/data/hand-written")
    files = [(root / f"{name}.journey.yaml").read_bytes() for name in names]
    for _ in range(100):
        data = mutant(chance.choice(files), chance)
        began = time.perf_counter()
        reading = parse_plan(data, "mutant", None)
        assert time.perf_counter() - began < 5
        assert reading.document or reading.findings
        lines = data.replace(b"\r\n", b"\n").count(b"\n") + 1
        assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in reading.findings)
        if reading.opened:
            assert render(reading.opened, reading.opened.plan) == data
            assert reading.document or all(each.findings for each in reading.opened.damage)
