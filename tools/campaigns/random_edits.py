"""Edits at random: every verb that there is, on whatever the plan has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from pydantic import BaseModel, ValidationError

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.ends import add_end, lead_to_end
from journeymapper.edits.fields import parsed, set_field, set_part
from journeymapper.edits.interactions import add_interaction, append_interaction
from journeymapper.edits.journeys import add_journey, detail_event
from journeymapper.edits.links import connect, disconnect
from journeymapper.edits.paths import item_at, with_item
from journeymapper.edits.placing import move_card, reset_cards
from journeymapper.edits.renaming import rename_step
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.forms import entries, same
from tools.campaigns import raw

NAMES = ("Pays", "Looks around", "Asks a friend", "See", "Nein, danke", "2nd try", "x-ray", "Ende")
PARTS = ("evidence", "people", "handover", "aims_at", "satisfaction", "technology")
LIBRARIES = (
    "stages", "phases", "processes", "teams", "systems", "channels", "points", "goals", "data", "messages", "criteria",
    "segments", "personas", "opportunities", "initiatives", "views",
)  # fmt: skip
TRIES = 200


@dataclass(frozen=True)
class Edit:
    """What was done: the new plan, and the ids that were changed in it as (old, new)."""

    plan: Plan
    name: str
    renamed: tuple[tuple[str, str], ...] = ()


Verb = Callable[[Plan, Random], Plan | Edit]


def edited(plan: Plan, chance: Random) -> Edit:
    """The plan after one edit that changed something."""
    for _ in range(TRIES):
        verb = chance.choice(VERBS)
        try:
            done = verb(plan, chance)
        except (EditRefused, IndexError, ValidationError):  # IndexError: there is nothing to choose from
            continue
        edit = done if isinstance(done, Edit) else Edit(done, verb.__name__.strip("_"))
        if not same(plan, edit.plan) and _is_valid(edit.plan):
            return edit
    return Edit(plan, "nothing")


def _is_valid(plan: Plan) -> bool:
    """Whether the fields' own rules hold, which edits of whole maps do not look at."""
    try:
        Plan.model_validate(_plain(plan))
    except ValidationError:
        return False
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel | Mapping):
        return {key: _plain(part) for key, part in entries(value).items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value


def records(value: Any, at: ItemPath = ()) -> Iterator[tuple[ItemPath, BaseModel]]:
    """All records of a plan with their places, by the names of fields."""
    if isinstance(value, BaseModel):
        yield at, value
    inside = value.__dict__ if isinstance(value, BaseModel) else value if isinstance(value, FrozenMap) else {}
    for key, part in inside.items():
        yield from records(part, (*at, key))


def _maps(plan: Plan) -> list[tuple[ItemPath, FrozenMap[str, Any]]]:
    """All maps that have entries."""
    found = []
    for at, record in records(plan):
        found += [((*at, name), part) for name, part in record.__dict__.items() if isinstance(part, FrozenMap) and part]
    return found


def _ids(plan: Plan) -> list[str]:
    return [key for _, held in _maps(plan) for key in held] or ["a"]


def _journey(plan: Plan, chance: Random) -> str:
    return chance.choice(list(plan.journeys))


def _step(plan: Plan, journey: str, chance: Random, *, ends: bool = False) -> str:
    held = plan.journeys[journey]
    steps: list[str] = [*held.interactions, *(held.ends if ends else ())]
    return chance.choice(steps)


def _set_a_field(plan: Plan, chance: Random) -> Plan:
    at, record = chance.choice(list(records(plan)))
    names = [name for name in type(record).model_fields if (at, name) not in (((), "journeymapper"), ((), "extends"))]
    said = [name for name in names if entries(record).get(name) is not None]
    name = chance.choice(said if said and chance.random() < 0.5 else names)
    return set_field(plan, at, name, _raw(type(record), name, plan, chance))


def _raw(model: type[BaseModel], name: str, plan: Plan, chance: Random) -> Any:
    return None if chance.random() < 0.25 else raw.of_field(model, name, chance, _ids(plan))


def _set_a_part(plan: Plan, chance: Random) -> Plan:
    journey = _journey(plan, chance)
    at = ("journeys", journey, "interactions", _step(plan, journey, chance))
    part, kind = chance.choice(PARTS), type(item_at(plan, at))
    held = raw.of_field(kind, part, chance, _ids(plan)) if part in kind.model_fields else None
    if not isinstance(held, dict):
        return plan
    name = chance.choice(list(held))
    return set_part(plan, at, part, name, held[name])


def _add_a_step(plan: Plan, chance: Random) -> Plan:
    journey, title = _journey(plan, chance), chance.choice(NAMES)
    match chance.randrange(4):
        case 0:
            return add_interaction(plan, journey, title, before=_step(plan, journey, chance))[0]
        case 1:
            return add_interaction(plan, journey, title, {"does": chance.choice(raw.TEXTS), "takes": "5min"})[0]
        case 2:
            return append_interaction(plan, journey, _step(plan, journey, chance), title)[0]
        case _:
            return add_end(plan, journey, title, "neutral")[0]


def _add_a_journey(plan: Plan, chance: Random) -> Plan:
    if chance.random() < 0.5:
        return add_journey(plan, chance.choice(NAMES), "micro")[0]
    journey = _journey(plan, chance)
    return detail_event(plan, journey, _step(plan, journey, chance))[0]


def _link(plan: Plan, chance: Random) -> Plan:
    journey = _journey(plan, chance)
    source = _step(plan, journey, chance)
    if chance.random() < 0.2:
        return lead_to_end(plan, journey, source, chance.choice(("success", "failure")), "The end")[0]
    return connect(plan, journey, source, _step(plan, journey, chance, ends=True))


def _unlink(plan: Plan, chance: Random) -> Plan:
    journey = _journey(plan, chance)
    source = _step(plan, journey, chance)
    return disconnect(plan, journey, source, chance.choice(list(plan.journeys[journey].interactions[source].next)))


def _move_a_card(plan: Plan, chance: Random) -> Plan:
    journey = _journey(plan, chance)
    ident = _step(plan, journey, chance)
    if chance.random() < 0.3:
        return reset_cards(plan, journey, plan.layout.get(journey, {ident: None}))
    return move_card(plan, journey, ident, (chance.randrange(-3, 4), chance.choice((0, 1, 0.5))))


def _rename_a_step(plan: Plan, chance: Random) -> Edit:
    journey = _journey(plan, chance)
    old, new = _step(plan, journey, chance, ends=True), f"renamed-{chance.randrange(1000)}"
    return Edit(
        rename_step(plan, journey, old, new), "rename a step", ((old, new), (f"{journey}/{old}", f"{journey}/{new}"))
    )


def _rename_a_key(plan: Plan, chance: Random) -> Edit:
    """Another id for an entry of a library; what names it is left to dangle."""
    name = chance.choice([name for name in LIBRARIES if getattr(plan, name)])
    held = getattr(plan, name)
    old, new = chance.choice(list(held)), f"renamed-{chance.randrange(1000)}"
    return Edit(with_item(plan, (name,), held.renamed(old, new)), "rename a key", ((old, new),))


def _delete(plan: Plan, chance: Random) -> Plan:
    places = [(*at, key) for at, held in _maps(plan) for key in held]
    return delete_items(plan, chance.sample(places, min(len(places), chance.choice((1, 1, 2, 3)))))


def _clear_a_library(plan: Plan, chance: Random) -> Plan:
    return with_item(plan, (chance.choice([name for name in LIBRARIES if getattr(plan, name)]),), FrozenMap())


def _add_an_item(plan: Plan, chance: Random) -> Plan:
    name = chance.choice(LIBRARIES)
    held: FrozenMap[str, Any] = getattr(plan, name)
    facts = {f"new-{chance.randrange(1000)}": raw.of_field(Plan, name, chance, _ids(plan))}
    made = parsed(Plan, name, {key: next(iter(fact.values()), {}) for key, fact in facts.items()})
    before = chance.choice([None, *held])
    for key, item in made.items():
        held = held.put(key, item, before=before)
    return with_item(plan, (name,), held)


def _reorder(plan: Plan, chance: Random) -> Plan:
    at, held = chance.choice([(at, held) for at, held in _maps(plan) if len(held) > 1])
    keys = list(held)
    if chance.random() < 0.5:
        key = keys.pop(chance.randrange(len(keys)))
        keys.insert(chance.randrange(len(keys) + 1), key)
    else:
        chance.shuffle(keys)
    return with_item(plan, at, FrozenMap({key: held[key] for key in keys}))


def _edit_a_list(plan: Plan, chance: Random) -> Plan:
    lists = [
        (at, name, part)
        for at, record in records(plan)
        for name, part in record.__dict__.items()
        if isinstance(part, tuple) and part and isinstance(part[0], str)
    ]
    at, name, held = chance.choice(lists)
    items = list(held)
    place = chance.randrange(len(items))
    match chance.randrange(4):
        case 0:
            del items[place]
        case 1:
            items.insert(place, chance.choice(_ids(plan) if "-" in items[place] else raw.TEXTS))
        case 2:
            items[place] = chance.choice(_ids(plan))
        case _:
            chance.shuffle(items)
    return set_field(plan, at, name, items)


def _set_an_own_key(plan: Plan, chance: Random) -> Plan:
    at, record = chance.choice(list(records(plan)))
    own = {"x-own": chance.choice((None, 1, True, 1.5, "yes", "text", ["a", 1], {"a": {"b": "c"}, "d e": [None]}))}
    kept = {**record.__dict__, **(record.__pydantic_extra__ or {}), **own}
    return with_item(plan, at, type(record).model_validate(kept))


VERBS: tuple[Verb, ...] = (
    _set_a_field, _set_a_field, _set_a_field, _set_a_field, _set_a_part, _add_a_step, _add_a_journey, _link, _unlink,
    _move_a_card, _rename_a_step, _rename_a_key, _delete, _delete, _clear_a_library, _add_an_item, _reorder, _reorder,
    _edit_a_list, _set_an_own_key,
)  # fmt: skip
