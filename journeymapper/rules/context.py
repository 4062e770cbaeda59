"""Rules about one continued effort: what is known goes along when the customer changes the medium."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from journeymapper.edits.fields import set_field
from journeymapper.model.finding import ItemPath
from journeymapper.model.handover import medium_of
from journeymapper.rules.crossings import names
from journeymapper.rules.fix import Fix
from journeymapper.rules.rule import Fault, Rule
from journeymapper.rules.subject import Subject


def _context_lost(subject: Subject) -> Iterator[Fault]:
    seen: set[ItemPath] = set()
    for crossing in subject.crossings:
        path, carries = crossing.items[0], crossing.link.carries
        if carries or path in seen or (carries is None and not crossing.is_worked_out):
            continue
        one, two = medium_of(subject.plan, crossing.source), medium_of(subject.plan, crossing.target)
        if one is not None and two is not None and one != two:
            seen.add(path)
            before, after = names(crossing)
            lost = "it is not known what is carried along" if carries is None else "nothing is carried along"
            message = f"From {before} to {after} the medium changes from {one} to {two}, and {lost}"
            yield Fault(message, *crossing.items, mend=partial(_carry, path))


def _carry(path: ItemPath) -> Iterator[Fix]:
    yield Fix("Carry along all that is known", partial(set_field, path=path, field="carries", raw="all"))


RULES = (
    Rule(
        "JM304",
        "context-lost",
        "warning",
        "A customer who changes the medium expects one continued effort and does not want to begin again.",
        _context_lost,
    ),
)
