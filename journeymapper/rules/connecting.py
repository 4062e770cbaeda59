"""The fixes that lead customers on: links to what nobody reaches, and out of what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.edits.ends import add_end, add_way_out, lead_to_end
from journeymapper.edits.fields import set_field
from journeymapper.edits.links import connect
from journeymapper.edits.starting import start_at
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.queries import reachable
from journeymapper.rules.fix import Fix
from journeymapper.rules.subject import Subject, end_path
from journeymapper.rules.wording import journey_name, step_name

SUCCESS, FAILURE = "Success", "Leaves"


def start_at_first(key: str, journey: Journey) -> Iterator[Fix]:
    """Let the journey start at the first interaction that nothing leads to, else at the first one."""
    followed = {target for step in journey.interactions.values() for target in step.next}
    first = next(
        (ident for ident in journey.interactions if ident not in followed), next(iter(journey.interactions), "")
    )
    if first:
        yield Fix(f"Start at {step_name(journey, first)}", partial(start_at, journey=key, ident=first))


def lead_here(subject: Subject, key: str, ident: str) -> Iterator[Fix]:
    """Connect from what customers reach: the steps of the same stage first, then those that stand nearest before."""
    journey = subject.plan.journeys[key]
    order = {step: number for number, step in enumerate(journey.interactions)}
    here, stage = order[ident], journey.interactions[ident].stage

    def distance(source: str) -> tuple[bool, bool, int]:
        step = journey.interactions[source]
        return stage is None or step.stage != stage, order[source] > here, abs(order[source] - here)

    for source in sorted(_sources(subject, key), key=distance):
        edit = partial(connect, journey=key, source=source, target=ident)
        yield Fix(f"Connect from {step_name(journey, source)}", edit)


def lead_out(subject: Subject, key: str, ident: str) -> Iterator[Fix]:
    """Add a link to an end; from an event that is detailed, to where its detail comes out."""
    journey = subject.plan.journeys[key]
    detail = subject.plan.journeys.get(journey.interactions[ident].opens or "")
    targets = list(journey.ends)
    if detail is not None:
        outs = dict.fromkeys(end.leads_to.to for end in detail.ends.values() if end.leads_to is not None)
        targets = [to for to in outs if to != ident and (to in journey.ends or to in journey.interactions)]
    for target in targets:
        edit = partial(connect, journey=key, source=ident, target=target)
        yield Fix(f"Lead to {step_name(journey, target)}", edit)
    if not targets and detail is None:
        yield Fix(f"Lead to a new end '{FAILURE}'", partial(_lead_to_new_end, journey=key, source=ident))


def count_as_success(subject: Subject, key: str) -> Iterator[Fix]:
    """Let an end whose outcome is unknown count as success, or add an end that does, after what is reached last."""
    journey, entries = subject.plan.journeys[key], subject.entries[key]
    met = reachable(subject.nets[key], entries)
    for ident, end in journey.ends.items():
        if end.outcome is None and (ident in met or not entries):
            edit = partial(set_field, path=end_path(key, ident), field="outcome", raw="success")
            yield Fix(f"Count {step_name(journey, ident)} as a success", edit)
    if not entries:
        yield Fix(f"Add an end '{SUCCESS}'", partial(_add_success, journey=key))
    for source in reversed(_sources(subject, key)):
        edit = partial(_lead_to_success, journey=key, source=source)
        yield Fix(f"Lead from {step_name(journey, source)} to a new end '{SUCCESS}'", edit)


def lead_to_success(subject: Subject, key: str) -> Iterator[Fix]:
    """Connect what customers reach, the last first, with an end that counts as success."""
    journey = subject.plan.journeys[key]
    for target in subject.nets[key].successes:
        for source in reversed(_sources(subject, key)):
            edit = partial(connect, journey=key, source=source, target=target)
            yield Fix(f"Lead from {step_name(journey, source)} to {step_name(journey, target)}", edit)


def realise(plan: Plan, key: str, opened: str, target: str) -> Iterator[Fix]:
    """Add an end to the detail of an event that comes out where the event's link leads."""
    above = plan.journeys[key]
    if target in above.interactions or target in above.ends:
        edit = partial(_add_way_out, journey=key, opened=opened, target=target)
        yield Fix(f"Add an end that leads to {step_name(above, target)} to {journey_name(plan, opened)}", edit)


def go_along(plan: Plan, key: str, event: str, target: str) -> Iterator[Fix]:
    """Add the link that an end of the event's detail tells of."""
    above = plan.journeys[key]
    if target != event and (target in above.interactions or target in above.ends):
        edit = partial(connect, journey=key, source=event, target=target)
        yield Fix(f"Lead from {step_name(above, event)} to {step_name(above, target)} too", edit, safe=True)


def _sources(subject: Subject, key: str) -> list[str]:
    """The interactions that customers reach and whose links are their own, not those of a detail."""
    met = reachable(subject.nets[key], subject.entries[key])
    steps = subject.plan.journeys[key].interactions
    return [ident for ident, step in steps.items() if ident in met and step.opens is None]


def _lead_to_new_end(plan: Plan, journey: str, source: str) -> Plan:
    return lead_to_end(plan, journey, source, "failure", FAILURE)[0]


def _add_success(plan: Plan, journey: str) -> Plan:
    return add_end(plan, journey, SUCCESS, "success")[0]


def _lead_to_success(plan: Plan, journey: str, source: str) -> Plan:
    return lead_to_end(plan, journey, source, "success", SUCCESS)[0]


def _add_way_out(plan: Plan, journey: str, opened: str, target: str) -> Plan:
    return add_way_out(plan, journey, opened, target)[0]
