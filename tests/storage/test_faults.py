import errno

import pytest

from tools.campaigns import faults, places
from tools.campaigns.order import Order
from tools.campaigns.stage import STAGES
from tools.campaigns.trap import CODES


def test_whatever_call_of_a_save_fails_the_file_holds_the_old_or_the_new_plan_and_the_cause_is_told() -> None:
    tally = faults.run(Order(8))
    assert not tally.broken
    assert tally.counts["faults"] > 100 * len(STAGES)
    assert tally.counts["refused in words"] > 50 * len(STAGES)


def test_where_nothing_can_be_saved_a_sentence_says_why() -> None:
    tally = places.run(Order(1))
    assert not tally.broken
    assert tally.counts["places"] >= 20


def test_the_faults_that_are_tried_first_are_those_of_disks() -> None:
    assert {errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS, errno.EINTR} <= set(CODES[:8])


@pytest.mark.parametrize("code", sorted(faults.WORDS))
def test_every_fault_has_a_sentence_of_its_own(code: int) -> None:
    assert faults.WORDS[code]
