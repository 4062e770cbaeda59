"""What can be said of a plan while parts of it can't be read."""

from __future__ import annotations

from collections.abc import Container, Iterable

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.storage.damage import Damage

WAYS = "JM1"
"""What the numbers of the rules about ways and shares begin with."""


def certain(findings: Iterable[Finding], damage: Iterable[Damage]) -> list[Finding]:
    """The findings without those that may only come from what is missing in the plan.

    Of an item that can't be read at all nothing else is known, and where a step or a way of a journey can't be read,
    nobody can say that no way leads somewhere.
    """
    damage = tuple(damage)
    unread = {each.path for each in damage if each.path[0] == "journeys" and len(each.path) == 4}
    lost = with_lost_ways(damage)
    return [finding for finding in findings if not _doubtful(finding, unread, lost)]


def with_lost_ways(damage: Iterable[Damage]) -> frozenset[str]:
    """The journeys of which steps or ways can't be read, so that nobody knows how many customers come where."""
    return frozenset(str(each.path[1]) for each in damage if _is_way(each.path))


def _doubtful(finding: Finding, unread: Container[ItemPath], lost: Container[str | int]) -> bool:
    culprit = finding.items[0] if finding.items else ()
    of_lost = len(culprit) > 1 and culprit[0] == "journeys" and culprit[1] in lost
    return culprit[:4] in unread or (of_lost and finding.rule.startswith(WAYS))


def _is_way(path: ItemPath) -> bool:
    """Whether the ways of a journey depend on what is at a path."""
    if path[0] != "journeys" or len(path) < 3:
        return path[0] == "journeys" and len(path) == 2
    return path[2] in ("interactions", "ends", "starts") and (len(path) <= 4 or (path[4] == "next" and len(path) <= 6))
