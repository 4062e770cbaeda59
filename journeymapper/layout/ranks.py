"""The order of the interactions in the flow: which links run back, and how far from a start each interaction is."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.network import Network


class Order(NamedTuple):
    """The flow of a network without the links that close a loop."""

    ranks: list[int]
    """Longest way to each interaction, in links that do not run back."""
    forward: list[tuple[int, int]]
    """The links that do not run back; loops of one interaction are left out too."""
    sequence: list[int]
    """All interactions, each after those that lead to it."""


def order_of(network: Network) -> Order:
    """Order a network by a depth-first search from its starts, in the plan's order."""
    targets: list[list[int]] = [[] for _ in range(network.size)]
    for source, target in network.links:
        if source != target:
            targets[source].append(target)
    sequence, place = _sequence(targets, [*network.starts, *range(network.size)])
    ranks = [0] * network.size
    forward = []
    for source in sequence:
        for target in targets[source]:
            if place[target] > place[source]:
                ranks[target] = max(ranks[target], ranks[source] + 1)
                forward.append((source, target))
    return Order(ranks, forward, sequence)


def _sequence(targets: list[list[int]], roots: list[int]) -> tuple[list[int], list[int]]:
    """The reverse postorder of a depth-first search, and each interaction's place in it."""
    seen = [False] * len(targets)
    finished: list[int] = []
    for root in roots:
        if seen[root]:
            continue
        seen[root] = True
        stack = [(root, iter(targets[root]))]
        while stack:
            current, ways = stack[-1]
            following = next((target for target in ways if not seen[target]), None)
            if following is None:
                stack.pop()
                finished.append(current)
            else:
                seen[following] = True
                stack.append((following, iter(targets[following])))
    finished.reverse()
    place = [0] * len(targets)
    for position, current in enumerate(finished):
        place[current] = position
    return finished, place
