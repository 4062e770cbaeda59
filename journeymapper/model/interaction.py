"""One step of a journey: the interaction, its links, and the ends that journeys come to."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from journeymapper.model.facts import (
    Aim,
    Checks,
    Evidence,
    Item,
    Measures,
    People,
    Remarks,
    SatisfactionOrNumber,
    Technology,
    Walkthrough,
)
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Duration, Money, Share
from journeymapper.model.values import (
    AboveId,
    AudienceId,
    ChannelId,
    CriteriaId,
    DataId,
    EntryId,
    Feeling,
    GoalId,
    JourneyId,
    MessageId,
    Number,
    PhaseId,
    PointId,
    ProcessId,
    Rating,
    StageId,
    StepId,
    TeamId,
    Texts,
    Value,
)
from journeymapper.model.words import Control, Delivers, Detail, Milestone, Outcome


class Handover(Value):
    """What is agreed about handing a customer from one team to the next."""

    criteria: CriteriaId | None = None
    """The criteria that say when the customer is ready."""
    within: Duration | None = None
    """The time limit."""


class Link(Value):
    """The way from one interaction to the next, or to an end."""

    share: Share | None = None
    """The share of customers who take it; absent is unknown."""
    share_by: FrozenMap[AudienceId, Share] = FrozenMap()
    """Other shares by segment or persona."""
    after: Duration | None = None
    """How long it takes until the next step."""
    carries: tuple[DataId, ...] | Literal["all"] | None = None
    """The data passed on: absent is unknown, `[]` is nothing, `all` is everything."""
    handover: Handover | None = None
    """What is agreed where the team changes."""
    enters: EntryId | None = None
    """Where the customer comes in, when the journey that the target opens has several beginnings."""
    evidence: Evidence | None = None
    """What the share rests on."""
    checks: Checks | None = None
    """Rules that are off for this link, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""


def _share_alone(raw: Any) -> Any:
    return {"share": raw} if raw is None or isinstance(raw, str | Share) else raw


LinkOrShare = Annotated[Link, BeforeValidator(_share_alone, json_schema_input_type=Link | Share | None)]
Links = FrozenMap[StepId, LinkOrShare]


class Start(Value):
    """A beginning of a journey."""

    share: Share | None = None
    """The share of customers who begin here."""
    enters: EntryId | None = None
    """Where the customer comes in, when the journey that the event opens has several beginnings."""


StartOrShare = Annotated[Start, BeforeValidator(_share_alone, json_schema_input_type=Start | Share | None)]


class LeadsTo(Value):
    """Where a customer comes out in the journey above."""

    to: AboveId
    """The interaction or end of the journey above."""
    enters: EntryId | None = None
    """Where the customer comes in, when the journey entered has several beginnings."""


def _bare_target(raw: Any) -> Any:
    return {"to": raw} if isinstance(raw, str) else raw


class End(Item):
    """A way in which a journey ends."""

    outcome: Outcome | None = None
    """Success, failure or neutral."""
    value: Money | None = None
    """What a customer who ends here is worth."""
    advocate: bool | None = None
    """Whether the customer speaks for us."""
    refers: Number | None = Field(None, ge=0)
    """How many new customers one who ends here brings."""
    why: Texts | None = None
    """Why customers end here."""
    lost_to: str | None = None
    """Who or what customers leave for."""
    leads_to: Annotated[LeadsTo, BeforeValidator(_bare_target, json_schema_input_type=LeadsTo | str)] | None = None
    """Where the customer comes out in the journey above."""
    checks: Checks | None = None
    """Rules that are off for this end, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""


class Interaction(Item):
    """One meeting of the customer with us: what we do, why, how, where, and who owns it."""

    milestone: Milestone | None = None
    """First contact, last contact, renewal or another major event."""
    stage: StageId | None = None
    """The stage as the customer lives it."""
    phase: PhaseId | None = None
    """The phase as the company counts it."""
    opens: JourneyId | None = None
    """The journey that details this event."""
    detail: Detail | None = None
    """`open`: deliberately not worked out, so missing facts are no problem."""
    does: str | None = None
    """What we do."""
    goal: GoalId | None = None
    """What the interaction is for."""
    channel: ChannelId | None = None
    """Who or what carries it out."""
    point: PointId | None = None
    """Where the customer meets it."""
    process: ProcessId | None = None
    """The business process that owns it."""
    team: TeamId | None = None
    """The team that owns it."""
    control: Control | None = None
    """Owned, run by a partner, or earned."""
    expects: str | None = None
    """What the customer expects."""
    expected_feeling: Feeling | None = None
    """The feeling that the customer comes with, from -2 to +2."""
    delivers: Delivers | None = None
    """Whether the expectation is met: below, met or exceeded."""
    feeling: Feeling | None = None
    """What the customer feels, from -2 (terrible) to +2 (delighted)."""
    feeling_by: FrozenMap[AudienceId, Feeling] = FrozenMap()
    """Other feelings by segment or persona."""
    aims_at: Aim | None = None
    """The emotion that it is designed to stir."""
    thinks: Texts | None = None
    """What the customer thinks."""
    moment_of_truth: bool | None = None
    """Whether the relationship is decided here."""
    beyond_basics: bool | None = None
    """Whether it is a surprise beyond what is expected."""
    asks: tuple[DataId, ...] | None = None
    """What we ask the customer."""
    uses: tuple[DataId, ...] | None = None
    """What we use of what we know."""
    tells: tuple[MessageId, ...] | None = None
    """What the customer learns about us."""
    pains: Texts | None = None
    """What hurts."""
    gains: Texts | None = None
    """What helps."""
    takes: Duration | None = None
    """How long it takes."""
    takes_by: FrozenMap[AudienceId, Duration] = FrozenMap()
    """Other times by segment or persona."""
    cost: Money | None = None
    """What it costs us for each customer."""
    cost_by: FrozenMap[AudienceId, Money] = FrozenMap()
    """Other costs by segment or persona."""
    earns: Money | None = None
    """What it brings for each customer."""
    earns_by: FrozenMap[AudienceId, Money] = FrozenMap()
    """Other earnings by segment or persona."""
    satisfaction: SatisfactionOrNumber | None = None
    """How satisfied customers are, from 0 to 10."""
    importance: Rating | None = None
    """How much it matters to customers, from 0 to 10."""
    measures: Measures = FrozenMap()
    """Check points: figures with their targets."""
    people: People | None = None
    """The people who carry it out."""
    technology: Technology | None = None
    """The systems that carry it."""
    frontstage: str | None = None
    """What the customer sees of it."""
    backstage: str | None = None
    """What happens behind it."""
    support: str | None = None
    """What supports it."""
    physical: str | None = None
    """What the customer can touch or keep."""
    evidence: Evidence | None = None
    """What these facts rest on."""
    tested: Walkthrough | None = None
    """When somebody walked through it as a customer."""
    links: Texts | None = None
    """Addresses of further documents."""
    checks: Checks | None = None
    """Rules that are off for this interaction, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""
    next: Links = FrozenMap()
    """Where the customer goes on to, with shares."""
