"""Rules about the facts that every interaction should have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from journeymapper.model.handover import owning_process
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan
from journeymapper.rules.choosing import (
    Chooser,
    choose_channel,
    choose_goal,
    choose_point,
    choose_process,
    choose_stage,
)
from journeymapper.rules.rule import Fault, Rule, no_fixes
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import quoted

Known = Callable[[Plan, Interaction], object]


def _missing(known: Known, says: str, choose: Chooser | None, subject: Subject) -> Iterator[Fault]:
    for path, step in subject.worked_out:
        if not known(subject.plan, step):
            mend = partial(choose, subject, path) if choose is not None else no_fixes
            yield Fault(f"{quoted(step, str(path[-1]))} {says}", path, mend=mend)


RULES = (
    Rule(
        "JM201",
        "no-goal",
        "warning",
        "Without a goal nobody can say whether an interaction works.",
        partial(_missing, lambda _, step: step.goal, "has no goal", choose_goal),
    ),
    Rule(
        "JM202",
        "no-channel",
        "warning",
        "A channel says who or what carries the interaction out.",
        partial(_missing, lambda _, step: step.channel, "has no channel", choose_channel),
    ),
    Rule(
        "JM203",
        "no-point",
        "warning",
        "An interaction point says where the customer meets us.",
        partial(_missing, lambda _, step: step.point, "has no interaction point", choose_point),
    ),
    Rule(
        "JM204",
        "no-process",
        "warning",
        "What no business process owns, nobody keeps up.",
        partial(_missing, owning_process, "belongs to no business process", choose_process),
    ),
    Rule(
        "JM205",
        "no-action",
        "warning",
        "An interaction is something that we do, and somebody has to know what.",
        partial(_missing, lambda _, step: (step.does or "").strip(), "does not say what we do", None),
    ),
    Rule(
        "JM206",
        "no-stage",
        "error",
        "A stage says where in the cycle the customer is; without it the interaction has no place in the journey.",
        partial(_missing, lambda _, step: step.stage, "has no customer stage", choose_stage),
    ),
)
