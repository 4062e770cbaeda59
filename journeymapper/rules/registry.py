"""The registry: every rule that plans are checked by, in the order of their numbers."""

from __future__ import annotations

from journeymapper.rules import (
    chances,
    computed,
    context,
    evidence,
    experience,
    facts,
    frame,
    handovers,
    levels,
    libraries,
    likeliest,
    measures,
    milestones,
    reach,
    repetition,
    segments,
    stages,
    sums,
    teams,
    twins,
    upkeep,
)
from journeymapper.rules.rule import Rule

_TOPICS: tuple[tuple[Rule, ...], ...] = (
    reach.RULES, frame.RULES, sums.RULES, repetition.RULES, levels.RULES, computed.RULES, milestones.RULES,
    twins.RULES, facts.RULES, libraries.RULES, stages.RULES, segments.RULES, handovers.RULES, context.RULES,
    likeliest.RULES, experience.RULES, teams.RULES, measures.RULES, evidence.RULES, upkeep.RULES, chances.RULES,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(sorted((rule for topic in _TOPICS for rule in topic), key=lambda rule: rule.number))
