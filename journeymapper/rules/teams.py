"""Rules about teams: how well they serve, how well they think they do, what they are trained and rewarded for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from statistics import fmean, stdev

from journeymapper.model.finding import ItemPath
from journeymapper.model.interaction import Interaction
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject
from journeymapper.rules.wording import quoted

GAP = 2.0
"""So many points of ten a team may rate itself better than its customers do."""
CUSTOMER_WORDS = ("advoca", "ces", "churn", "complain", "csat", "customer", "feedback", "loyal", "nps", "recommend",
                  "repurchase", "retention", "retain", "satisf")  # fmt: skip
"""Beginnings of words that show that a reward is for what customers say or do."""


def _satisfaction(subject: Subject) -> Mapping[str, float]:
    """The mean satisfaction with the interactions of each team, as far as it is known."""
    scores: dict[str, list[float]] = {}
    for _, step in subject.interactions:
        if step.opens is None and step.satisfaction is not None and step.team and step.team in subject.plan.teams:
            scores.setdefault(step.team, []).append(step.satisfaction.value)
    return {team: fmean(values) for team, values in scores.items()}


def _lagging_team(subject: Subject) -> Iterator[Fault]:
    scores = _satisfaction(subject)
    mean = fmean(scores.values()) if scores else 0.0
    floor = mean - stdev(scores.values()) if len(scores) > 1 else 0.0
    for ident, score in scores.items():
        team = subject.plan.teams[ident]
        reasons = []
        if team.target is not None and score < team.target:
            reasons.append(f"below its target of {team.target:g}")
        if score < floor - 1e-9:
            reasons.append(f"more than a deviation below the mean of all teams, {mean:.1f}")
        if reasons:
            message = f"Customers rate {quoted(team, ident)} {score:.1f} of 10, {' and '.join(reasons)}"
            yield Fault(message, ("teams", ident))


def _perception_gap(subject: Subject) -> Iterator[Fault]:
    for ident, score in _satisfaction(subject).items():
        team = subject.plan.teams[ident]
        if team.self_rating is not None and team.self_rating - score >= GAP - 1e-9:
            message = (
                f"{quoted(team, ident)} rates itself {team.self_rating:g} of 10, and its customers rate it {score:.1f}"
            )
            yield Fault(message, ("teams", ident))


def _untrained(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    trained: dict[str, dict[ItemPath, bool | None]] = {}
    for path, step in subject.interactions:
        if step.channel and step.channel in plan.channels and step.opens is None:
            trained.setdefault(step.channel, {})[path] = step.people.trained if step.people is not None else None
    for ident, known in trained.items():
        if plan.channels[ident].kind == "person" and False in known.values() and True not in known.values():
            untrained = (path for path, is_trained in known.items() if is_trained is False)
            message = f"Nobody is known to be trained for the channel {quoted(plan.channels[ident], ident)}"
            yield Fault(message, ("channels", ident), *untrained)


def _unrewarded_truth(subject: Subject) -> Iterator[Fault]:
    plan = subject.plan
    for path, step in subject.truths_worked_out:
        team = plan.teams.get(step.team or "")
        if team is None:
            continue
        name, who = quoted(step, str(path[-1])), quoted(team, str(step.team))
        reward = (team.rewarded_on or "").strip()
        if not reward:
            message = f"{name} is a moment of truth, and nothing is known of what {who} is rewarded for"
            yield Fault(message, path, ("teams", str(step.team)))
        elif not _rewards(reward, _subjects(subject, step)):
            message = f"{name} is a moment of truth, and {who} is rewarded for something else: {reward}"
            yield Fault(message, path, ("teams", str(step.team)))


def _subjects(subject: Subject, step: Interaction) -> str:
    """What an interaction is about: its title, its goal and what is measured there."""
    goal = subject.plan.goals.get(step.goal or "")
    titles = [step.title, goal.title if goal else None, *(measure.title for measure in step.measures.values())]
    return " ".join(filter(None, titles))


def _rewards(reward: str, about: str) -> bool:
    """Whether a reward is for what customers say or do, or names what the interaction is about."""
    words = _words(reward)
    return any(word.startswith(CUSTOMER_WORDS) for word in words) or bool(
        {word[:5] for word in words if len(word) > 3} & {word[:5] for word in _words(about) if len(word) > 3}
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


RULES = (
    Rule(
        "JM408",
        "lagging-team",
        "warning",
        "Customers remember the team that let them down, so one that lags spoils what the others do well.",
        _lagging_team,
    ),
    Rule(
        "JM409",
        "perception-gap",
        "info",
        "A team that thinks it serves much better than it does sees no reason to improve.",
        _perception_gap,
    ),
    Rule(
        "JM410",
        "untrained",
        "info",
        "On a personal channel the experience is as good as the people who give it.",
        _untrained,
    ),
    Rule(
        "JM508",
        "unrewarded-truth",
        "info",
        "People do what they are rewarded for, so what decides the relationship should be among it.",
        _unrewarded_truth,
    ),
)
