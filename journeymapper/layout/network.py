"""A journey's interactions and the links among them, by number in the plan's order."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.model.journey import Journey


class Network(NamedTuple):
    """Interactions are numbered from 0 in the plan's order; links into ends or into nothing are left out."""

    idents: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    """Source and target, in the plan's order."""
    starts: tuple[int, ...]

    @property
    def size(self) -> int:
        return len(self.idents)


def network_of(journey: Journey) -> Network:
    """The network of a journey."""
    number = {ident: place for place, ident in enumerate(journey.interactions)}
    links = [
        (source, number[target])
        for source, interaction in enumerate(journey.interactions.values())
        for target in interaction.next
        if target in number
    ]
    return Network(tuple(number), tuple(links), tuple(number[ident] for ident in journey.starts if ident in number))
