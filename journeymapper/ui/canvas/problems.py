"""Problem marks: which cards and ends a finding concerns, and how badly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.words import Severity

_WEIGHT: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


class Mark(NamedTuple):
    """What is wrong with one item: the worst severity, and the sentences."""

    severity: Severity
    messages: tuple[str, ...]


def marks(findings: Iterable[Finding], journey: str) -> dict[str, Mark]:
    """The marks of a journey's interactions and ends, by id; a link's stands at its source."""
    found: dict[str, Mark] = {}
    for finding in findings:
        owner = _owner(finding.items[0], journey) if finding.items else ""
        if owner:
            known = found.get(owner, Mark(finding.severity, ()))
            worst = max(known.severity, finding.severity, key=_WEIGHT.__getitem__)
            found[owner] = Mark(worst, (*known.messages, finding.message))
    return found


def _owner(path: ItemPath, journey: str) -> str:
    of_step = len(path) > 3 and path[:2] == ("journeys", journey) and path[2] in ("interactions", "ends", "starts")
    return str(path[3]) if of_step else ""
