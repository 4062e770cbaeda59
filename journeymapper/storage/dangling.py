"""References that name nothing, as findings with a guess at what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.model.references import Reference, Scope, dangling
from journeymapper.model.values import Target
from journeymapper.storage.outline import Outline
from journeymapper.storage.problems import DANGLING
from journeymapper.storage.suggesting import did_you_mean

_NAMES: dict[Target, str] = {
    "stages": "a stage", "phases": "a phase", "processes": "a process", "teams": "a team", "systems": "a system",
    "channels": "a channel", "points": "an interaction point", "goals": "a goal", "data": "a data item",
    "messages": "a message", "criteria": "criteria", "segments": "a segment", "personas": "a persona",
    "journeys": "a journey", "opportunities": "an opportunity", "initiatives": "an initiative",
    "audience": "a segment or persona", "step": "an interaction or end of this journey",
    "interaction": "an interaction of this journey", "above": "an interaction or end of the journey above",
    "entry": "an interaction of the journey that is opened", "anywhere": "an interaction of the plan",
    "gate": "a gate of the formula", "criterion": "a criterion of the formula",
}  # fmt: skip


def dangling_findings(
    plan: Plan, outline: Outline | None = None, gone: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """A finding for each reference of the plan that names nothing, with its place where the file's outline is given.

    References to what is `gone`, since it was wrong itself, are passed over.
    `opens` is left to the rule about journeys that open themselves or none (JM111).
    """
    scope = Scope(plan)
    for reference in dangling(plan):
        if not gone.isdisjoint(reference.ident.split("/")):
            continue
        if reference.path[-1] == "opens" or _undecided(reference, scope, plan):
            continue
        candidates = scope.candidates(reference)
        close = did_you_mean(reference.ident, candidates) or ("" if candidates else "; there are none yet")
        is_key = reference.path[-1] == reference.ident
        line, column = outline.position(reference.path, of_value=not is_key) if outline else (0, 0)
        message = f"'{reference.ident}' is not {_NAMES[reference.to]}{close}"
        yield DANGLING.at(message, line, column, (reference.path,))


def _undecided(reference: Reference, scope: Scope, plan: Plan) -> bool:
    """Whether the journey is not opened anywhere yet, so that what it leads to may still come to be above it."""
    if reference.to not in ("above", "entry") or str(reference.path[1]) in scope.openers:
        return False
    return reference.to == "entry" or any(
        reference.ident in journey.interactions or reference.ident in journey.ends for journey in plan.journeys.values()
    )
