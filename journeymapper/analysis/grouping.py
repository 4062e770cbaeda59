"""Figures of interactions added up by what these have in common: stage, team, process, medium, channel or point."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeymapper.analysis.plan_chain import PlanChain
from journeymapper.model.handover import medium_of, owning_process
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan

SORTS: Mapping[str, Callable[[Plan, Interaction], str | None]] = {
    "stage": lambda _, step: step.stage,
    "phase": lambda _, step: step.phase,
    "team": lambda _, step: step.team,
    "process": owning_process,
    "channel": lambda _, step: step.channel,
    "point": lambda _, step: step.point,
    "medium": medium_of,
}
"""What interactions are told apart by, each with the id or word that it gives; None where that is unknown."""


def members(planned: PlanChain, sort: str) -> dict[str | None, tuple[str, ...]]:
    """The interactions that belong to each stage, team and so on, in the planner's order."""
    found: dict[str | None, list[str]] = {}
    for key, step in planned.steps.items():
        found.setdefault(SORTS[sort](planned.plan, step), []).append(key)
    return {owner: tuple(keys) for owner, keys in found.items()}


def added_up(planned: PlanChain, figures: Mapping[str, float], sort: str) -> dict[str | None, float]:
    """The figures of interactions, added up for each stage, team and so on; None stands for the unknown one."""
    return {owner: sum(figures.get(key, 0.0) for key in keys) for owner, keys in members(planned, sort).items()}
