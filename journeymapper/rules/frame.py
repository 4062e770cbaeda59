"""Rules about a journey's frame: where it starts and whether it can succeed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Start
from journeymapper.model.journey import Journey
from journeymapper.model.queries import reachable
from journeymapper.rules.balancing import scale
from journeymapper.rules.connecting import count_as_success, lead_to_success, start_at_first
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, end_path
from journeymapper.rules.sums import misses_whole
from journeymapper.rules.wording import audience_name, journey_name, listed, percent, step_name


def _no_start(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        name = journey_name(subject.plan, key)
        if _left_open(journey):
            continue
        if not net.starts:
            yield Fault(f"{name} has no start", ("journeys", key), mend=partial(start_at_first, key, journey))
            continue
        sum_of_shares = misses_whole(journey.starts.values())
        if sum_of_shares is not None:
            message = f"The starts of {name} add up to {percent(sum_of_shares)}, not to 100%"
            yield _unbalanced(message, ("journeys", key, "starts"), journey.starts)
        for audience, starts in journey.starts_by.items():
            sum_of_shares = misses_whole(starts.values())
            if sum_of_shares is not None:
                who = audience_name(subject.plan, audience)
                message = f"The starts of {name} for {who} add up to {percent(sum_of_shares)}, not to 100%"
                yield _unbalanced(message, ("journeys", key, "starts_by", audience), starts)


def _unbalanced(message: str, path: ItemPath, starts: Mapping[str, Start]) -> Fault:
    return Fault(message, path, mend=partial(scale, {(*path, ident): start.share for ident, start in starts.items()}))


def _no_success(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        if _left_open(journey):
            continue
        name = journey_name(subject.plan, key)
        if not net.successes:
            message = f"No end of {name} counts as a success{_unknown_outcomes(journey)}"
            yield Fault(message, ("journeys", key), mend=partial(count_as_success, subject, key))
            continue
        entries = subject.entries[key]
        if entries and reachable(net, entries).isdisjoint(net.successes):
            ends = listed([step_name(journey, end) for end in net.successes])
            message = f"{name} can't succeed: no way leads from a start to {ends}"
            missed = (end_path(key, end) for end in net.successes)
            yield Fault(message, ("journeys", key), *missed, mend=partial(lead_to_success, subject, key))


def _left_open(journey: Journey) -> bool:
    """Whether the journey is deliberately empty so far."""
    return journey.detail == "open" and not journey.interactions


def _unknown_outcomes(journey: Journey) -> str:
    unknown = [step_name(journey, ident) for ident, end in journey.ends.items() if end.outcome is None]
    return f"; the outcome of {listed(unknown)} is not said" if unknown else ""


RULES = (
    Rule(
        "JM104",
        "no-start",
        "error",
        "Every figure of a journey counts from the customers who start it, all of them.",
        _no_start,
    ),
    Rule(
        "JM105",
        "no-success",
        "error",
        "A journey that can't succeed leads customers on for nothing.",
        _no_success,
    ),
)
