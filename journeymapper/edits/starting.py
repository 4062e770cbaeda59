"""Where a journey starts."""

from __future__ import annotations

from journeymapper.edits.paths import journey_at, with_item
from journeymapper.errors import EditRefused
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import Start
from journeymapper.model.plan import Plan
from journeymapper.model.units import Share


def start_at(plan: Plan, journey: str, ident: str) -> Plan:
    """The plan in which every customer starts the journey at one interaction. Raises EditRefused."""
    if ident not in journey_at(plan, journey).interactions:
        raise EditRefused(f"'{ident}' is not there any more")
    return with_item(plan, ("journeys", journey, "starts"), FrozenMap({ident: Start(share=Share.of(1))}))
