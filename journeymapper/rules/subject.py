"""A plan as rules look at it: with its nets, its beginnings and who opens what, each worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, journey_net
from journeymapper.model.plan import Plan


class Subject:
    """One plan, and what several rules need to know of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def nets(self) -> Mapping[str, Net]:
        """The net of each journey."""
        return {key: journey_net(journey) for key, journey in self.plan.journeys.items()}

    def journeys(self) -> Iterator[tuple[str, Journey, Net]]:
        """Each journey with its id and its net."""
        return ((key, journey, self.nets[key]) for key, journey in self.plan.journeys.items())

    def interactions(self) -> Iterator[tuple[ItemPath, Interaction]]:
        """Each interaction with its path."""
        for key, journey in self.plan.journeys.items():
            for ident, step in journey.interactions.items():
                yield step_path(key, ident), step

    @cached_property
    def worked_out(self) -> tuple[tuple[ItemPath, Interaction], ...]:
        """The interactions that should have all their facts: neither opened nor deliberately left open."""
        return tuple(
            (path, step)
            for path, step in self.interactions()
            if step.opens is None and step.detail != "open" and self.plan.journeys[str(path[1])].detail != "open"
        )

    @cached_property
    def openers(self) -> Mapping[str, list[tuple[str, str]]]:
        """The events (journey and interaction) that open each journey."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key, journey in self.plan.journeys.items():
            for ident, step in journey.interactions.items():
                if step.opens is not None:
                    found.setdefault(step.opens, []).append((key, ident))
        return found

    def beginnings(self, journey_id: str) -> list[str]:
        """Where customers come into the journey: its starts, and what `enters` names from outside."""
        steps = self.nets[journey_id].links
        return [*self.nets[journey_id].starts, *(step for step in self._entered.get(journey_id, ()) if step in steps)]

    @cached_property
    def _entered(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for journey, target, enters in self._entries():
            event = journey.interactions.get(target)
            if event is not None and event.opens is not None:
                found.setdefault(event.opens, []).append(enters)
        return found

    def _entries(self) -> Iterator[tuple[Journey, str, str]]:
        """Every `enters` of the plan: the journey and the event it stands at, and what it names inside."""
        for key, journey in self.plan.journeys.items():
            yield from ((journey, ident, start.enters) for ident, start in journey.starts.items() if start.enters)
            for step in journey.interactions.values():
                yield from ((journey, target, link.enters) for target, link in step.next.items() if link.enters)
            for end in journey.ends.values():
                if end.leads_to is not None and end.leads_to.enters:
                    above = {opener for opener, _ in self.openers.get(key, ())}
                    yield from ((self.plan.journeys[each], end.leads_to.to, end.leads_to.enters) for each in above)


def step_path(journey_id: str, ident: str) -> ItemPath:
    """The path of an interaction."""
    return "journeys", journey_id, "interactions", ident


def end_path(journey_id: str, ident: str) -> ItemPath:
    """The path of an end."""
    return "journeys", journey_id, "ends", ident


def link_path(journey_id: str, source: str, target: str) -> ItemPath:
    """The path of a link."""
    return "journeys", journey_id, "interactions", source, "next", target
