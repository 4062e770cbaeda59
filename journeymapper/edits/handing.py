"""What is agreed about hand-overs."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.edits.fields import set_part
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan


def agree_on(plan: Plan, links: Iterable[ItemPath], criteria: str) -> Plan:
    """The plan in which customers are handed over by the same criteria on all these links. Raises EditRefused."""
    for path in links:
        plan = set_part(plan, path, "handover", "criteria", criteria)
    return plan
