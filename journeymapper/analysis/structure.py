"""What the shape of a plan says: what everybody passes, what would block everybody, where customers change hands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeymapper.analysis.plan_chain import PlanChain
from journeymapper.model.handover import handovers
from journeymapper.model.net import Net
from journeymapper.model.queries import dominators, leading_to, reachable
from journeymapper.model.ways import Way, likeliest_path

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[str, str]
_START, _SUCCESS = ".start", ".success"  # no keys: these have no dots


def passed_by_all(planned: PlanChain) -> tuple[str, ...]:
    """The interactions that every successful customer passes, in the order in which they are passed."""
    return dominators(planned.net)


def blocking_set(net: Net) -> tuple[str, ...]:
    """A smallest set of interactions whose failure leaves no way from any start to success; empty if there is no way.

    By Menger's theorem (1927) there are as many ways to success that share no interaction. Of several such sets it is
    one; where one interaction is enough it is the first that all pass.
    """
    alone = dominators(net)
    if alone:
        return alone[:1]
    wanted = leading_to(net, net.successes) & reachable(net)
    if not wanted:
        return ()
    import networkx as nx

    cut = nx.minimum_node_cut(_between_start_and_success(net, wanted), _START, _SUCCESS)
    return tuple(step for step in net.links if step in cut)


def _between_start_and_success(net: Net, wanted: Collection[str]) -> nx.DiGraph[str]:
    """The graph of what lies on a way to success, with all ends that are one drawn together."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((_START, start) for start in net.starts if start in wanted)
    for step, links in net.links.items():
        if step in wanted:
            kept = (target for target in links if target in wanted)
            graph.add_edges_from((step, _SUCCESS if target in net.successes else target) for target in kept)
    return graph


class HandsChanged(NamedTuple):
    """The links at which a successful customer passes from one team (else process) to another.

    `likeliest_way` is the way to success that most customers take, `on_it` its hand-overs, `on_every_way` those that
    no way to success avoids.
    """

    likeliest_way: Way
    on_it: tuple[Pair, ...]
    on_every_way: tuple[Pair, ...]


def hands_changed(planned: PlanChain) -> HandsChanged:
    """The hand-overs of successful customers."""
    passing = handovers(planned.plan, planned.flat)
    shares = {pair: link.probability for pair, link in planned.flat.links.items()}
    way = likeliest_path(planned.net, planned.net.successes, shares)
    marks = {f".{number}": pair for number, pair in enumerate(passing)}
    return HandsChanged(
        likeliest_way=way,
        on_it=tuple(pair for pair in pairwise(way) if pair in passing),
        on_every_way=tuple(marks[step] for step in dominators(_marked(planned.net, marks)) if step in marks),
    )


def _marked(net: Net, marks: Mapping[str, Pair]) -> Net:
    """The net with a step more on each of these links."""
    by_pair = {pair: mark for mark, pair in marks.items()}
    links: dict[str, Mapping[str, float | None]] = {
        step: {by_pair.get((step, target), target): share for target, share in targets.items()}
        for step, targets in net.links.items()
    }
    links |= {mark: {target: 1.0} for mark, (_, target) in marks.items()}
    return net._replace(links=links)
