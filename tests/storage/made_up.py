"""Plans and edits that Hypothesis makes up from the annotations of the model."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

import annotated_types
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, ValidationError

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.model.units import Amount, Duration, Money, Share
from journeymapper.storage.forms import entries
from journeymapper.storage.shapes import keys_of

Place = tuple[str, ...]
Strategy = st.SearchStrategy[Any]

IDS = st.one_of(
    st.sampled_from(["a", "b-1", "no", "null", "true", "y", "n", "on", "x", "xa", "e1", "in-1e3", "offer", "lost"]),
    st.text(string.ascii_lowercase + string.digits + "-", max_size=5).map("a".__add__),
)
ODD = (
    'no|~|null|True|2024|2024-01-01|1e3|12:30|0x1f|.5|- a|a: b|a #b|#a|a:|\'|"|\'a|"a"|{a|[b|a, b]|*a|&a|!a|%a|@a'
    "|`a|? a|a|a |a\n|a\n\n|\na|a\nb|a\n\nb\n|a\n b\n|a\n# b\n|a\tb\nc|a \nb|\\|\\n|---|...|... a|--- a|<<|=|>"
    "|é|\U0001f600|\x85|\u2028|\ufeff|\x07|\r\n|a\rb|a\x7f|~delete|<b>|&amp;|C:\\temp|:a|-|?|:|,|a,b|a\xa0|\u3000a"
    "||x-y|a\n\n\n|a\n   \nb\n"
)
TEXTS = st.one_of(st.sampled_from(ODD.split("|")), st.text(max_size=12), st.text("ab \n:#'\"-\t", max_size=9))
NUMBERS = st.one_of(st.integers(-9, 9).map(float), st.floats(-1e9, 1e9), st.sampled_from([0.1, 1e-9, 1e20, -0.0]))
SHARES = st.sampled_from(["0%", "54%", "1.8%", "40%..60%", "1%..2%..3%", "100%", ".5%"]).map(Share.parse)
DURATIONS = st.sampled_from(["30s", "15min", "36h", "1.5d..2d..5d", "1mo", "2 w"]).map(Duration.parse)
MONEY = st.sampled_from(["12", "0.10", "10..20", "-3", "+4", ".5"]).map(Money.parse)
AMOUNTS = st.sampled_from(["12", "54%", "2d", "5.9..7"]).map(Amount.parse)
OWN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.floats(-1e6, 1e6), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS.filter("<<".__ne__), inner, max_size=3)),
    max_leaves=6,
)
BY_TYPE: dict[type, Strategy] = {
    Share: SHARES, Duration: DURATIONS, Money: MONEY, Amount: AMOUNTS, str: TEXTS, bool: st.booleans(),
    date: st.dates(), float: NUMBERS, int: st.integers(0, 10**9), type(None): st.none(),
}  # fmt: skip


def values(annotation: Any) -> Strategy:
    """Values of a type as the model annotates it."""
    made: Strategy = _values(annotation)
    return made


@cache
def _values(annotation: Any) -> Strategy:
    origin, args = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _constrained(annotation.__origin__, annotation.__metadata__)
    if origin is FrozenMap:
        return st.dictionaries(values(args[0]), values(args[1]), max_size=3).map(FrozenMap)
    if origin is tuple:
        return st.lists(values(args[0]), max_size=3).map(tuple) if args[-1] is ... else st.tuples(*map(values, args))
    if origin is Literal:
        return st.sampled_from(args)
    if annotation in BY_TYPE:
        return BY_TYPE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return records(annotation)
    return st.one_of(*map(values, args))


def _constrained(annotation: Any, metadata: tuple[Any, ...]) -> Strategy:
    pattern = next((str(mark.pattern) for mark in metadata if isinstance(mark, StringConstraints) and mark.pattern), "")
    if pattern:
        special = {"^#": "#2F5BEA", "^[A": "EUR", "^x-": "x-a"}.get(pattern[:3])
        return st.just(special) if special else st.builds("{}/{}".format, IDS, IDS) if "/" in pattern else IDS
    bounds = [mark for part in metadata for mark in getattr(part, "metadata", [part])]
    low = next((mark.ge for mark in bounds if isinstance(mark, annotated_types.Ge)), None)
    high = next((mark.le for mark in bounds if isinstance(mark, annotated_types.Le)), None)
    if low is None:
        return values(annotation)
    numbers = st.integers(int(str(low)), int(str(high)) if high is not None else 10**6)
    return numbers.map(float) if annotation is float else numbers


@st.composite
def records(draw: st.DrawFn, model: type[BaseModel], most: int = 4) -> Any:
    """A record with a few of its fields, valid by itself; the smallest one where the draw fits no rule of the model."""
    names = list(keys_of(model).values())
    needed = {name for name in names if model.model_fields[name].is_required()}
    chosen = needed | set(draw(st.lists(st.sampled_from(names), max_size=most, unique=True)))
    held = {name: draw(_field(model, name)) for name in names if name in chosen and name != "extends"}
    own = draw(st.dictionaries(st.sampled_from(["x-a", "x-Ürsprung", "x-c d"]), OWN, max_size=1))
    try:
        return model.model_validate(held | own)
    except ValidationError:
        return model.model_validate({name: held[name] for name in needed})


def _field(model: type[BaseModel], name: str) -> Strategy:
    field = model.model_fields[name]
    if name == "journeymapper":
        return st.just(1)
    if name == "title" and model is Plan:
        return TEXTS.filter(bool)
    return _constrained(field.annotation, tuple(field.metadata)) if field.metadata else values(field.annotation)


def plans() -> Strategy:
    """Whole plans; their references mostly name nothing, which is a finding and no obstacle."""
    return records(Plan, 8)


def places(value: Any, at: Place = ()) -> list[Place]:
    """The paths of all records and maps in a value, with the names of fields."""
    found: list[Place] = []
    inside = value.__dict__ if isinstance(value, BaseModel) else value if isinstance(value, Mapping) else {}
    for key, part in inside.items():
        if isinstance(part, BaseModel | FrozenMap):
            found += [(*at, key), *places(part, (*at, key))]
    return found


def at(value: Any, place: Place) -> Any:
    """What stands at a place."""
    for key in place:
        value = value[key] if isinstance(value, Mapping) else getattr(value, key)
    return value


def put(value: Any, place: Place, new: Any) -> Any:
    """A value with something else at a place."""
    if not place:
        return new
    key, *rest = place
    if isinstance(value, FrozenMap):
        return value.put(key, put(value[key], tuple(rest), new))
    return value.model_copy(update={key: put(getattr(value, key), tuple(rest), new)})


@st.composite
def edited(draw: st.DrawFn, plan: Plan, near: Sequence[tuple[str | int, ...]] = ()) -> Plan:
    """The plan with one change somewhere: a field, an entry more or less, another order, another id.

    With `near`, the change is in something that one of these paths leads through.
    """
    known = [(), *places(plan)]
    around = [place for place in known if any(path[: len(place)] == place for path in near)]
    place = draw(st.sampled_from(around or known))
    target = at(plan, place)
    if isinstance(target, FrozenMap):
        return _valid(plan, put(plan, place, draw(_map_edit(target, _map_type(plan, place)))))
    model: type[BaseModel] = type(target)
    name = draw(st.sampled_from([name for name in keys_of(model).values() if name not in ("extends", "journeymapper")]))
    return _valid(plan, put(plan, (*place, name), draw(_field(model, name))))


def _map_type(plan: Plan, place: Place) -> Any:
    annotation: Any = Plan
    for depth, key in enumerate(place):
        holder = at(plan, place[:depth])
        is_record = isinstance(holder, BaseModel)
        annotation = type(holder).model_fields[key].annotation if is_record else get_args(annotation)[1]
    return annotation


@st.composite
def _map_edit(draw: st.DrawFn, target: FrozenMap[str, Any], annotation: Any) -> FrozenMap[str, Any]:
    keys, values_ = map(values, get_args(annotation))
    known = list(target)
    if not known:
        return target.put(draw(keys), draw(values_))
    kind, chosen = draw(st.sampled_from(["add", "insert", "drop", "rename", "order"])), draw(st.sampled_from(known))
    if kind == "order":
        return FrozenMap({key: target[key] for key in draw(st.permutations(known))})
    if kind == "drop":
        return target.drop(chosen)
    new = draw(keys.filter(lambda key: key not in target))
    if kind == "rename":
        return target.renamed(chosen, new)
    return target.put(new, draw(values_), before=chosen if kind == "insert" else None)


def _valid(before: Plan, after: Plan) -> Plan:
    """The plan after an edit where it keeps the rules of the model, else the one before."""
    try:
        Plan.model_validate(raw(after))
    except ValidationError:
        return before
    return after


def raw(value: Any) -> Any:
    """A value as plain data whose scalars are still those of the model."""
    if isinstance(value, BaseModel | Mapping):
        return {key: raw(part) for key, part in entries(value).items()}
    return [raw(part) for part in value] if isinstance(value, tuple | list) else value
