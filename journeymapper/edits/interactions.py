"""Adding interactions and ends to a journey."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.edits.fields import parsed
from journeymapper.edits.links import connect
from journeymapper.edits.naming import fresh_id, step_ids
from journeymapper.edits.paths import item_at, journey_at, with_item
from journeymapper.model.interaction import Interaction, Start
from journeymapper.model.plan import Plan


def add_interaction(
    plan: Plan, journey: str, title: str, facts: Mapping[str, object] | None = None, before: str | None = None
) -> tuple[Plan, str]:
    """The plan with a new interaction, and its id.

    `facts` are further fields as a file would hold them (stage, process …). In a journey without a start the first
    interaction becomes it. Raises EditRefused.
    """
    held = journey_at(plan, journey)
    ident = fresh_id(title, step_ids(held), "step")
    values = {name: parsed(Interaction, name, raw) for name, raw in {"title": title, **(facts or {})}.items()}
    added = held.interactions.put(ident, Interaction().model_copy(update=values), before=before)
    update: dict[str, object] = {"interactions": added}
    if not held.starts and not held.interactions:
        update["starts"] = held.starts.put(ident, Start(share=parsed(Start, "share", "100%")))
    return with_item(plan, ("journeys", journey), held.model_copy(update=update)), ident


def append_interaction(
    plan: Plan, journey: str, source: str, title: str, facts: Mapping[str, object] | None = None
) -> tuple[Plan, str]:
    """The plan with a new interaction that `source` leads to, and its id.

    It takes stage and phase, process and team from `source`, unless `facts` say another stage or process. Raises
    EditRefused.
    """
    neighbour: Interaction = item_at(plan, ("journeys", journey, "interactions", source))
    values = dict(facts or {})
    for leading, following in (("stage", "phase"), ("process", "team")):
        if values.setdefault(leading, getattr(neighbour, leading)) == getattr(neighbour, leading):
            values.setdefault(following, getattr(neighbour, following))
    plan, ident = add_interaction(plan, journey, title, {name: value for name, value in values.items() if value})
    return connect(plan, journey, source, ident), ident
