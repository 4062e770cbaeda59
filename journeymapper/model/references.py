"""Which ids of a plan refer to what, read off the annotations of the model."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.values import Ref, Target


class Reference(NamedTuple):
    """An id at `path` that must be found in what `to` names.

    Where the id is a key of a map (a link's target, a start), the path ends with that key.
    """

    path: ItemPath
    to: Target
    ident: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where references are inside a value of some type."""

    ref: Target | None = None
    key: Target | None = None
    item: _Shape | None = None
    model: type[BaseModel] | None = None
    is_map: bool = False


Known = Mapping[Target, Container[str]]
"""Ids that references may name, by what they refer to; what is not in it may be there all the same."""


def references(plan: Plan) -> list[Reference]:
    """Every reference of the plan, in the order of the file."""
    return _unknown(plan, {})


def dangling(plan: Plan) -> Iterator[Reference]:
    """The references of the plan that name nothing, in the order of the file."""
    scope = Scope(plan)
    return (reference for reference in _unknown(plan, scope.libraries) if not scope.knows(reference))


class Scope:
    """What references of one plan may name."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def knows(self, reference: Reference) -> bool:
        """Whether what the reference names is there."""
        to, ident = reference.to, reference.ident
        if to in ("step", "interaction"):
            journey = self._journey_of(reference.path)
            return journey is not None and (ident in journey.interactions or (to == "step" and ident in journey.ends))
        if to == "anywhere":
            key, _, step = ident.partition("/")
            return key in self._plan.journeys and step in self._plan.journeys[key].interactions
        return ident in self.candidates(reference)

    def candidates(self, reference: Reference) -> Collection[str]:
        """The ids that the reference may name; empty where its scope itself is unknown."""
        to, path, plan = reference.to, reference.path, self._plan
        if to == "audience":
            return [*plan.segments, *plan.personas]
        if to == "anywhere":
            return [f"{key}/{ident}" for key, journey in plan.journeys.items() for ident in journey.interactions]
        if to in ("gate", "criterion"):
            formula = plan.formula
            return () if formula is None else formula.gates if to == "gate" else formula.criteria
        if to in ("step", "interaction"):
            return _steps(self._journey_of(path), ends=to == "step")
        if to == "above":
            return [step for journey in self.openers.get(str(path[1]), ()) for step in _steps(journey, ends=True)]
        if to == "entry":
            return self._entries(path)
        found: Mapping[str, object] = getattr(plan, to)
        return found

    @property
    def libraries(self) -> Known:
        """What references to an entry of the plan's own maps may name."""
        plan, targets = self._plan, get_args(Target)
        maps = {target: getattr(plan, target) for target in targets if target in type(plan).model_fields}
        return {**maps, "audience": {*plan.segments, *plan.personas}}

    @cached_property
    def openers(self) -> Mapping[str, list[Journey]]:
        """The journeys that open each journey, by its id."""
        found: dict[str, list[Journey]] = {}
        for journey in self._plan.journeys.values():
            for opened in dict.fromkeys(step.opens for step in journey.interactions.values() if step.opens):
                found.setdefault(opened, []).append(journey)
        return found

    def _journey_of(self, path: ItemPath) -> Journey | None:
        if path[0] in ("journeys", "layout"):
            return self._plan.journeys.get(str(path[1]))
        return self._plan.journeys.get(str(path[3]).partition("/")[0])  # opportunities/<id>/lifts/<journey>/<step>

    def _entries(self, path: ItemPath) -> list[str]:
        """What `enters` may name: the interactions of the journey that the link's target opens."""
        journeys, owner = self._plan.journeys, str(path[1])
        if "leads_to" in path:
            end = journeys[owner].ends[str(path[3])]
            above = self.openers.get(owner, [])
            target = end.leads_to.to if end.leads_to else ""
        else:
            above, target = [journeys[owner]], str(path[-2])
        opened = {journey.interactions[target].opens for journey in above if target in journey.interactions}
        return [step for key in opened if key and key in journeys for step in journeys[key].interactions]


def _steps(journey: Journey | None, *, ends: bool) -> list[str]:
    if journey is None:
        return []
    return [*journey.interactions, *(journey.ends if ends else ())]


def _unknown(plan: Plan, known: Known) -> list[Reference]:
    """The plan's references but for those that `known` answers for.

    Of a plan's tens of thousands hardly any are left, so that it costs little to look at these closely.
    """
    found: list[Reference] = []
    _of_model(plan, (), known, found)
    return found


def _of_model(value: BaseModel, path: ItemPath, known: Known, found: list[Reference]) -> None:
    held = value.__dict__
    if known and isinstance(value, Journey):
        known = {**known, "step": {*value.interactions, *value.ends}, "interaction": value.interactions}
    for name, shape in _fields(type(value)):
        content = held[name]
        if content and not _is_known(content, shape.ref, known):
            _of_value(content, shape, (*path, name), known, found)


def _of_value(value: Any, shape: _Shape, path: ItemPath, known: Known, found: list[Reference]) -> None:
    if shape.is_map:
        _of_map(value, shape, path, known, found)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if shape.item is not None and not _is_known(part, shape.item.ref, known):
                _of_value(part, shape.item, (*path, index), known, found)
    elif shape.ref is not None and isinstance(value, str):
        found.append(Reference(path, shape.ref, value))
    elif shape.model is not None and isinstance(value, BaseModel):
        _of_model(value, path, known, found)


def _of_map(value: Mapping[str, Any], shape: _Shape, path: ItemPath, known: Known, found: list[Reference]) -> None:
    for key, part in value.items():
        at = (*path, key)
        if shape.key is not None and not _is_known(key, shape.key, known):
            found.append(Reference(at, shape.key, key))
        if shape.item is not None and part is not None:
            _of_value(part, shape.item, at, known, found)


def _is_known(value: object, to: Target | None, known: Known) -> bool:
    return to is not None and isinstance(value, str) and value in known.get(to, ())


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a model that can hold references, each with its shape."""
    found = ((name, _shape(field.annotation, tuple(field.metadata))) for name, field in model.model_fields.items())
    return tuple((name, shape) for name, shape in found if shape is not None)


def _shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Shape | None:
    """The shape of an annotation, or None where no reference can be inside."""
    for mark in metadata:
        if isinstance(mark, Ref):
            return _Shape(ref=mark.to)
    origin, args = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _shape(annotation.__origin__, annotation.__metadata__)
    if origin is FrozenMap:
        key, item = _shape(args[0]), _shape(args[1])
        return _Shape(key=key.ref if key else None, item=item, is_map=True) if key or item else None
    if origin is tuple:
        item = _shape(args[0])
        return _Shape(item=item) if item else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Shape(model=annotation)
    return next((shape for part in args if (shape := _shape(part)) is not None), None)
