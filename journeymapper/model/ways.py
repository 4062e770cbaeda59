"""Ways through a journey, from its starts to success, and how likely they are."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from math import exp, log

from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, journey_net
from journeymapper.model.shares import assumed_shares

Way = tuple[str, ...]
_START, _SUCCESS = ".start", ".success"  # no ids: these have no dots


def likeliest_way(journey: Journey, shares: Mapping[tuple[str, str], float] | None = None) -> Way:
    """The interactions of the way from a start to a success that most customers take; empty if there is none.

    Unknown shares count as an even part of the rest, unless `shares` has better figures for some links.
    """
    net = journey_net(journey)
    return likeliest_path(net, net.successes, shares)[:-1]


def likeliest_path(net: Net, goals: Collection[str], shares: Mapping[tuple[str, str], float] | None = None) -> Way:
    """The way with the greatest product of shares from a start to one of the goals, the goal included.

    Of ways that are equally likely it is the one that is found first in the planner's order. Empty if there is none.
    """
    better = shares or {}
    wanted = frozenset(goals)
    queue = [(cost, number, "", start) for number, (start, cost) in enumerate(_costs(assumed_shares(net.starts)))]
    heapq.heapify(queue)
    came_from: dict[str, str] = {}
    found = len(queue)
    while queue:
        cost, _, before, step = heapq.heappop(queue)
        if step in came_from:
            continue
        came_from[step] = before
        if step in wanted:
            return _traced(came_from, step)
        onward = assumed_shares(net.links.get(step, {}))
        onward.update({target: better[step, target] for target in onward if (step, target) in better})
        for target, more in _costs(onward):
            if target not in came_from:
                found += 1
                heapq.heappush(queue, (cost + more, found, step, target))
    return ()


def round_trip(net: Net, step: str) -> Way:
    """The likeliest way from a step back to it, the step first and not repeated; empty if there is none."""
    back = likeliest_path(Net(net.links[step], net.links, (), ()), [step])
    return (step, *back[:-1]) if back else ()


def _costs(shares: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Each key with the negative logarithm of its share; what nobody takes is left out."""
    return ((key, max(0.0, -log(share))) for key, share in shares.items() if share > 0)


def _traced(came_from: Mapping[str, str], last: str) -> Way:
    way = [last]
    while came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def ways(net: Net, limit: int = 100) -> Iterator[tuple[Way, float]]:
    """Ways from a start to a success without repetition, the likeliest first, each with its share of the customers.

    A way includes the end; at most `limit` are given. A step is as likely as its share, however often it is tried.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_weighted_edges_from((_START, key, cost) for key, cost in _costs(assumed_shares(net.starts)))
    for step, links in net.links.items():
        graph.add_weighted_edges_from((step, target, cost) for target, cost in _costs(assumed_shares(links)))
    graph.add_weighted_edges_from((end, _SUCCESS, 0.0) for end in net.successes if end in graph)
    if _START not in graph or _SUCCESS not in graph or not nx.has_path(graph, _START, _SUCCESS):
        return
    for path in islice(nx.shortest_simple_paths(graph, _START, _SUCCESS, weight="weight"), limit):
        yield tuple(path[1:-1]), exp(-nx.path_weight(graph, path, "weight"))
