"""How many customers take which way through a journey, at whatever level it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from journeymapper.analysis.chain import Chain, absorbing_chain
from journeymapper.model.flatten import FlatPlan, Pair, flatten
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, journey_net
from journeymapper.model.plan import Plan
from journeymapper.model.shares import assumed_shares, likely_share


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
    journey = plan.journeys[journey_id]
    if not any(step.opens in plan.journeys for step in journey.interactions.values() if step.opens):
        return _unopened_flow(journey)
    flat = flatten(plan, journey_id)
    chain = flat_chain(flat)
    links = _over_root_links(flat, chain)
    arrivals = _arrivals(journey, flat, chain, links)
    computed = frozenset(pair for pair in links if pair[0] in flat.opened)
    shares, unknown = _own_shares(journey_net(journey), flat.opened)
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


def _unopened_flow(journey: Journey) -> JourneyFlow:
    """The flow of a journey that is its own flattened plan; most large ones are, and flattening takes its time."""
    net = journey_net(journey)
    taken = {ident: _taken(step, net.links[ident]) for ident, step in journey.interactions.items()}
    chain = absorbing_chain(Net(assumed_shares(net.starts), taken, net.ends, net.successes))
    shares, unknown = _own_shares(net, frozenset())
    visits, links = chain.visits, chain.links
    often = {pair: visits.get(pair[0], 0.0) * links.get(pair, 0.0) for pair in shares}
    arrivals = {**dict.fromkeys((*journey.interactions, *journey.ends), 0.0), **chain.starts}
    for (_, target), times in often.items():
        arrivals[target] += times
    known = journey.conversion in arrivals and chain.starts
    conversion = chain.probability([journey.conversion]) if journey.conversion and known else None
    return JourneyFlow(arrivals, often, shares, unknown, frozenset(), conversion)


def _taken(step: Interaction, links: Mapping[str, float | None]) -> dict[str, float]:
    """The links' shares; those who would go to what is not there are gone."""
    if len(links) == len(step.next):
        return assumed_shares(links)
    everywhere = assumed_shares({target: likely_share(link) for target, link in step.next.items()})
    return {target: everywhere[target] for target in links}


def _own_shares(net: Net, opened: frozenset[str]) -> tuple[dict[Pair, float], frozenset[Pair]]:
    """The shares of what is not opened, and which of them are assumed."""
    shares: dict[Pair, float] = {}
    unknown: set[Pair] = set()
    for ident, links in net.links.items():
        if ident not in opened:
            shares.update(((ident, target), share) for target, share in assumed_shares(links).items())
            unknown.update((ident, target) for target, share in links.items() if share is None)
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
