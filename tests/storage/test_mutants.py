import pytest

from tools.campaigns.mutants import judged, read_some


@pytest.mark.parametrize("seed", range(0, 400, 100))
def test_no_accident_makes_the_reader_fail_stall_or_keep_silent(seed: int) -> None:
    tally = judged(read_some(seed, 100))
    assert not tally.broken
    assert tally.counts["read"] == 100
    assert tally.counts["that open"] > 5
    assert tally.counts["problems"] == tally.counts["problems with a line"] > 100
