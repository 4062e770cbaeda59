"""Questions to a net: what can be reached, where customers get stuck, what everybody passes."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from journeymapper.model.net import Net

if TYPE_CHECKING:
    import networkx as nx

_START, _SUCCESS = ".start", ".success"  # no ids: these have no dots


def reachable(net: Net, sources: Iterable[str] | None = None) -> frozenset[str]:
    """All steps and ends that can be reached from the starts, or from `sources`, these included."""
    return search(net.starts if sources is None else sources, net.links)


def leading_to(net: Net, targets: Iterable[str], *, taken: bool = False) -> frozenset[str]:
    """All steps from which one of the targets can be reached, these included.

    With `taken` only links that somebody takes count: those of 0 % are no way.
    """
    back: dict[str, list[str]] = {}
    for step, links in net.links.items():
        for target, share in links.items():
            if not taken or share != 0:
                back.setdefault(target, []).append(step)
    return search(targets, back)


def search(first: Iterable[str], onward: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """All that is reached from the first ones, these included, where `onward` has what follows each."""
    seen = set(first)
    waiting = list(seen)
    while waiting:
        for target in onward.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)


def dead_ends(net: Net) -> tuple[str, ...]:
    """The interactions that lead nowhere."""
    return tuple(step for step, links in net.links.items() if not links)


def exits(net: Net) -> tuple[str, ...]:
    """The interactions from which customers go out to an end."""
    return tuple(step for step, links in net.links.items() if any(end in links for end in net.ends))


def traps(net: Net) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of interactions that nobody who has come into them can leave, and that are no dead ends.

    A link that nobody takes (0 %) is no way out.
    """
    free = leading_to(net, [*net.ends, *dead_ends(net)], taken=True)
    caught = {step: _taken(links) for step, links in net.links.items() if step not in free}
    if not caught:
        return ()
    import networkx as nx

    graph = _graph(caught)
    closed = [part for part in nx.strongly_connected_components(graph) if _is_closed(graph, part)]
    return _in_order(closed, net)


def _taken(links: Mapping[str, float | None]) -> list[str]:
    return [target for target, share in links.items() if share != 0]


def _is_closed(graph: nx.DiGraph[str], part: set[str]) -> bool:
    return all(target in part for step in part for target in graph.successors(step))


def around_loops(net: Net) -> frozenset[str]:
    """The interactions on a loop, or between two loops: quick, and empty where there is no loop at all."""
    forward = {step: [target for target in targets if target in net.links] for step, targets in net.links.items()}
    for _ in range(2):
        forward = _turned(_without_beginnings(forward))
    return frozenset(forward)


def _without_beginnings(links: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What is left after taking away steps that nothing leads to, again and again."""
    incoming = Counter(target for targets in links.values() for target in targets)
    ready = [step for step in links if not incoming[step]]
    left = dict(links)
    while ready:
        for target in left.pop(ready.pop()):
            incoming[target] -= 1
            if not incoming[target]:
                ready.append(target)
    return left


def _turned(links: Mapping[str, list[str]]) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {step: [] for step in links}
    for step, targets in links.items():
        for target in targets:
            back[target].append(step)
    return back


def loops(net: Net) -> tuple[tuple[str, ...], ...]:
    """The sets of interactions from each of which customers can come to every other one and back again."""
    import networkx as nx

    graph = _graph(net.links)
    parts = nx.strongly_connected_components(graph)
    return _in_order([part for part in parts if len(part) > 1 or graph.has_edge(*2 * tuple(part))], net)


def dominators(net: Net) -> tuple[str, ...]:
    """The interactions that every successful customer passes, in the order in which they are passed.

    Along any one way to success these are the steps over which no detour leads. Each step is looked at once, where
    the usual tree of all dominators takes time that grows with the square of a long loop.
    """
    onward: dict[str, Iterable[str]] = {**net.links, _START: net.starts, **dict.fromkeys(net.successes, (_SUCCESS,))}
    way = _any_way(onward)
    place = {step: number for number, step in enumerate(way)}
    passed, furthest, seen = [], 0, set(way)
    for number, step in enumerate(way):
        if furthest <= number and step in net.links:
            passed.append(step)
        queue = [step]
        while queue:
            for target in onward.get(queue.pop(), ()):
                furthest = max(furthest, place.get(target, 0))
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
    return tuple(passed)


def _any_way(onward: Mapping[str, Iterable[str]]) -> list[str]:
    """A shortest way from the starts to success, both included; empty if there is none."""
    before = {_START: ""}
    queue = deque([_START])
    while queue:
        step = queue.popleft()
        for target in onward.get(step, ()):
            if target not in before:
                before[target] = step
                queue.append(target)
    way = [_SUCCESS] if _SUCCESS in before else []
    while way and before[way[-1]]:
        way.append(before[way[-1]])
    return way[::-1]


def _graph(links: Mapping[str, Iterable[str]]) -> nx.DiGraph[str]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(links)
    graph.add_edges_from((step, target) for step, targets in links.items() for target in targets)
    return graph


def _in_order(parts: list[set[str]], net: Net) -> tuple[tuple[str, ...], ...]:
    """The parts and their members in the planner's order."""
    place = {step: number for number, step in enumerate(net.links)}
    ordered = (tuple(sorted((step for step in part if step in place), key=place.__getitem__)) for part in parts)
    return tuple(sorted(filter(None, ordered), key=lambda part: place[part[0]]))
