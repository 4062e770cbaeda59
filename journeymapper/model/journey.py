"""A journey: a graph of interactions from its starts to its ends."""

from typing import Annotated, Self

from pydantic import model_validator

from journeymapper.model.facts import Checks, Evidence, Item, Measures, Remarks
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import End, Interaction, StartOrShare
from journeymapper.model.values import NONE_IS_EMPTY, AudienceId, Date, Id, InteractionId, Misfit, StepId
from journeymapper.model.words import Detail, Level

Starts = FrozenMap[InteractionId, StartOrShare]


class Journey(Item):
    """A macro journey (the major events) or a micro journey (every step)."""

    level: Level | None = None
    """Macro or micro."""
    about: str | None = None
    """What the journey is about."""
    owner: str | None = None
    """Who answers for it."""
    review_by: Date | None = None
    """When it is to be looked at again."""
    detail: Detail | None = None
    """`open`: deliberately not worked out, so missing facts are no problem."""
    starts: Starts = FrozenMap()
    """Where customers begin, with shares."""
    starts_by: FrozenMap[AudienceId, Starts] = FrozenMap()
    """Other starts by segment or persona."""
    conversion: StepId | None = None
    """The interaction counted as conversion, at its first passage."""
    evidence: Evidence | None = None
    """What the journey's figures rest on."""
    measures: Measures = FrozenMap()
    """The journey's check points."""
    checks: Checks | None = None
    """Rules that are off for this journey, each with its reason."""
    remarks: Remarks = FrozenMap()
    """Review notes."""
    interactions: FrozenMap[Id, Annotated[Interaction, NONE_IS_EMPTY]] = FrozenMap()
    """The steps, in the planner's order; ids shared with the ends."""
    ends: FrozenMap[Id, Annotated[End, NONE_IS_EMPTY]] = FrozenMap()
    """The ways in which the journey ends."""

    @model_validator(mode="after")
    def _one_namespace(self) -> Self:
        both = [ident for ident in self.ends if ident in self.interactions]
        if both:
            said = "is both an interaction and an end; rename one of them"
            raise Misfit({("ends", ident): f"'{ident}' {said}" for ident in both})
        return self
