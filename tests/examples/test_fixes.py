"""What is found in the examples can be mended as it is offered."""

from __future__ import annotations

import pytest

from tests.examples.flat import Reading
from tests.examples.test_examples import NAMES
from tests.rules.law import broken_laws


@pytest.mark.parametrize("name", NAMES)
def test_fixes_of_the_examples_keep_the_law(name: str, example: Reading) -> None:
    assert not list(broken_laws(example(name)))
