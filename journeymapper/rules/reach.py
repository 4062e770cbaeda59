"""Rules about ways: whether customers can come to an interaction and get on from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.model.queries import dead_ends, reachable, traps
from journeymapper.rules.connecting import lead_here, lead_out
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject, step_path
from journeymapper.rules.wording import listed, step_name


def _unreachable(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        entries = subject.entries[key]
        if entries:
            met = reachable(net, entries)
            for ident in net.links:
                if ident not in met:
                    message = f"No way leads from a start to {step_name(journey, ident)}"
                    yield Fault(message, step_path(key, ident), mend=partial(lead_here, subject, key, ident))


def _dead_end(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        for ident in dead_ends(net):
            if not journey.interactions[ident].next:  # else its links name what is not there, which is told as such
                message = f"{step_name(journey, ident)} leads nowhere and is no end"
                yield Fault(message, step_path(key, ident), mend=partial(lead_out, subject, key, ident))


def _trap(subject: Subject) -> Iterator[Fault]:
    for key, journey, net in subject.journeys():
        for caught in traps(net):
            names = listed([step_name(journey, ident) for ident in caught])
            yield Fault(f"Nobody who comes to {names} can ever leave", *(step_path(key, ident) for ident in caught))


RULES = (
    Rule(
        "JM101",
        "unreachable",
        "error",
        "An interaction that no customer can come to costs work and changes nothing.",
        _unreachable,
    ),
    Rule(
        "JM102",
        "dead-end",
        "error",
        "A customer must always have a next step, be it a way out.",
        _dead_end,
    ),
    Rule(
        "JM103",
        "trap",
        "error",
        "Customers who go round for ever neither succeed nor leave, and no figure can be computed.",
        _trap,
    ),
)
