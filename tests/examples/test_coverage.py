"""The coffee plan shows everything that the format can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any, get_args

from pydantic import BaseModel

from journeymapper.model.interaction import Link
from journeymapper.model.plan import Plan
from tests.examples.flat import Reading

ELSEWHERE = {
    (Plan, "extends"),  # for variants of a plan
    (Link, "enters"),  # for links from an interaction that opens nothing; all events of this plan open a journey
}
Field = tuple[type[BaseModel], str]


def _models(model: type[BaseModel], found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """The model and all models that its fields can hold."""
    if model not in found:
        found.add(model)
        for field in model.model_fields.values():
            for part in _types(field.annotation):
                _models(part, found)
    return found


def _types(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _declared(model: type[BaseModel], name: str) -> Field:
    """Where a field is declared: what all items have in common needs to be used once."""
    owners = [base for base in model.__mro__ if name in get_annotations(base)]
    return owners[-1], name


def _used(value: object) -> Iterator[Field]:
    if isinstance(value, BaseModel):
        for name in value.model_fields_set & set(type(value).model_fields):
            yield _declared(type(value), name)
            yield from _used(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _used(part)


def test_every_field_of_the_format_is_used(example: Reading) -> None:
    fields = {_declared(model, name) for model in _models(Plan, set()) for name in model.model_fields}
    unused = fields - set(_used(example("coffee-subscription"))) - ELSEWHERE
    assert not sorted(f"{model.__name__}.{name}" for model, name in unused)


def test_own_keys_are_used_on_plan_and_interactions(example: Reading) -> None:
    plan = example("coffee-subscription")
    steps = [step for journey in plan.journeys.values() for step in journey.interactions.values()]
    assert plan.extras
    assert any(step.extras for step in steps)


def test_ranges_are_used_for_shares_times_and_money(example: Reading) -> None:
    plan = example("coffee-subscription")
    steps = [step for journey in plan.journeys.values() for step in journey.interactions.values()]
    shares = [link.share for step in steps for link in step.next.values()]
    for uncertain in (shares, [step.takes for step in steps], [step.cost for step in steps]):
        assert any(value is not None and value.is_range for value in uncertain)


def test_every_event_opens_a_journey_of_a_size_that_can_be_drawn(example: Reading) -> None:
    plan = example("coffee-subscription")
    (life,) = (journey for journey in plan.journeys.values() if journey.level == "macro")
    opened = [step.opens for step in life.interactions.values()]
    assert set(opened) == {key for key, journey in plan.journeys.items() if journey.level == "micro"}
    assert all(2 <= len(plan.journeys[key].interactions) <= 11 for key in opened if key)
