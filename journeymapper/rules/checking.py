"""Checking a plan by all rules, with the plan's own wishes about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from journeymapper.model.facts import Checks
from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.model.words import Severity
from journeymapper.rules.registry import RULES
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject


def check(plan: Plan, rules: Iterable[Rule] = RULES, today: date | None = None) -> list[Finding]:
    """What the rules find in the plan, by rule and in the planner's order; without places in a file.

    Rules that the plan, a journey or an item switches off for itself are silent there, and severities are as they
    are set there: what stands nearest to the item counts. Dates are compared with `today`.
    """
    subject = Subject(plan, today)
    found = (_finding(plan, rule, fault) for rule in rules for fault in rule.check(subject))
    return [finding for finding in found if finding is not None]


def _finding(plan: Plan, rule: Rule, fault: Fault) -> Finding | None:
    """The fault as a finding; a fault about parts of an item (links of a step) is off where it is for all of them."""
    culprit, *others = fault.items
    parts = [path for path in others if path[: len(culprit)] == culprit] or [culprit]
    wished = [severity for path in parts if (severity := _severity(plan, rule, path)) is not None]
    return Finding(rule.number, rule.name, wished[0], fault.message, fault.items, rule.why) if wished else None


def _severity(plan: Plan, rule: Rule, path: ItemPath) -> Severity | None:
    """How much the rule weighs at an item; None where it is off."""
    severity: Severity = rule.severity
    for checks in _checks_along(plan, path):
        for called in (rule.number, rule.name):
            if called in checks.off:
                return None
            wish = checks.severity.get(called)
            severity = (wish.as_ if wish is not None else None) or severity
    return severity


def _checks_along(plan: Plan, path: ItemPath) -> Iterator[Checks]:
    """What is said about rules on the way from the plan to the item, the plan first."""
    if plan.checks is not None:
        yield plan.checks
    held: object = plan
    for key in path:
        if isinstance(held, FrozenMap):
            held = held.get(key)
            checks = getattr(held, "checks", None)
            if isinstance(checks, Checks):
                yield checks
        else:
            held = getattr(held, str(key), None)
