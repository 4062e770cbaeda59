"""Small plan files for the tests of reading and writing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from journeymapper.model.finding import Finding
from journeymapper.storage.document import Document
from journeymapper.storage.reading import parse_plan

HEAD = "journeymapper: 1\ntitle: Café\n"
STEP = "journeys:\n  visit:\n    interactions:\n      pay:\n"


def findings(text: str | bytes, folder: Path | None = None) -> list[tuple[str, int, int, str]]:
    """Rule, line, column and message of all that reading a text complains about."""
    reading = parse_plan(text.encode() if isinstance(text, str) else text, "test", folder)
    return [(found.rule, found.line, found.column, found.message) for found in reading.findings]


def only(text: str | bytes) -> tuple[str, int, int, str]:
    """The one complaint about a text."""
    [found] = findings(text)
    return found


def document(text: str | bytes) -> Document:
    """The document of a text that has nothing wrong with it."""
    reading = parse_plan(text.encode() if isinstance(text, str) else text, "test", None)
    assert reading.document is not None, reading.findings
    return reading.document


def told(found: Finding) -> tuple[str, int, str]:
    """Rule, line and message of a finding."""
    return found.rule, found.line, found.message


@cache
def opened(text: str | bytes) -> Document:
    """The document of a text that may be damaged; the same one each time, since edits share what they don't change."""
    reading = parse_plan(text.encode() if isinstance(text, str) else text, "test", None)
    assert reading.opened is not None, reading.findings
    return reading.opened
