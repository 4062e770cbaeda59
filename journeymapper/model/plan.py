"""The plan: everything that one file holds."""

from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints

from journeymapper.model.facts import Checks, Item, Remarks
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.journey import Journey
from journeymapper.model.library import (
    Channel,
    Criteria,
    DataItem,
    Goal,
    Message,
    Persona,
    Phase,
    Point,
    Process,
    Segment,
    Stage,
    System,
    Team,
)
from journeymapper.model.opportunity import Formula, Initiative, Opportunity
from journeymapper.model.values import (
    NONE_IS_EMPTY,
    Count,
    Date,
    Id,
    JourneyId,
    StepId,
    Texts,
    Value,
)

FORMAT_VERSION = 1

T = TypeVar("T")
Library = FrozenMap[Id, Annotated[T, NONE_IS_EMPTY]]


class Brand(Value):
    """How handed-out documents look."""

    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] | None = None
    """The accent colour, such as #2F5BEA."""
    logo: str | None = None
    """A picture in the plan's folder."""
    footer: str | None = None
    """The line at the foot of each page."""


class View(Item):
    """A shared way to look at the plan, chosen by people."""

    rows: Texts | None = None
    """The rows of the map."""
    lanes: str | None = None
    """What the lanes stand for."""
    columns: str | None = None
    """What the columns stand for."""
    filter: str | None = None
    """What is shown, such as `process:sales`."""


FURTHEST = 10_000
"""So many grid units a card may be moved from its place; a map that is much larger could not be drawn."""
Moved = Annotated[float, Field(ge=-FURTHEST, le=FURTHEST, allow_inf_nan=False)]
Offset = tuple[Moved, Moved]


class Plan(Value):
    """A customer journey plan."""

    journeymapper: int = Field(FORMAT_VERSION, ge=FORMAT_VERSION, le=FORMAT_VERSION)
    """The version of the format."""
    extends: str | None = None
    """The plan that this one is a variant of."""
    title: str = Field(min_length=1)
    """The plan's name."""
    about: str | None = None
    """What the plan is about."""
    promise: str | None = None
    """The brand promise that every interaction keeps."""
    owner: str | None = None
    """Who answers for the plan."""
    review_by: Date | None = None
    """When it is to be looked at again."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    """The currency of all money, such as EUR."""
    volume: Count | None = None
    """How many customers start in a year."""
    brand: Brand | None = None
    """How handed-out documents look."""
    stages: Library[Stage] = FrozenMap()
    """The stages as the customer lives them; a cycle."""
    phases: Library[Phase] = FrozenMap()
    """The phases as the company counts them."""
    processes: Library[Process] = FrozenMap()
    """The business processes that own interactions."""
    teams: Library[Team] = FrozenMap()
    """Who owns interactions."""
    systems: Library[System] = FrozenMap()
    """Where the customer's record lives."""
    channels: Library[Channel] = FrozenMap()
    """Who or what carries interactions out."""
    points: Library[Point] = FrozenMap()
    """Where the customer meets them."""
    goals: Library[Goal] = FrozenMap()
    """What interactions are for."""
    data: Library[DataItem] = FrozenMap()
    """What we may know about a customer."""
    messages: Library[Message] = FrozenMap()
    """What a customer learns about us."""
    criteria: Library[Criteria] = FrozenMap()
    """What must hold before a customer is handed over."""
    segments: Library[Segment] = FrozenMap()
    """The types of customer."""
    personas: Library[Persona] = FrozenMap()
    """People who stand for many."""
    journeys: Library[Journey] = FrozenMap()
    """The journeys, macro and micro."""
    formula: Formula | None = None
    """The formula for accepting and refusing opportunities."""
    opportunities: Library[Opportunity] = FrozenMap()
    """Chances to make a journey better."""
    initiatives: Library[Initiative] = FrozenMap()
    """Projects that realise opportunities."""
    views: Library[View] = FrozenMap()
    """Shared ways to look at the plan."""
    checks: Checks | None = None
    """Rules that are off or weigh differently, and budgets."""
    remarks: Remarks = FrozenMap()
    """Review notes on the plan as a whole."""
    layout: FrozenMap[JourneyId, FrozenMap[StepId, Offset]] = FrozenMap()
    """Cards moved by hand: offsets inside their stage and lane, in grid units."""
