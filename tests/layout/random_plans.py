"""Random plans to lay out: any mixture of stages, processes, links, ends, long titles and moved cards."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from journeymapper.model.plan import Plan

_TITLES = (
    "Pays",
    "Offer a sample box",
    "Compares three rates on a portal before breakfast and forgets about it",
    "顧客は無料のサンプルボックスを申し込みます",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "",
)
_ENDS = {
    "won": {"title": "Subscribes", "outcome": "success"},
    "more": {"title": "Subscribes for the whole family at once", "outcome": "success"},
    "lost": {"title": "Leaves", "outcome": "failure"},
    "rival": {"title": "Buys from somebody else who is cheaper", "outcome": "failure"},
    "later": {"title": "Comes back later", "outcome": "neutral"},
    "open": {},
}


def random_plan(random: Random, level: str = "micro", most: int = 24) -> Plan:
    """A plan with one journey of up to `most` interactions, called `j`."""
    count = random.randint(1, most)
    stages = [f"stage-{place}" for place in range(random.choice((0, 1, 2, 4)))]
    processes = [f"process-{place}" for place in range(random.choice((0, 1, 3)))]
    names = [f"i{place}" for place in range(count)]
    ends = random.sample(sorted(_ENDS), random.randint(0, len(_ENDS)))
    steps = {name: _step(random, place, names, ends, stages, processes) for place, name in enumerate(names)}
    starts = {name: random.choice((None, "50%")) for name in random.sample(names, random.randint(0, min(2, count)))}
    moved = random.sample(names, random.randint(0, min(3, count))) if random.random() < 0.3 else []
    journey = {"title": "Journey", "level": level, "starts": starts, "interactions": steps,
               "ends": {end: _ENDS[end] for end in ends}}  # fmt: skip
    return Plan.model_validate({
        "title": "Random",
        "volume": random.choice((None, 10000)),
        "stages": {stage: {"title": stage} for stage in stages},
        "phases": {"grow": {"title": "Growth"}, "keep": {}},
        "processes": {process: {} for process in processes},
        "goals": {"sell": {"title": "Sell"}},
        "channels": {"site": {"title": "Website"}},
        "points": {"form": {"title": "Form", "medium": "web"}, "call": {"title": "Call", "medium": "phone"}},
        "journeys": {"j": journey},
        "layout": {"j": {name: [random.randint(-20, 20), random.randint(-12, 12)] for name in moved}},
    })  # fmt: skip


def _step(
    random: Random, place: int, names: list[str], ends: list[str], stages: list[str], processes: list[str]
) -> dict[str, Any]:
    near = names[max(0, place - 5) : place + 6]
    targets = [
        *random.choices(near, k=random.randint(0, 3)),
        *random.sample(ends, random.randint(0, min(2, len(ends)))),
    ]
    if random.random() < 0.05:
        targets.append("nowhere")
    at = len(stages) * place // len(names)
    return {
        "title": random.choice(_TITLES) or None,
        "stage": random.choice((stages[at], stages[at], *stages, None)) if stages else None,
        "process": random.choice((*processes, processes[0], None)) if processes else None,
        "phase": random.choice(("grow", "keep", None)),
        "goal": random.choice(("sell", None)),
        "channel": random.choice(("site", None)),
        "point": random.choice(("form", "call", None)),
        "feeling": random.choice((None, -2, -1, 0, 1, 2)),
        "moment_of_truth": random.random() < 0.2,
        "next": {target: random.choice((None, "100%", "33.3%", "7%")) for target in targets},
    }


def plans_to_lay_out(level: str = "micro", most: int = 24) -> st.SearchStrategy[Plan]:
    """Random plans; a failing one is told by its seed."""
    return st.integers(0, 2**31).map(lambda seed: random_plan(Random(seed), level, most))
