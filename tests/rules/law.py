"""The law of fixes: each mends its finding, brings nothing worse, and leaves a plan that a file could hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from journeymapper.rules.checking import check
from journeymapper.rules.fix import OFFERED, Fix
from journeymapper.rules.fixing import fixes_for
from journeymapper.rules.registry import RULES
from tests.rules.found import TODAY

WEIGHT = {rule.number: ("info", "warning", "error").index(rule.severity) for rule in RULES}
"""How grave a rule is by itself, whatever a plan makes of it."""


def broken_laws(whole: Plan, findings: Iterable[Finding] | None = None) -> Iterator[str]:
    """What is wrong with the fixes that are offered for these findings, else for all."""
    found = check(whole, today=TODAY)
    for finding in found if findings is None else findings:
        fixes = fixes_for(whole, finding)
        assert len(fixes) <= OFFERED
        for fix in fixes:
            yield from (f"{finding.message} | {fix.label} | {wrong}" for wrong in _wrong(whole, finding, fix, found))


def _wrong(whole: Plan, finding: Finding, fix: Fix, found: list[Finding]) -> Iterator[str]:
    mended = fix.edit(whole)
    if mended == whole:
        yield "changes nothing"
    if Plan.model_validate(mended.model_dump(by_alias=True)) != mended:
        yield "is no valid plan"
    if len(list(dangling(mended))) > len(list(dangling(whole))):
        yield "names what is not there"
    left = check(mended, today=TODAY)
    if any((each.rule, each.items, each.message) == (finding.rule, finding.items, finding.message) for each in left):
        yield "mends nothing"
    known = {(each.rule, each.items[0]) for each in found}
    for each in left:
        if (each.rule, each.items[0]) not in known and WEIGHT[each.rule] > WEIGHT[finding.rule]:
            yield f"brings {each.rule} {each.message}"
