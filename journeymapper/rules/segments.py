"""Rules about segments: whether they are all customers together, and are met on their channels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.queries import reachable
from journeymapper.model.units import Share
from journeymapper.rules.balancing import scale
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.sums import misses_whole
from journeymapper.rules.wording import percent, quoted


def _segment_channel_missing(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for ident, segment in plan.segments.items():
        wanted = [key for key, share in segment.channels.items() if share is None or share.likely > 0]
        used = _channels_for(subject, ident) if wanted else set()
        for key in wanted:
            channel = plan.channels.get(key)
            if channel is not None and key not in used:
                message = (
                    f"{quoted(segment, ident)} use the channel {quoted(channel, key)}, and the plan never does for them"
                )
                yield Fault(message, ("segments", ident), ("channels", key))


def _channels_for(subject: Subject, segment: str) -> set[str | None]:
    """The channels of the interactions that customers of the segment come to."""
    found: set[str | None] = set()
    for key, journey in subject.plan.journeys.items():
        met = journey.interactions.keys() & _met_by(subject, key, journey, segment)
        found |= {journey.interactions[ident].channel for ident in met}
    return found


def _met_by(subject: Subject, key: str, journey: Journey, segment: str) -> frozenset[str]:
    """What customers of the segment can come to in a journey: links that none of them takes are no way."""
    net = subject.nets[key]
    own = {
        ident: {
            target: share
            for target, share in links.items()
            if (share if (by := journey.interactions[ident].next[target].share_by.get(segment)) is None else by.likely)
            != 0
        }
        for ident, links in net.links.items()
    }
    return reachable(net._replace(links=own), journey.starts_by.get(segment) or subject.entries[key])


def _segment_shares(subject: Subject) -> Iterator[Fault]:
    segments = subject.plan.segments
    found = misses_whole(segments.values())
    if found is not None:
        shares: dict[ItemPath, Share | None] = {
            ("segments", ident): segment.share for ident, segment in segments.items()
        }
        message = f"The shares of the segments add up to {percent(found)}, not to 100%"
        yield Fault(message, ("segments",), *shares, mend=partial(scale, shares))


RULES = (
    Rule(
        "JM213",
        "segment-channel-missing",
        "warning",
        "Customers who are not met on the channels they use are not met at all.",
        _segment_channel_missing,
    ),
    Rule(
        "JM603",
        "segment-shares",
        "error",
        "The segments are all customers together, so their shares are 100% together.",
        _segment_shares,
    ),
)
