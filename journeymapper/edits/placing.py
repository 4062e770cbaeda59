"""Moving cards by hand: offsets inside their stage and lane, kept in the plan's layout."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.edits.paths import journey_at
from journeymapper.errors import EditRefused
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import FURTHEST, Offset, Plan


def move_card(plan: Plan, journey: str, ident: str, offset: Offset) -> Plan:
    """The plan with a card `offset` grid units (right, down) from where the layout puts it; (0, 0) forgets it.

    Raises EditRefused where the journey has no such interaction, or the card would be too far away to be drawn.
    """
    held = journey_at(plan, journey)
    if ident not in held.interactions:
        raise EditRefused(f"'{ident}' is not there any more")
    if any(abs(part) > FURTHEST for part in offset):
        raise EditRefused(f"'{held.interactions[ident].name(ident)}' can't be moved so far from its place")
    offsets = plan.layout.get(journey, FrozenMap())
    moved = offsets.put(ident, offset) if offset != (0, 0) else offsets.drop(ident)
    return _with_offsets(plan, journey, moved)


def reset_cards(plan: Plan, journey: str, idents: Iterable[str]) -> Plan:
    """The plan with these cards back where the layout puts them."""
    offsets = plan.layout.get(journey, FrozenMap())
    for ident in idents:
        offsets = offsets.drop(ident)
    return _with_offsets(plan, journey, offsets)


def _with_offsets(plan: Plan, journey: str, offsets: FrozenMap[str, Offset]) -> Plan:
    layout = plan.layout.put(journey, offsets) if offsets else plan.layout.drop(journey)
    return plan if layout == plan.layout else plan.model_copy(update={"layout": layout})
