"""What the journeys of a plan draw on: stages, phases, processes, teams, channels, goals, data, segments and so on."""

from journeymapper.model.facts import Checks, Item, Measures, Remarks
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Duration, Money, Share
from journeymapper.model.values import ChannelId, DataId, GoalId, ProcessId, Rating, SegmentId, Texts
from journeymapper.model.words import ChannelKind, HighLow, Medium, PersonaKind, Stance


class LibraryItem(Item):
    """An entry of one of the plan's libraries."""

    about: str | None = None
    """A note about it."""
    checks: Checks | None = None
    """Rules that are off for this item, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""


class Stage(LibraryItem):
    """A stage as the customer lives it; stages repeat as a cycle."""

    goal: GoalId | None = None
    """What is to be reached in this stage."""
    measures: Measures = FrozenMap()
    """The stage's check points."""


class Phase(LibraryItem):
    """A phase of the customer's life as the company counts it."""


class Process(LibraryItem):
    """A business process that owns interactions: sales, marketing, support."""


class Team(LibraryItem):
    """The people who own an interaction; a change of team is a hand-over."""

    process: ProcessId | None = None
    """The process that the team usually works for."""
    self_rating: Rating | None = None
    """How the team rates its own service, from 0 to 10."""
    target: Rating | None = None
    """The customer satisfaction that it aims at, from 0 to 10."""
    rewarded_on: str | None = None
    """What the team is rewarded for."""


class System(LibraryItem):
    """Where the customer's record lives."""

    holds: tuple[DataId, ...] | None = None
    """The data it keeps about a customer."""


class Channel(LibraryItem):
    """Who or what carries an interaction out, such as a sales rep."""

    kind: ChannelKind | None = None
    """A person, digital, physical or a partner."""
    hours: str | None = None
    """When it is open, such as 9-17 or always."""
    waits: Duration | None = None
    """How long a customer usually waits."""


class Point(LibraryItem):
    """The interaction point where the customer meets a channel, such as a phone call."""

    medium: Medium | None = None
    """The medium of the point; a change of medium can lose context."""
    channels: tuple[ChannelId, ...] | None = None
    """The channels that offer this point."""
    mobile: bool | None = None
    """Whether it works on a phone."""


class Goal(LibraryItem):
    """What an interaction is for."""

    kind: str | None = None
    """A word that groups goals, such as awareness or retention."""


class DataItem(LibraryItem):
    """Something that we may know about a customer."""

    purpose: str | None = None
    """What we need it for."""


class Message(LibraryItem):
    """Something that a customer learns about us."""


class Criteria(LibraryItem):
    """What must hold before a customer is handed over."""

    lead: bool | None = None
    """Whether these are the criteria of a qualified lead."""
    needs: tuple[DataId, ...] | None = None
    """The data that must be known."""
    rules: Texts | None = None
    """What must be true of the customer."""


class Segment(LibraryItem):
    """A type of customer, with what it pays and costs over its life."""

    share: Share | None = None
    """Its share of the customers who start."""
    value: HighLow | None = None
    """High or low value."""
    growth: HighLow | None = None
    """High or low growth."""
    stance: Stance | None = None
    """Focus, serve or curtail."""
    period: Duration | None = None
    """The period that margin, retention and discount are given for."""
    margin: Money | None = None
    """What a customer of the segment brings in a period."""
    retention: Share | None = None
    """The share that stays from one period to the next."""
    discount: Share | None = None
    """The discount rate for a period."""
    acquisition_cost: Money | None = None
    """What it costs to win one."""
    channels: FrozenMap[ChannelId, Share | None] = FrozenMap()
    """The channels that the segment uses, with their shares."""


class Persona(LibraryItem):
    """A person who stands for many."""

    kind: PersonaKind | None = None
    """A customer, partner, employee or supplier."""
    segment: SegmentId | None = None
    """The segment that the persona belongs to."""
    quote: str | None = None
    """Something that the persona would say."""
    needs: Texts | None = None
    """What the persona must have."""
    wants: Texts | None = None
    """What the persona would like."""
    expects: Texts | None = None
    """What the persona takes for granted."""
    context: str | None = None
    """How the persona lives and works."""
