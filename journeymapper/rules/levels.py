"""Rules about levels: whether events and the journeys that detail them tell the same story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.model.finding import ItemPath
from journeymapper.model.net import Net
from journeymapper.model.queries import around_loops, loops
from journeymapper.model.ways import Way, round_trip
from journeymapper.rules.connecting import go_along, realise
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, end_path, link_path, step_path
from journeymapper.rules.wording import journey_name, listed, step_name


def _macro_micro_differ(subject: Subject) -> Iterator[Fault]:
    for opened, events in subject.openers.items():
        if opened in subject.plan.journeys:
            for key, event in events:
                yield from _unrealised(subject, key, event, opened)
                yield from _leading_elsewhere(subject, key, event, opened)


def _unrealised(subject: Subject, key: str, event: str, opened: str) -> Iterator[Fault]:
    """Links of the event that no end of its detail leads along."""
    above, detail = subject.plan.journeys[key], subject.plan.journeys[opened]
    realised = {end.leads_to.to for end in detail.ends.values() if end.leads_to is not None}
    for target in above.interactions[event].next:
        if target not in realised and detail.detail != "open":
            name, goes = journey_name(subject.plan, opened), step_name(above, target)
            message = f"{step_name(above, event)} goes on to {goes}, but no end of {name} leads there"
            mend = partial(realise, subject.plan, key, opened, target)
            yield Fault(message, link_path(key, event, target), ("journeys", opened), mend=mend)


def _leading_elsewhere(subject: Subject, key: str, event: str, opened: str) -> Iterator[Fault]:
    """Ends of the detail that lead where the event does not; one that leads into another opening journey is fine."""
    above, detail = subject.plan.journeys[key], subject.plan.journeys[opened]
    others = [subject.plan.journeys[other] for other, _ in subject.openers[opened] if other != key]
    for ident, end in detail.ends.items():
        target = end.leads_to.to if end.leads_to is not None else None
        if target is None or target in above.interactions[event].next:
            continue
        here = target in above.interactions or target in above.ends
        if here or not any(target in other.interactions or target in other.ends for other in others):
            name, goes = step_name(detail, ident), step_name(above, target)
            message = f"{name} leads to {goes}, but {step_name(above, event)} does not go there"
            mend = partial(go_along, subject.plan, key, event, target)
            yield Fault(message, end_path(opened, ident), step_path(key, event), mend=mend)


def _opens_itself(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for opened, events in subject.openers.items():
        if opened not in plan.journeys:
            for key, event in events:
                name = step_name(plan.journeys[key], event)
                yield Fault(f"{name} opens '{opened}', and there is no such journey", step_path(key, event))
    net = Net({}, _openings(subject), (), ())
    for part in loops(net) if around_loops(net) else ():
        circle = round_trip(net, part[0])
        name, *between = (journey_name(plan, key) for key in circle)
        by_way_of = f" by way of {listed(between)}" if between else ""
        yield Fault(f"{name} opens itself{by_way_of}", *_openers_along(subject, circle))


def _openings(subject: Subject) -> dict[str, dict[str, float | None]]:
    """Which journeys open which."""
    openings: dict[str, dict[str, float | None]] = {key: {} for key in subject.plan.journeys}
    for opened, events in subject.openers.items():
        if opened in openings:
            for key, _ in events:
                openings[key][opened] = None
    return openings


def _openers_along(subject: Subject, circle: Way) -> Iterator[ItemPath]:
    """The event of each journey of the circle that opens the next, the one that closes the circle first."""
    for number in range(-1, len(circle) - 1):
        key, opened = circle[number], circle[number + 1]
        yield next(step_path(key, event) for opener, event in subject.openers[opened] if opener == key)


RULES = (
    Rule(
        "JM109",
        "macro-micro-differ",
        "error",
        "An event and the journey that details it must tell the same story, or one of them is wrong.",
        _macro_micro_differ,
    ),
    Rule(
        "JM111",
        "opens-itself",
        "error",
        "Going into the detail must come to an end, so no journey can be part of itself.",
        _opens_itself,
    ),
)
