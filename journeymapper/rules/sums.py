"""Rules about shares: whether they add up, and which are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Interaction
from journeymapper.model.shares import TOLERANCE, HasShare, likely_share, total
from journeymapper.model.units import Share
from journeymapper.rules.balancing import leave_with_rest, scale, spread_rest
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, link_path
from journeymapper.rules.wording import audience_name, listed, percent, step_name


def misses_whole(ways: Iterable[HasShare]) -> float | None:
    """What the shares add up to, as a fraction, if that can't be 100 %; None if it is or may be."""
    shares = [likely_share(way) for way in ways]
    found = total(shares)
    may_be_whole = None in shares and found < 1
    return None if not shares or may_be_whole or abs(found - 1) <= TOLERANCE else found


def _shares_not_100(subject: Subject) -> Iterator[Fault]:
    for path, step in subject.interactions:
        name = f"'{step.name(str(path[-1]))}'"
        found = misses_whole(step.next.values())
        if found is not None:
            message = f"The shares out of {name} add up to {percent(found)}, not to 100%"
            yield Fault(message, path, mend=partial(_balance, subject, path, found))
        for audience, found in _sums_by_audience(step):
            message = f"The shares out of {name} for {audience_name(subject.plan, audience)} add up to {percent(found)}"
            yield Fault(f"{message}, not to 100%", path, mend=partial(_balance_audience, step, path, audience))


def _balance(subject: Subject, path: ItemPath, found: float) -> Iterator[Fix]:
    key, ident = str(path[1]), str(path[-1])
    journey = subject.plan.journeys[key]
    yield from leave_with_rest(key, journey, ident, found)
    yield from scale(_shares(path, journey.interactions[ident]))


def _balance_audience(step: Interaction, path: ItemPath, audience: str) -> Iterator[Fix]:
    return scale(
        {
            (*path, "next", target, "share_by", audience): link.share_by[audience]
            for target, link in step.next.items()
            if audience in link.share_by
        }
    )


def _shares(path: ItemPath, step: Interaction) -> dict[ItemPath, Share | None]:
    return {(*path, "next", target): link.share for target, link in step.next.items()}


def _sums_by_audience(step: Interaction) -> Iterator[tuple[str, float]]:
    """The audiences whose own shares can't make a whole; links without a share of their own share the rest."""
    links = step.next.values()
    for audience in dict.fromkeys(audience for link in links for audience in link.share_by):
        own = [link.share_by[audience].likely for link in links if audience in link.share_by]
        found = total(own)
        if found > 1 + TOLERANCE or (len(own) == len(links) and found < 1 - TOLERANCE):
            yield audience, found


def _share_unknown(subject: Subject) -> Iterator[Fault]:
    for key, journey, _ in subject.journeys():
        unknown = [start for start, way in journey.starts.items() if way.share is None]
        if unknown and len(journey.starts) > 1 and journey.detail != "open":
            names = listed([step_name(journey, start) for start in unknown])
            path: ItemPath = ("journeys", key, "starts")
            shares = {(*path, start): way.share for start, way in journey.starts.items()}
            yield Fault(f"How many customers start at {names} is not known", path, mend=partial(spread_rest, shares))
    for path, step in subject.worked_out:
        key, ident = str(path[1]), str(path[-1])
        unknown = [target for target, link in step.next.items() if link.share is None]
        if unknown:
            journey = subject.plan.journeys[key]
            names = listed([step_name(journey, target) for target in unknown])
            message = f"How many customers go from '{step.name(ident)}' to {names} is not known"
            links = (link_path(key, ident, target) for target in unknown)
            yield Fault(message, path, *links, mend=partial(spread_rest, _shares(path, step)))


RULES = (
    Rule(
        "JM106",
        "shares-not-100",
        "error",
        "Every customer at an interaction goes somewhere, so the shares out of it are 100% together.",
        _shares_not_100,
    ),
    Rule(
        "JM107",
        "share-unknown",
        "info",
        "Where a share is missing an even part of the rest is taken, and what depends on it is marked assumed.",
        _share_unknown,
    ),
)
