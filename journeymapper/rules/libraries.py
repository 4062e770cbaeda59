"""Rules about the plan's libraries: whether they fit what the journeys use of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.fields import set_field
from journeymapper.model.facts import Item
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.model.references import references
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import quoted

NAMES = {
    "channels": "channel", "points": "interaction point", "data": "data item", "segments": "segment",
    "teams": "team", "personas": "persona",
}  # fmt: skip
"""The libraries whose entries are there to be used, with what an entry is called."""


def _point_not_on_channel(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for path, step in subject.interactions:
        channel, point = plan.channels.get(step.channel or ""), plan.points.get(step.point or "")
        if (
            step.opens is None
            and channel
            and point
            and point.channels is not None
            and step.channel not in point.channels
        ):
            offered = quoted(point, str(step.point))
            name, carrier = quoted(step, str(path[-1])), quoted(channel, str(step.channel))
            message = f"{name} meets customers at {offered}, which {carrier} does not offer"
            mend = partial(
                _offer, str(step.point), (*point.channels, str(step.channel)), f"Let {carrier} offer {offered}"
            )
            yield Fault(message, path, ("points", str(step.point)), ("channels", str(step.channel)), mend=mend)


def _offer(point: str, channels: tuple[str, ...], label: str) -> Iterator[Fix]:
    yield Fix(label, partial(set_field, path=("points", point), field="channels", raw=channels), safe=True)


def _goal_unserved(subject: Subject) -> Iterator[Fault]:
    served = {step.goal for _, step in subject.interactions}
    for ident, goal in subject.plan.goals.items():
        if ident not in served:
            yield Fault(f"No interaction serves the goal {quoted(goal, ident)}", ("goals", ident))


def _unused(subject: Subject) -> Iterator[Fault]:
    commonly = _named_by_interactions(subject)
    idle = {path: item for path, item in _held(subject.plan) if path not in commonly}
    used: set[ItemPath] = set()
    for reference in references(subject.plan) if idle else ():  # takes long in large plans
        for library in ("segments", "personas") if reference.to == "audience" else (reference.to,):
            used.add((library, reference.ident))
    for path, item in idle.items():
        if path not in used:
            name = f"{NAMES[str(path[0])]} {quoted(item, str(path[-1]))}"
            yield Fault(f"Nothing uses the {name}", path, mend=partial(_remove, path, item))


def _held(plan: Plan) -> Iterator[tuple[ItemPath, Item]]:
    """The entries that are there to be used."""
    for library in NAMES:
        held: Mapping[str, Item] = getattr(plan, library)
        yield from (((library, ident), item) for ident, item in held.items())


def _named_by_interactions(subject: Subject) -> set[ItemPath]:
    """The channels, points, teams and data that interactions name, which are nearly all there are."""
    found: set[ItemPath] = set()
    for _, step in subject.interactions:
        found |= {("channels", step.channel or ""), ("points", step.point or ""), ("teams", step.team or "")}
        found |= {("data", ident) for ident in (*(step.asks or ()), *(step.uses or ()))}
    return found


def _remove(path: ItemPath, item: Item) -> Iterator[Fix]:
    """Take it away, unless it is a part of the customers, who would be missing then."""
    if getattr(item, "share", None) is None:
        yield Fix(f"Remove {quoted(item, str(path[-1]))}", partial(delete_items, paths=[path]))


RULES = (
    Rule(
        "JM207",
        "point-not-on-channel",
        "warning",
        "Customers can only be met where the channel is, so either the interaction or the library is wrong.",
        _point_not_on_channel,
    ),
    Rule(
        "JM208",
        "goal-unserved",
        "info",
        "A goal that no interaction works for is not reached, or it is no goal any more.",
        _goal_unserved,
    ),
    Rule(
        "JM209",
        "unused",
        "info",
        "What nothing uses is forgotten in the journeys, or can go.",
        _unused,
    ),
)
