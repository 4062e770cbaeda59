"""A plan as rules look at it: with its nets, its beginnings and who opens what, each worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from journeymapper.model.entries import Openers, entries, openers
from journeymapper.model.finding import ItemPath
from journeymapper.model.flatten import FlatPlan, flatten, outermost
from journeymapper.model.interaction import Interaction
from journeymapper.model.journey import Journey
from journeymapper.model.net import Net, flat_net, journey_net
from journeymapper.model.plan import Plan
from journeymapper.model.ways import Way, likeliest_path
from journeymapper.rules.crossings import Crossing, crossings


class Subject:
    """One plan, and what several rules need to know of it; `today` is the day that dates are compared with."""

    def __init__(self, plan: Plan, today: date | None = None) -> None:
        self.plan = plan
        self.today = today or date.today()  # noqa: DTZ011  # the planner's day, as dates in the file are

    @cached_property
    def nets(self) -> Mapping[str, Net]:
        """The net of each journey."""
        return {key: journey_net(journey) for key, journey in self.plan.journeys.items()}

    def journeys(self) -> Iterator[tuple[str, Journey, Net]]:
        """Each journey with its id and its net."""
        return ((key, journey, self.nets[key]) for key, journey in self.plan.journeys.items())

    @cached_property
    def interactions(self) -> tuple[tuple[ItemPath, Interaction], ...]:
        """Each interaction with its path."""
        return tuple(
            (step_path(key, ident), step)
            for key, journey in self.plan.journeys.items()
            for ident, step in journey.interactions.items()
        )

    def step(self, path: ItemPath) -> Interaction:
        """The interaction at a path."""
        return self.plan.journeys[str(path[1])].interactions[str(path[3])]

    @cached_property
    def worked_out(self) -> tuple[tuple[ItemPath, Interaction], ...]:
        """The interactions that should have all their facts: neither opened nor deliberately left open."""
        return tuple(
            (path, step)
            for path, step in self.interactions
            if step.opens is None and step.detail != "open" and self.plan.journeys[str(path[1])].detail != "open"
        )

    @cached_property
    def truths(self) -> tuple[tuple[ItemPath, Interaction], ...]:
        """The moments of truth, but for events, whose details have their own."""
        steps = self.interactions
        return tuple((path, step) for path, step in steps if step.moment_of_truth is True and step.opens is None)

    @cached_property
    def truths_worked_out(self) -> tuple[tuple[ItemPath, Interaction], ...]:
        """The moments of truth that should have all their facts."""
        return tuple((path, step) for path, step in self.worked_out if step.moment_of_truth is True)

    @cached_property
    def journeys_worked_out(self) -> tuple[tuple[str, Journey], ...]:
        """The journeys that have interactions and are not deliberately left open."""
        return tuple(
            (key, journey)
            for key, journey in self.plan.journeys.items()
            if journey.interactions and journey.detail != "open"
        )

    @cached_property
    def flats(self) -> tuple[FlatPlan, ...]:
        """The plan flattened from each journey that no event opens; where all are opened, from the outermost."""
        roots = [key for key in self.plan.journeys if key not in self.openers]
        circle = outermost(self.plan)
        return tuple(flatten(self.plan, root) for root in roots or ([circle] if circle is not None else []))

    @cached_property
    def flat_nets(self) -> tuple[Net, ...]:
        """The net of each of the flattened plans."""
        return tuple(flat_net(self.plan, flat) for flat in self.flats)

    @cached_property
    def ways_to_success(self) -> tuple[tuple[FlatPlan, Way], ...]:
        """Each flattened plan with the interactions on the likeliest way to success; none where there is none."""
        nets = zip(self.flats, self.flat_nets, strict=True)
        return tuple((flat, likeliest_path(net, net.successes)[:-1]) for flat, net in nets)

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """Where customers cross from one interaction to the next, through all levels."""
        return tuple(crossings(self.plan, self.flats))

    @cached_property
    def openers(self) -> Openers:
        """The events (journey and interaction) that open each journey."""
        return openers(self.plan)

    @cached_property
    def entries(self) -> Mapping[str, tuple[str, ...]]:
        """The interactions at which customers come into each journey."""
        return entries(self.plan)


def step_path(journey_id: str, ident: str) -> ItemPath:
    """The path of an interaction."""
    return "journeys", journey_id, "interactions", ident


def end_path(journey_id: str, ident: str) -> ItemPath:
    """The path of an end."""
    return "journeys", journey_id, "ends", ident


def link_path(journey_id: str, source: str, target: str) -> ItemPath:
    """The path of a link."""
    return "journeys", journey_id, "interactions", source, "next", target
