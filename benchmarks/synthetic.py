"""Plans of any size to measure with: one journey of N interactions in the canonical form of the format."""

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
    """YAML of a plan whose flow runs through the stages, with a link forward from each and a second one from a third.

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
    for number in range(interactions):
        lines += _interaction(number, interactions, random)
    lines += ["    ends:\n      done:\n        title: Stays\n        outcome: success\n"]
    lines += ["      lost:\n        title: Leaves\n        outcome: failure\n"]
    return "".join(lines)


def _collection(name: str, ids: Sequence[str]) -> list[str]:
    return [f"{name}:\n", *(f"  {each}:\n    title: {each.replace('-', ' ').capitalize()}\n" for each in ids)]


def _interaction(number: int, count: int, random: Random) -> list[str]:
    stage = STAGES[number * len(STAGES) // count]
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
        *(f"          {target}: {share}%\n" for target, share in _links(number, count, random)),
    ]


def _links(number: int, count: int, random: Random) -> list[tuple[str, int]]:
    if number + 1 >= count:
        return [("done", 100)]
    if random.random() >= 0.3 or number + 2 >= count:
        return [(f"i{number + 1}", 100)]
    other = "lost" if random.random() < 0.3 else f"i{min(count - 1, number + random.randrange(2, 8))}"
    return [(f"i{number + 1}", 70), (other, 30)]


def plan(interactions: int) -> Plan:
    """The same plan as a value."""
    import yaml

    return Plan.model_validate(yaml.load(plan_text(interactions), yaml.CBaseLoader))
