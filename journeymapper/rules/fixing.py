"""The fixes that are offered for a finding."""

from __future__ import annotations

from itertools import islice

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.rules.fix import OFFERED, Fix
from journeymapper.rules.registry import RULES
from journeymapper.rules.subject import Subject


def fixes_for(plan: Plan, finding: Finding) -> tuple[Fix, ...]:
    """How the finding may be mended, the best fix first; none where its rule offers none or the plan has it no more.

    The edit of a fix is for this plan: applied to another one it may raise EditRefused.
    """
    subject = Subject(plan)
    for rule in RULES:
        if rule.number == finding.rule:
            for fault in rule.check(subject):
                if (fault.items, fault.message) == (finding.items, finding.message):
                    return tuple(islice(fault.mend(), OFFERED))
    return ()
