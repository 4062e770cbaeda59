"""How opportunities are judged and turned into initiatives."""

from typing import Annotated

from pydantic import Field

from journeymapper.model.facts import Checks, Item, Remarks
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Duration, Money, Share
from journeymapper.model.values import (
    NONE_IS_EMPTY,
    Count,
    Date,
    Fraction,
    Id,
    InitiativeId,
    Number,
    OpportunityId,
    Place,
    Ref,
    Value,
)
from journeymapper.model.words import Priority

GateId = Annotated[Id, Ref("gate")]
CriterionId = Annotated[Id, Ref("criterion")]


class Criterion(Item):
    """One criterion of the formula; `low` is worth nothing, `high` is worth all."""

    weight: Fraction | None = None
    """How much it counts; the weights add up to 1."""
    low: Number | None = None
    """The score worth 0."""
    high: Number | None = None
    """The score worth 1."""


class Formula(Value):
    """The formula for accepting and refusing opportunities."""

    gates: FrozenMap[Id, str | None] = FrozenMap()
    """What must hold whatever the score is."""
    criteria: FrozenMap[Id, Annotated[Criterion, NONE_IS_EMPTY]] = FrozenMap()
    """What is scored."""
    accept: Fraction | None = None
    """The score from which an opportunity is accepted."""
    refuse: Fraction | None = None
    """The score below which it is refused."""
    budget: Money | None = None
    """What all accepted ones may cost."""
    capacity: Count | None = None
    """How many can be done at a time."""


class Decision(Value):
    """What was decided about an opportunity."""

    verdict: str | None = None
    """Accept, refuse or park."""
    on: Date | None = None
    """When it was decided."""
    by: str | None = None
    """Who decided."""
    reason: str | None = None
    """Why."""
    predicted: FrozenMap[Id, str] = FrozenMap()
    """What was expected of it, such as `conversion: +2.1%`."""


class Opportunity(Item):
    """A chance to make a journey better."""

    at: tuple[Place, ...] | None = None
    """The interactions concerned, as journey/interaction."""
    raised_by: str | None = None
    """Who raised it."""
    raised_on: Date | None = None
    """When it was raised."""
    gates: FrozenMap[GateId, bool | None] = FrozenMap()
    """Which gates it passes."""
    scores: FrozenMap[CriterionId, Number | None] = FrozenMap()
    """Its scores by the formula's criteria."""
    cost: Money | None = None
    """What it costs once."""
    lifts: FrozenMap[Place, FrozenMap[Annotated[Id, Ref("step")], Share]] = FrozenMap()
    """The shares that it changes; the other links share the rest as before."""
    decided: Decision | None = None
    """What was decided."""
    checks: Checks | None = None
    """Rules that are off for this opportunity, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""


class Mode(Value):
    """A way of carrying an initiative out."""

    takes: Duration | None = None
    """How long it takes."""
    cost: Money | None = None
    """What it costs."""
    quality: Annotated[float, Field(gt=0, le=1)] | None = None
    """The quality it reaches, up to 1."""


class ScopeChange(Item):
    """A wish that would change an initiative's scope."""

    takes: Duration | None = None
    """The time it adds."""
    cost: Money | None = None
    """The cost it adds."""
    quality: Number | None = None
    """The quality it adds."""
    accepted: bool | None = None
    """Whether it was accepted."""


class Initiative(Item):
    """A project that realises opportunities."""

    realises: tuple[OpportunityId, ...] | None = None
    """The opportunities that it realises."""
    sponsor: str | None = None
    """Who answers for it."""
    agreed_on: Date | None = None
    """When it was agreed."""
    priority: Priority | None = None
    """Which of time, cost and quality may not give way."""
    normal: Mode | None = None
    """The normal way of doing it."""
    crash: Mode | None = None
    """The fastest way of doing it."""
    indirect_cost: Money | None = None
    """What each week costs beside it."""
    needs: tuple[InitiativeId, ...] | None = None
    """The initiatives that must be done before."""
    scope_changes: FrozenMap[Id, Annotated[ScopeChange, NONE_IS_EMPTY]] = FrozenMap()
    """Wishes that would change the scope."""
    checks: Checks | None = None
    """Rules that are off for this initiative, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""
