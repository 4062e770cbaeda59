"""A net: who follows whom in a journey, as plain ids and shares that graph questions are asked of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from journeymapper.model.flatten import FlatPlan
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.shares import likely_share


class Net(NamedTuple):
    """The graph of a journey, or of a whole plan, by ids; shares are fractions from 0 to 1, None where unknown.

    `links` has every interaction, also one that leads nowhere, with what follows it; links to what is not there
    are left out. The order is the planner's.
    """

    starts: Mapping[str, float | None]
    links: Mapping[str, Mapping[str, float | None]]
    ends: Collection[str]
    successes: Collection[str]


def journey_net(journey: Journey) -> Net:
    """The net of one journey, its opened events not looked into."""
    known = {*journey.interactions, *journey.ends}
    return Net(
        starts={key: likely_share(start) for key, start in journey.starts.items() if key in journey.interactions},
        links={
            ident: {target: likely_share(link) for target, link in step.next.items() if target in known}
            for ident, step in journey.interactions.items()
        },
        ends=tuple(journey.ends),
        successes=tuple(ident for ident, end in journey.ends.items() if end.outcome == "success"),
    )


def flat_net(plan: Plan, flat: FlatPlan) -> Net:
    """The net of a flattened plan, by its keys."""
    links: dict[str, dict[str, float | None]] = {key: {} for key in flat.steps}
    for (source, target), link in flat.links.items():
        links[source][target] = link.share
    outcomes = {key: plan.journeys[end.journey].ends[end.ident].outcome for key, end in flat.ends.items()}
    return Net(
        starts=dict(flat.starts),
        links=links,
        ends=tuple(flat.ends),
        successes=tuple(key for key, outcome in outcomes.items() if outcome == "success"),
    )
