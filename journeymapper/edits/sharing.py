"""Setting shares that belong together, so that they make a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymapper.edits.fields import set_field
from journeymapper.edits.links import connect
from journeymapper.edits.paths import item_at
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.shares import likely_share
from journeymapper.model.units import Share

ROUND = 0.001
"""Shares that are worked out are rounded to a tenth of a percent."""


def parts_of(whole: float, weights: Sequence[float]) -> list[Share]:
    """Shares in proportion to the weights that add up to `whole`, a fraction.

    They are rounded, and the largest one takes what rounding leaves. The weights must not be negative, and one of them
    must be more than zero.
    """
    total = sum(weights)
    parts = [round(whole * weight / total / ROUND) * ROUND for weight in weights]
    largest = weights.index(max(weights))
    parts[largest] = max(0.0, whole - sum(part for number, part in enumerate(parts) if number != largest))
    return [Share.of(part) for part in parts]


def set_shares(plan: Plan, shares: Mapping[ItemPath, Share]) -> Plan:
    """The plan with these shares at links, starts or segments, or as entries of a `share_by`. Raises EditRefused."""
    for path, share in shares.items():
        if "share_by" in path:
            plan = set_field(plan, path[:-2], "share_by", {**item_at(plan, path[:-1]), path[-1]: share})
        else:
            plan = set_field(plan, path, "share", share)
    return plan


def give_rest(plan: Plan, journey: str, source: str, target: str) -> Plan:
    """The plan in which the customers at `source` of whom nothing is said go to `target`. Raises EditRefused."""
    step: ItemPath = ("journeys", journey, "interactions", source)
    others = item_at(plan, step).next
    if target not in others:
        plan = connect(plan, journey, source, target)
    known = sum(likely_share(link) or 0.0 for ident, link in others.items() if ident != target)
    return set_field(plan, (*step, "next", target), "share", Share.of(1 - known))
