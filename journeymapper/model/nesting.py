"""Journeys inside journeys: which comes in where, and where customers get to when they go into one or out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from journeymapper.model.interaction import LeadsTo
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.shares import assumed_shares, likely_share

LEVEL_LIMIT = 20_000
DEPTH_LIMIT = 100
"""Journeys can open each other so often that no machine could hold it: beyond these limits they stay closed."""


class Arrival(NamedTuple):
    """A step or end that customers come to, by key, with a fraction and whether that rests on known shares."""

    key: str
    weight: float
    known: bool = True


@dataclass(slots=True)
class Level:
    """A journey where it comes in: in place of `event` of the level above, or as the root."""

    journey_id: str
    journey: Journey
    above: Level | None = None
    event: str = ""
    below: dict[str, Level] = field(default_factory=dict)
    """What is inside, by the event that it replaces."""
    prefix: str = ""
    """The way down to it, where the journey comes in several times."""

    def key(self, ident: str) -> str:
        """The key of an interaction or end in the flattened plan."""
        return f"{self.prefix}{self.journey_id}/{ident}"

    def steps(self) -> Iterator[str]:
        """The interactions that are not replaced."""
        return (ident for ident in self.journey.interactions if ident not in self.below)

    def chain(self) -> list[Level]:
        """This level and those above it, the root last."""
        levels = [self]
        while levels[-1].above is not None:
            levels.append(levels[-1].above)
        return levels

    def root_event(self, ident: str) -> str:
        """The event of the root journey that the step is part of."""
        chain = self.chain()
        return chain[-2].event if len(chain) > 1 else ident

    def beginnings(self) -> Iterator[Arrival]:
        """The steps where customers begin."""
        starts = {key: start for key, start in self.journey.starts.items() if key in self.journey.interactions}
        said = {key: likely_share(start) for key, start in starts.items()}
        for ident, share in assumed_shares(said).items():
            known = said[ident] is not None or len(said) == 1
            for key, weight, sure in self.entered(ident, starts[ident].enters):
                yield Arrival(key, share * weight, known and sure)

    def entered(self, ident: str, enters: str | None) -> Iterator[Arrival]:
        """The steps that a customer who comes to the interaction gets to."""
        inside = self.below.get(ident)
        if inside is None:
            yield Arrival(self.key(ident), 1.0)
        elif enters is not None and enters in inside.journey.interactions:
            yield from inside.entered(enters, None)
        else:
            yield from inside.beginnings()

    def goes_on(self, end: str) -> LeadsTo | None:
        """Where in the level above customers who come to the end go on; None where they end."""
        leads_to = self.journey.ends[end].leads_to
        if leads_to is None or self.above is None:
            return None
        there = leads_to.to in self.above.journey.interactions or leads_to.to in self.above.journey.ends
        return leads_to if there else None

    def arrivals(self, target: str, enters: str | None) -> Iterator[Arrival]:
        """The steps and ends that a link to the target leads to in the end."""
        if target in self.journey.interactions:
            yield from self.entered(target, enters)
        elif target in self.journey.ends:
            onward = self.goes_on(target)
            if onward is None or self.above is None:
                yield Arrival(self.key(target), 1.0)
            else:
                yield from self.above.arrivals(onward.to, onward.enters)

    def crossed(self, source: str, target: str) -> tuple[str, str] | None:
        """The link of the root journey that customers take over this link; None where they stay inside an event."""
        if self.above is None:
            return source, target
        onward = self.goes_on(target) if target in self.journey.ends else None
        return self.above.crossed(self.event, onward.to) if onward else None


def unfold(plan: Plan, top: Level) -> list[Level]:
    """The level and all inside it, in the planner's order; what would lead in a circle stays closed."""
    levels: list[Level] = []
    waiting = [top]
    while waiting:
        levels.append(waiting.pop())
        waiting.extend(reversed(list(_open(plan, levels[-1], LEVEL_LIMIT - len(levels) - len(waiting)))))
    often = Counter(level.journey_id for level in levels)
    for level in levels:
        if often[level.journey_id] > 1:
            way = (f"{each.above.journey_id}/{each.event}>" for each in reversed(level.chain()) if each.above)
            level.prefix = "".join(way)
    return levels


def _open(plan: Plan, level: Level, room: int) -> Iterator[Level]:
    chain = level.chain()
    inside = {each.journey_id for each in chain}
    for ident, step in level.journey.interactions.items():
        journey = plan.journeys.get(step.opens or "")
        if journey is None or step.opens is None or step.opens in inside or len(chain) >= DEPTH_LIMIT:
            continue
        if len(level.below) < room and any(start in journey.interactions for start in journey.starts):
            level.below[ident] = Level(step.opens, journey, level, ident)
            yield level.below[ident]
