"""The worked examples of the theory as plans."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.model.plan import Plan
from tests.sketches import journey, plan, sound_journeys

ORACLES: dict[str, Any] = json.loads((Path(__file__).parent.parent / "data/oracles.json").read_text(encoding="utf-8"))
DAY = 86400


def three_steps(**ends: Any) -> Plan:
    """Example O2: days and costs of A, B and C; who goes through C is won."""
    steps = {
        "a": {"takes": "2d", "cost": 10, "b": "50%", "lost": "50%"},
        "b": {"takes": "5d", "cost": 40, "c": "60%", "a": "20%", "lost": "20%"},
        "c": {"takes": "3d", "cost": 25, "won": "90%", "b": "10%"},
    }
    outcomes = {"won": {"outcome": "success", **ends}, "lost": {"outcome": "failure"}}
    return plan({"j": journey(steps, outcomes)})


def counted(counts: dict[str, int], successes: tuple[str, ...], start: str) -> Plan:
    """A plan whose shares are the frequencies of a log, written `FROM>TO`."""
    onward: dict[str, dict[str, int]] = {}
    for link, count in counts.items():
        source, _, target = link.lower().replace("_", "-").partition(">")
        onward.setdefault(source, {})[target] = count
    steps = {
        source: {target: f"{100 * count / sum(targets.values()):.17f}%" for target, count in targets.items()}
        for source, targets in onward.items()
    }
    ends = {target for targets in onward.values() for target in targets if target not in onward}
    outcomes = {end: {"outcome": "success" if end in successes else "failure"} for end in sorted(ends)}
    return plan({"j": journey(steps, outcomes, starts={start: "100%"})})


def applications() -> Plan:
    """Example O3: 13,087 applications for a loan."""
    return counted(ORACLES["O3_bpic2012"]["counts"], ("a-approved",), "a-submitted")


FACTS: list[dict[str, Any]] = [
    {},
    {"takes": "1h", "cost": 1.5, "team": "web", "asks": ["name"]},
    {"takes": "2d", "cost": 0, "team": "shop", "asks": ["taste", "name"], "uses": ["size"]},
    {"takes": "5min..2h", "cost": 40, "team": "web", "uses": ["name", "taste"]},
    {"cost": 3, "asks": ["size"], "uses": ["taste"]},
    {"takes": "10s", "team": "shop", "asks": ["taste"], "uses": ["taste"]},
]
WAITS = [(None, None), (None, "1d"), ("3w", None), ("1h", "2h")]
"""How long customers wait after the first and after each further link of a step."""


@st.composite
def planned_journeys(draw: st.DrawFn) -> PlanChain:
    """Sound journeys with times, costs, questions, teams and perhaps a conversion of their own, as chains."""
    raw = draw(sound_journeys(6))
    for step in raw["interactions"].values():
        first, further = draw(st.sampled_from(WAITS))
        waits = [first, *[further] * len(step["next"])]
        step.update(draw(st.sampled_from(FACTS)))
        step["next"] = {
            target: {"share": share, "after": wait}
            for (target, share), wait in zip(step["next"].items(), waits, strict=False)
        }
    conversion = draw(st.sampled_from([None, *raw["interactions"]]))
    library: dict[str, Any] = {"teams": {"web": {}, "shop": {}}, "data": {"name": {}, "taste": {}, "size": {}}}
    return plan_chain(plan({"j": {**raw, "conversion": conversion}}, **library))
