"""The ground that all plan values stand on: frozen records, frozen maps, ids and what an id refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from journeymapper.model.frozen import none_is_empty

ID_PATTERN = r"^([a-wyz][a-z0-9-]*|x([a-z0-9][a-z0-9-]*)?)$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
ExtraKey = Annotated[str, StringConstraints(pattern=r"^x-")]


NONE_IS_EMPTY = BeforeValidator(none_is_empty)


class Misfit(ValueError):
    """Parts of a record don't go together; `parts` are paths in it without which the rest holds, each with a reason."""

    def __init__(self, parts: Mapping[tuple[str, ...], str]) -> None:
        super().__init__(next(iter(parts.values())))
        self.parts = parts


def _date(raw: object) -> object:
    if isinstance(raw, str):
        try:
            return date.fromisoformat(raw if len(raw) == 10 else "")
        except ValueError:
            raise ValueError(f"'{raw}' is not a date; write it like 2026-10-01") from None
    return raw


Date = Annotated[date, BeforeValidator(_date, json_schema_input_type=date)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Feeling = Annotated[float, Field(ge=-2, le=2, allow_inf_nan=False)]
Rating = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]

Target = Literal[
    "stages", "phases", "processes", "teams", "systems", "channels", "points", "goals", "data", "messages",
    "criteria", "segments", "personas", "journeys", "opportunities", "initiatives",
    "audience",      # a segment or a persona
    "step",          # an interaction or an end of the same journey
    "interaction",   # an interaction of the same journey
    "above",         # an interaction or an end of a journey that opens this one
    "entry",         # an interaction of the journey that the target opens
    "anywhere",      # journey/interaction
    "gate", "criterion",  # of the plan's formula
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an id in an annotation as a reference and says what it refers to."""

    to: Target


StageId = Annotated[Id, Ref("stages")]
PhaseId = Annotated[Id, Ref("phases")]
ProcessId = Annotated[Id, Ref("processes")]
TeamId = Annotated[Id, Ref("teams")]
SystemId = Annotated[Id, Ref("systems")]
ChannelId = Annotated[Id, Ref("channels")]
PointId = Annotated[Id, Ref("points")]
GoalId = Annotated[Id, Ref("goals")]
DataId = Annotated[Id, Ref("data")]
MessageId = Annotated[Id, Ref("messages")]
CriteriaId = Annotated[Id, Ref("criteria")]
SegmentId = Annotated[Id, Ref("segments")]
PersonaId = Annotated[Id, Ref("personas")]
JourneyId = Annotated[Id, Ref("journeys")]
OpportunityId = Annotated[Id, Ref("opportunities")]
InitiativeId = Annotated[Id, Ref("initiatives")]
AudienceId = Annotated[Id, Ref("audience")]
StepId = Annotated[Id, Ref("step")]
InteractionId = Annotated[Id, Ref("interaction")]
AboveId = Annotated[Id, Ref("above")]
EntryId = Annotated[Id, Ref("entry")]
Place = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"), Ref("anywhere")]
Texts = tuple[str, ...]


class Value(BaseModel):
    """A frozen record of the plan; keys that begin with ``x-`` are kept, any other unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True, defer_build=True)
    __pydantic_extra__: dict[ExtraKey, Any]

    @property
    def extras(self) -> Mapping[str, Any]:
        """The planner's own ``x-`` keys."""
        return self.__pydantic_extra__ or {}
