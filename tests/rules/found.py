"""What rules find, in short forms to compare with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from journeymapper.model.finding import Finding
from journeymapper.rules.checking import check
from journeymapper.rules.registry import RULES
from tests.sketches import journey, plan

TODAY = date(2026, 11, 1)


def findings(rule: str, journeys: Mapping[str, dict[str, Any]], **fields: Any) -> list[Finding]:
    """What one rule finds in a plan of these journeys."""
    return check(plan(journeys, **fields), [each for each in RULES if each.number == rule], TODAY)


def messages(rule: str, steps: Mapping[str, Mapping[str, Any]], **fields: Any) -> list[str]:
    """What one rule says of a plan with one journey `j`."""
    return [finding.message for finding in findings(rule, {"j": journey(steps, title="Visit", **fields)})]


def places(found: list[Finding]) -> list[str]:
    """The paths of the culprits."""
    return ["/".join(map(str, finding.items[0])) for finding in found]
