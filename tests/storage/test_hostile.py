import resource
import time

import pytest

from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import render
from tests.storage.hostile import HOSTILE, Hostile

LONGEST = 5.0
MOST_MEMORY = 500 << 20


@pytest.mark.parametrize("hostile", HOSTILE, ids=[hostile.name for hostile in HOSTILE])
def test_a_hostile_file_is_told_at_its_lines_soon_and_for_little_memory(hostile: Hostile) -> None:
    began, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reading = parse_plan(hostile.data, "hostile.journey.yaml", None)
    assert time.process_time() - began < LONGEST
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) * 1024 < MOST_MEMORY
    assert tuple((finding.rule, finding.line) for finding in reading.findings) == hostile.told
    assert all(finding.column > 0 for finding in reading.findings)
    assert (reading.document is None) == bool(hostile.told)
    if reading.document:
        assert render(reading.document, reading.document.plan) == hostile.data


def test_the_list_is_long_and_says_nothing_twice() -> None:
    assert len(HOSTILE) > 100
    assert len({hostile.name for hostile in HOSTILE}) == len({hostile.data for hostile in HOSTILE}) == len(HOSTILE)
