"""The networkx graphs of a journey and of the whole plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymapper.model.flatten import flatten
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.shares import likely_share

if TYPE_CHECKING:
    import networkx as nx


def journey_graph(journey: Journey) -> nx.DiGraph[str]:
    """The graph of one journey, by ids, opened events not looked into.

    Nodes have `kind` ("interaction" or "end") and `item`; edges have `link` and `share` (a fraction from 0 to 1, None
    where unknown). Links to what is not there are left out.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for ident, step in journey.interactions.items():
        graph.add_node(ident, kind="interaction", item=step)
    for ident, end in journey.ends.items():
        graph.add_node(ident, kind="end", item=end)
    for ident, step in journey.interactions.items():
        for target, link in step.next.items():
            if target in graph:
                graph.add_edge(ident, target, link=link, share=likely_share(link))
    return graph


def plan_graph(plan: Plan, root: str | None = None) -> nx.DiGraph[str]:
    """The graph of the flattened plan, by the keys of `flatten`, from one journey or from the plan's outermost one.

    Nodes have `kind` ("interaction" or "end") and `place` (the ids of journey and step); edges have `link` (a
    `FlatLink`) and `share` (None where unknown).
    """
    import networkx as nx

    flat = flatten(plan, root)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for key, step in (*flat.steps.items(), *flat.ends.items()):
        graph.add_node(key, kind="interaction" if key in flat.steps else "end", place=(step.journey, step.ident))
    for (source, target), link in flat.links.items():
        graph.add_edge(source, target, link=link, share=link.share)
    return graph
