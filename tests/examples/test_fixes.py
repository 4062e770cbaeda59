"""What is found in the examples can be mended as it is offered."""

from __future__ import annotations

import pytest

from journeymapper.model.finding import Finding
from journeymapper.rules.checking import check
from tests.examples.flat import Reading
from tests.examples.test_examples import NAMES
from tests.rules.found import TODAY
from tests.rules.law import broken_laws


@pytest.mark.parametrize("name", NAMES)
def test_fixes_of_the_examples_keep_the_law(name: str, example: Reading) -> None:
    plan = example(name)
    found: dict[str, list[Finding]] = {}
    for finding in check(plan, today=TODAY):
        found.setdefault(finding.rule, []).append(finding)
    assert not list(broken_laws(plan, [finding for alike in found.values() for finding in alike[:2]]))
