"""The law of fixes: each mends its finding, brings nothing worse, and leaves a plan that a file could hold."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from journeymapper.rules.checking import check
from journeymapper.rules.fix import OFFERED, Fix
from journeymapper.rules.fixing import fixes_for
from tests.rules.found import TODAY

WEIGHT = {"error": 2, "warning": 1, "info": 0}


def offered(rule: str, whole: Plan) -> list[Fix]:
    """The fixes for the first finding of a rule."""
    return next(list(fixes_for(whole, finding)) for finding in check(whole, today=TODAY) if finding.rule == rule)


def labels(rule: str, whole: Plan) -> list[str]:
    return [fix.label for fix in offered(rule, whole)]


def broken_laws(whole: Plan) -> Iterator[str]:
    found = check(whole, today=TODAY)
    for finding in found:
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
        if (each.rule, each.items[0]) not in known and WEIGHT[each.severity] > WEIGHT[finding.severity]:
            yield f"brings {each.rule} {each.message}"
