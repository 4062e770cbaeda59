"""The registry: every rule that plans are checked by, in the order of their numbers."""

from __future__ import annotations

from journeymapper.rules import facts, frame, levels, reach, repetition, sums
from journeymapper.rules.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*reach.RULES, *frame.RULES, *sums.RULES, *repetition.RULES, *levels.RULES, *facts.RULES),
        key=lambda rule: rule.number,
    )
)
