"""Rules about shares that are said above and computed from the detail below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from journeymapper.analysis.flow import journey_flow
from journeymapper.edits.sharing import parts_of, set_shares
from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.shares import TOLERANCE
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, link_path, step_path
from journeymapper.rules.wording import journey_name, percent, step_name

POINT = 0.01
"""So far may a share that is said be from the computed one."""


def _shares_differ(subject: Subject) -> Iterator[Fault]:
    for key, journey in subject.plan.journeys.items():
        saying = [
            ident
            for ident, step in journey.interactions.items()
            if step.opens is not None and any(link.share is not None for link in step.next.values())
        ]
        if not saying:
            continue
        flow = journey_flow(subject.plan, key)
        for ident in saying:
            links = journey.interactions[ident].next
            is_sure = flow.arrivals[ident] > 0 and not any((ident, target) in flow.assumed for target in links)
            if is_sure and any((ident, target) in flow.computed for target in links):
                computed = {target: flow.shares.get((ident, target), 0.0) for target in links}
                yield from _differing(subject, key, journey, ident, computed)


def _differing(
    subject: Subject, key: str, journey: Journey, ident: str, computed: Mapping[str, float]
) -> Iterator[Fault]:
    step = journey.interactions[ident]
    for target, share in computed.items():
        said = step.next[target].share
        if said is not None and not said.low - POINT - TOLERANCE <= share <= said.high + POINT + TOLERANCE:
            ways = f"{step_name(journey, ident)} to {step_name(journey, target)}"
            detail = journey_name(subject.plan, str(step.opens))
            message = f"From {ways} go {said} by what is said, and {percent(round(share, 3))} by {detail}"
            path = link_path(key, ident, target)
            mend = partial(_take_over, step_path(key, ident), computed)
            yield Fault(message, path, ("journeys", str(step.opens)), mend=mend)


def _take_over(path: ItemPath, computed: Mapping[str, float]) -> Iterator[Fix]:
    """Say what is computed, for all links of the event, so that they stay a whole."""
    whole = sum(computed.values())
    if abs(whole - 1) <= 1e-6:
        parts = dict(zip(computed, parts_of(1, list(computed.values())), strict=True))
        edit = partial(set_shares, shares={(*path, "next", target): share for target, share in parts.items()})
        yield Fix("Take over the shares that are computed", edit)


RULES = (
    Rule(
        "JM110",
        "shares-differ",
        "warning",
        "What is said of an event and what its detail comes to can't both be true.",
        _shares_differ,
    ),
)
