"""The plan as one segment or persona meets it: its own shares, starts, times, costs and earnings in their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.shares import likely_share, total
from journeymapper.model.units import Share

T = TypeVar("T")
_BY = {"takes": "takes_by", "cost": "cost_by", "earns": "earns_by", "feeling": "feeling_by"}


def as_met_by(plan: Plan, audience: str) -> Plan:
    """The plan for one segment or persona; a persona who says nothing of her own is like her segment.

    Where only some links of an interaction have a share of their own, the other known ones share the rest in proportion
    to what they had. Interactions that nothing special is said of stay the same objects.
    """
    persona = plan.personas.get(audience)
    names = (audience, persona.segment) if persona is not None and persona.segment else (audience,)
    journeys = FrozenMap({key: _journey(journey, names) for key, journey in plan.journeys.items()})
    return plan.model_copy(update={"journeys": journeys})


def _journey(journey: Journey, names: tuple[str, ...]) -> Journey:
    steps = FrozenMap({key: _step(step, names) for key, step in journey.interactions.items()})
    starts = _own(journey.starts_by, names)
    update = {"interactions": steps} | ({} if starts is None else {"starts": starts})
    return journey.model_copy(update=update)


def _step(step: Interaction, names: tuple[str, ...]) -> Interaction:
    said = {plain: _own(getattr(step, by), names) for plain, by in _BY.items()}
    update: dict[str, object] = {plain: value for plain, value in said.items() if value is not None}
    links = _links(step.next, names)
    if links is not step.next:
        update["next"] = links
    return step.model_copy(update=update) if update else step


def _links(links: FrozenMap[str, Link], names: tuple[str, ...]) -> FrozenMap[str, Link]:
    own = {target: share for target, link in links.items() if (share := _own(link.share_by, names)) is not None}
    if not own:
        return links
    before = total(likely_share(link) for target, link in links.items() if target not in own)
    left = max(0.0, 1 - sum(share.likely for share in own.values()))
    rest = left / before if before else 1.0
    if any(link.share is None for target, link in links.items() if target not in own):
        rest = min(1.0, rest)  # what is left over goes to the unknown ones
    return FrozenMap({target: _with_share(link, own.get(target), rest) for target, link in links.items()})


def _with_share(link: Link, own: Share | None, rest: float) -> Link:
    if own is None and link.share is not None:
        own = Share.of(min(1.0, link.share.likely * rest))
    return link if own is None else link.model_copy(update={"share": own})


def _own(by: Mapping[str, T], names: tuple[str, ...]) -> T | None:
    return next((by[name] for name in names if name in by), None)
