"""Plans of any size to measure with: one journey of N interactions in the canonical form of the format."""

import math
from collections.abc import Sequence
from random import Random

from journeymapper.model.plan import Plan

STAGES = ("engagement", "transaction", "fulfilment", "service")
PROCESSES = ("sales", "marketing", "support")
CHANNELS = 6

HEAD = """journeymapper: 1
title: Synthetic plan
currency: EUR
"""


def plan_text(interactions: int) -> str:
    """YAML of a plan whose flow runs through the stages in parallel ways, with 1.3 links an interaction.

    The same number gives the same text; 10,000 interactions are about 3.6 MB.
    """
    random = Random(interactions)
    lines = [HEAD, *_collection("stages", STAGES), *_collection("processes", PROCESSES)]
    lines += _collection("teams", [f"team-{n}" for n in range(9)])
    lines += _collection("channels", [f"channel-{n}" for n in range(CHANNELS)])
    lines += _collection("points", [f"point-{n}" for n in range(12)])
    lines += _collection("goals", [f"goal-{n}" for n in range(8)])
    lines += _collection("data", [f"fact-{n}" for n in range(20)])
    lines += ["journeys:\n  synthetic:\n    title: Synthetic journey\n    level: micro\n    starts:\n      i0: 100%\n"]
    lines += ["    interactions:\n"]
    for number, targets in enumerate(_links(interactions, random)):
        lines += _interaction(number, STAGES[number * len(STAGES) // interactions], targets, random)
    lines += ["    ends:\n      done:\n        title: Stays\n        outcome: success\n"]
    lines += ["      lost:\n        title: Leaves\n        outcome: failure\n"]
    return "".join(lines)


def _collection(name: str, ids: Sequence[str]) -> list[str]:
    return [f"{name}:\n", *(f"  {each}:\n    title: {each.replace('-', ' ').capitalize()}\n" for each in ids)]


def _interaction(number: int, stage: str, targets: list[str], random: Random) -> list[str]:
    return [
        f"      i{number}:\n",
        f"        title: Interaction number {number}\n",
        f"        stage: {stage}\n",
        "        does: Says what happens next\n",
        f"        goal: goal-{random.randrange(8)}\n",
        f"        channel: channel-{random.randrange(CHANNELS)}\n",
        f"        point: point-{random.randrange(12)}\n",
        f"        process: {random.choice(PROCESSES)}\n",
        f"        team: team-{random.randrange(9)}\n",
        "        expects: A clear answer\n",
        f"        feeling: {random.randrange(-2, 3)}\n",
        f"        asks: [fact-{random.randrange(20)}]\n",
        f"        takes: {random.randrange(1, 60)}min\n",
        f"        cost: {random.randrange(1, 900) / 100:.2f}\n",
        "        next:\n",
        *_shares(targets),
    ]


def _links(count: int, random: Random) -> list[list[str]]:
    """The targets of each interaction: one way to every interaction from one shortly before it, and 0.3 links more.

    A tenth of those run back, as loops do; who has no target yet comes to an end.
    """
    reach = max(2, math.isqrt(count))
    links: list[list[str]] = [[] for _ in range(count)]
    for number in range(1, count):
        links[random.randrange(max(0, number - reach), number)].append(f"i{number}")
    for _ in range(count * 3 // 10):
        number = random.randrange(count)
        other = min(count - 1, number + random.randrange(1, 2 + min(count // 4, 250)))
        source, target = (other, number) if random.random() < 0.1 else (number, other)
        if f"i{target}" not in links[source] and source != target:
            links[source].append(f"i{target}")
    for number, targets in enumerate(links):
        if not targets:
            targets.append("done" if number > count // 2 else "lost")
    return links


def _shares(targets: list[str]) -> list[str]:
    """The same share for each, the first with the rest up to 100%."""
    each = 100 // len(targets)
    first = 100 - each * (len(targets) - 1)
    return [f"          {target}: {first if place == 0 else each}%\n" for place, target in enumerate(targets)]


def plan(interactions: int) -> Plan:
    """The same plan as a value."""
    import yaml

    return Plan.model_validate(yaml.load(plan_text(interactions), yaml.CBaseLoader))
