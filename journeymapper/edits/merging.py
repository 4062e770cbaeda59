"""Making one interaction of two that are the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from journeymapper.edits.paths import journey_at, with_item, without_item
from journeymapper.edits.placing import reset_cards
from journeymapper.edits.renaming import point_elsewhere
from journeymapper.errors import EditRefused
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import Interaction, Link, Start
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.references import dangling
from journeymapper.model.units import Share

Way = TypeVar("Way", Link, Start)


def why_not_merge(journey: Journey, kept: str, twin: str) -> str:
    """Why the two can't become one interaction, empty if they can."""
    for ident in (kept, twin):
        if ident not in journey.interactions:
            return f"'{ident}' is not there any more"
    one, two = journey.interactions[kept], journey.interactions[twin]
    if kept == twin or twin in one.next or kept in two.next:
        return f"'{one.name(kept)}' and '{two.name(twin)}' follow each other"
    return "an event that is detailed can't be merged" if one.opens or two.opens else ""


def merge_interactions(plan: Plan, journey: str, kept: str, twin: str) -> Plan:
    """The plan in which `kept` stands for `twin` too, with its links, and with its facts where `kept` knows none.

    Where both go on in different ways, how many customers take which is not known any more. Raises EditRefused.
    """
    held = journey_at(plan, journey)
    if reason := why_not_merge(held, kept, twin):
        raise EditRefused(reason)
    loose_before = set(dangling(plan))
    plan = reset_cards(plan, journey, [twin])
    plan = with_item(plan, ("journeys", journey), _joined(held, kept, twin))
    plan = without_item(plan, ("journeys", journey, "interactions", twin))
    return point_elsewhere(plan, loose_before, {twin: kept, f"{journey}/{twin}": f"{journey}/{kept}"})


def _joined(held: Journey, kept: str, twin: str) -> Journey:
    """The journey in which everything that led to the twin leads to the one that is kept."""
    one, two = held.interactions[kept], held.interactions[twin]
    steps = {ident: _redirected(step, kept, twin) for ident, step in held.interactions.items()}
    steps[kept] = _filled(one, two).model_copy(update={"next": _onward(one.next, two.next)})
    return held.model_copy(
        update={
            "interactions": FrozenMap(steps),
            "starts": _one_way(held.starts, kept, twin),
            "starts_by": FrozenMap({who: _one_way(starts, kept, twin) for who, starts in held.starts_by.items()}),
        }
    )


def _redirected(step: Interaction, kept: str, twin: str) -> Interaction:
    return step.model_copy(update={"next": _one_way(step.next, kept, twin)}) if twin in step.next else step


def _one_way(ways: FrozenMap[str, Way], kept: str, twin: str) -> FrozenMap[str, Way]:
    """Links or starts in which the way to the twin leads to the one that is kept, with the share of both."""
    if twin not in ways:
        return ways
    if kept not in ways:
        return ways.renamed(twin, kept)
    one, two = ways[kept], ways[twin]
    both = None if one.share is None or two.share is None else Share.of(min(1.0, one.share.likely + two.share.likely))
    return ways.drop(twin).put(kept, one.model_copy(update={"share": both, **_no_shares_by(one)}))


def _onward(one: FrozenMap[str, Link], two: FrozenMap[str, Link]) -> FrozenMap[str, Link]:
    """The links of both; shares only where both say the same."""
    if {target: link.share for target, link in one.items()} == {target: link.share for target, link in two.items()}:
        return one
    links = {**two, **one}
    unsure = {to: link.model_copy(update={"share": None, **_no_shares_by(link)}) for to, link in links.items()}
    return FrozenMap({target: unsure[target] for target in (*one, *two)})


def _no_shares_by(way: Link | Start) -> Mapping[str, object]:
    return {"share_by": FrozenMap()} if isinstance(way, Link) else {}


def _filled(one: Interaction, two: Interaction) -> Interaction:
    """The facts of one, with those of the other where nothing is known."""
    update: dict[str, object] = {}
    for name in Interaction.model_fields:
        known, other = getattr(one, name), getattr(two, name)
        if isinstance(known, FrozenMap) and isinstance(other, FrozenMap):
            update[name] = FrozenMap({**other, **known}) if other.keys() - known.keys() else known
        elif known is None and other is not None:
            update[name] = other
    return one.model_copy(update=update)
