"""Facts that may stand on many items: measures, evidence, remarks, and which rules are off."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.units import Amount, Duration
from journeymapper.model.values import (
    NONE_IS_EMPTY,
    Count,
    Date,
    Feeling,
    Id,
    Misfit,
    Number,
    Rating,
    SystemId,
    Texts,
    Value,
)
from journeymapper.model.words import Basis, MeasureUnit, ScoreMethod, Severity


class RuleSeverity(Value):
    """Another severity for a rule, with the reason."""

    as_: Severity | None = Field(None, alias="as")
    """The severity to report: error, warning or info."""
    because: str | None = None
    """Why the rule counts differently here."""


class Checks(Value):
    """Which rules are off or weigh differently, each with its reason."""

    off: FrozenMap[str, str | None] = FrozenMap()
    """Rules that are switched off: the rule's number and the reason."""
    severity: FrozenMap[str, RuleSeverity] = FrozenMap()
    """Rules with another severity: the rule's number, `as` and `because`."""
    budgets: FrozenMap[Id, Number] = FrozenMap()
    """Limits that rules compare with, such as `handovers: 4` or `questions: 12`."""


class Remark(Value):
    """A review note on an item."""

    by: str | None = None
    """Who wrote the remark."""
    on: Date | None = None
    """When it was written."""
    text: str | None = None
    """What it says."""
    resolved: bool | None = None
    """Whether it is dealt with."""


class Item(Value):
    """Anything in a plan that has a title and can be talked about."""

    title: str | None = None
    """The name that people see; ids never change when titles do."""

    def name(self, ident: str) -> str:
        """The title, or the id where there is none."""
        return self.title or ident


class Evidence(Value):
    """What a fact rests on."""

    basis: Basis | None = None
    """Assumed, observed or measured."""
    source: str | None = None
    """Where the evidence comes from."""
    on: Date | None = None
    """When it was gathered."""
    n: Count | None = None
    """How many cases it rests on."""
    voices: Texts | None = None
    """Who was heard, such as loyal or churned customers."""


class Measure(Item):
    """A check point: a figure with its target."""

    unit: MeasureUnit | None = None
    """What is measured: share, score, count, money or duration."""
    now: Amount | None = None
    """The figure today."""
    target: Amount | None = None
    """The figure aimed at."""
    n: Count | None = None
    """How many cases the figure rests on."""
    on: Date | None = None
    """When it was last checked."""
    every: Duration | None = None
    """How often it is to be checked."""
    scale: tuple[Number, Number] | None = None
    """Lowest and highest score, such as `[0, 10]`."""
    method: ScoreMethod | None = None
    """How a score is taken: nps, csat, ces or other."""

    @model_validator(mode="after")
    def _figures_fit_the_unit(self) -> Self:
        wanted = {"share": "share", "duration": "duration"}.get(self.unit or "", "number")
        odd: dict[tuple[str, ...], str] = {}
        for name, amount in (("now", self.now), ("target", self.target)):
            if self.unit and amount is not None and amount.kind != wanted:
                odd[(name,)] = f"'{name}: {amount}' does not fit 'unit: {self.unit}'"
        if odd:
            raise Misfit(odd)
        return self


def _bare_satisfaction(raw: Any) -> Any:
    return {"value": raw} if isinstance(raw, str | int | float) else raw


class Satisfaction(Value):
    """How satisfied customers are, from 0 to 10, with what the figure rests on."""

    value: Rating
    """From 0 to 10."""
    n: Count | None = None
    """How many answered."""
    on: Date | None = None
    """When they were asked."""
    by: str | None = None
    """How they were asked, such as a survey."""


SatisfactionOrNumber = Annotated[
    Satisfaction, BeforeValidator(_bare_satisfaction, json_schema_input_type=Satisfaction | Rating)
]
Measures = FrozenMap[Id, Annotated[Measure, NONE_IS_EMPTY]]
Remarks = FrozenMap[Id, Annotated[Remark, NONE_IS_EMPTY]]


class Aim(Value):
    """The emotion that an interaction is designed to stir."""

    emotion: str | None = None
    """The emotion in a word, such as curiosity."""
    feeling: Feeling | None = None
    """From -2 (terrible) to +2 (delighted)."""


class People(Value):
    """The people who carry an interaction out."""

    role: str | None = None
    """Who does it."""
    trained: bool | None = None
    """Whether they are trained for it."""
    may_decide: Texts | None = None
    """What they may decide on the spot."""
    feeling: Feeling | None = None
    """How they feel about it, from -2 to +2."""


class Walkthrough(Value):
    """A walk through the interaction as a customer."""

    on: Date | None = None
    """When it was tried."""
    result: str | None = None
    """What came out, such as passed."""


Technology = tuple[SystemId, ...]
