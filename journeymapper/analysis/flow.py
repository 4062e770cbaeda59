"""How many customers take which way through a journey, at whatever level it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journeymapper.analysis.chain import Chain, absorbing_chain
from journeymapper.model.flatten import FlatPlan, Pair, flatten
from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, journey_net
from journeymapper.model.plan import Plan
from journeymapper.model.shares import assumed_shares


class JourneyFlow(NamedTuple):
    """Figures of a journey for each customer who starts it, by the ids of its interactions and ends.

    An opened event has the figures of its detail. `arrivals` is how often a customer comes to an interaction or end,
    `links` how often he takes a link, `shares` what part of those who are at an interaction take it. `computed` are
    the links whose share comes from the detail, `assumed` those whose share rests on unknown ones, which count as even
    parts of the rest. `conversion` is the probability of ever coming to the journey's conversion, None where the
    journey names none or has no start.
    """

    arrivals: Mapping[str, float]
    links: Mapping[Pair, float]
    shares: Mapping[Pair, float]
    assumed: frozenset[Pair]
    computed: frozenset[Pair]
    conversion: float | None


def journey_flow(plan: Plan, journey_id: str) -> JourneyFlow:
    """The flow of customers who start the journey, its opened events replaced by their details.

    Raises KeyError if the plan has no such journey.
    """
    journey, flat = plan.journeys[journey_id], flatten(plan, journey_id)
    chain = flat_chain(flat)
    links = _over_root_links(flat, chain)
    arrivals = _arrivals(journey, flat, chain, links)
    computed = frozenset(pair for pair in links if pair[0] in flat.opened)
    shares, unknown = _own_shares(journey, flat.opened)
    shares |= {pair: often / arrivals[pair[0]] for pair, often in links.items() if pair in computed and often}
    unsure = {flat.steps[source].event for (source, _), link in flat.links.items() if link.assumed}
    return JourneyFlow(
        arrivals=arrivals,
        links=links,
        shares=shares,
        assumed=unknown | {pair for pair in computed if pair[0] in unsure},
        computed=computed,
        conversion=chain.probability(flat.conversion) if flat.conversion and chain.starts else None,
    )


def _own_shares(journey: Journey, opened: frozenset[str]) -> tuple[dict[Pair, float], frozenset[Pair]]:
    """The shares of what is not opened, and which of them are assumed."""
    shares: dict[Pair, float] = {}
    unknown: set[Pair] = set()
    for ident, links in journey_net(journey).links.items():
        if ident not in opened:
            shares |= {(ident, target): share for target, share in assumed_shares(links).items()}
            unknown |= {(ident, target) for target, share in links.items() if share is None}
    return shares, frozenset(unknown)


def flat_chain(flat: FlatPlan) -> Chain:
    """The chain of a flattened plan, by its keys."""
    links: dict[str, dict[str, float | None]] = {key: {} for key in flat.steps}
    for (source, target), link in flat.links.items():
        links[source][target] = link.probability
    return absorbing_chain(Net(dict(flat.starts), links, tuple(flat.ends), ()))


def _over_root_links(flat: FlatPlan, chain: Chain) -> dict[Pair, float]:
    """How often a customer takes each link of the root journey."""
    flows: dict[Pair, float] = {}
    for between, link in flat.links.items():
        taken = chain.visits.get(between[0], 0.0) * chain.links.get(between, 0.0)
        for pair, part in link.over.items():
            flows[pair] = flows.get(pair, 0.0) + (taken * part / link.probability if taken else 0.0)
    return flows


def _arrivals(journey: Journey, flat: FlatPlan, chain: Chain, links: Mapping[Pair, float]) -> dict[str, float]:
    """How often a customer comes to each interaction and end of the root journey."""
    arrivals = dict.fromkeys((*journey.interactions, *journey.ends), 0.0)
    for key, share in chain.starts.items():
        arrivals[flat.steps[key].event] += share
    for (_, target), often in links.items():
        arrivals[target] += often
    return arrivals
