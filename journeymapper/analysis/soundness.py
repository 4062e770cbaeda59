"""Whether the figures of a plan can be trusted: what its graph and its shares leave out.

All is decided on the graph. What is not sound has figures too: `absorbing_chain` says how.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import NamedTuple

from journeymapper.analysis.plan_chain import PlanChain
from journeymapper.model.queries import dead_ends, traps
from journeymapper.model.shares import TOLERANCE


class Soundness(NamedTuple):
    """Where the flattened plan is not sound, by its keys.

    `unreachable` are the interactions that nobody comes to; they have no figures. The others are about interactions
    that customers come to: `traps` are sets that nobody leaves, `dead_ends` lead nowhere, and `not_whole` has what the
    shares out of an interaction add up to where that is not 1. `starts` is what the starts add up to.
    """

    unreachable: tuple[str, ...]
    traps: tuple[tuple[str, ...], ...]
    dead_ends: tuple[str, ...]
    not_whole: Mapping[str, float]
    starts: float

    @property
    def sound(self) -> bool:
        """Whether every customer who starts is followed to an end."""
        return not (self.traps or self.dead_ends or self.not_whole) and _is_whole(self.starts)


def soundness(planned: PlanChain) -> Soundness:
    """What is not sound in the plan."""
    met = frozenset(planned.chain.states)
    going: dict[str, list[float]] = {}
    for (source, _), link in planned.flat.links.items():
        if source in met:
            going.setdefault(source, []).append(link.probability)
    sums = {step: fsum(shares) for step, shares in going.items()}
    return Soundness(
        unreachable=tuple(step for step in planned.steps if step not in met),
        traps=tuple(trap for trap in traps(planned.net) if met.issuperset(trap)),
        dead_ends=tuple(step for step in dead_ends(planned.net) if step in met),
        not_whole={step: whole for step, whole in sums.items() if not _is_whole(whole)},
        starts=fsum(planned.flat.starts.values()),
    )


def _is_whole(share: float) -> bool:
    return abs(share - 1) <= TOLERANCE
