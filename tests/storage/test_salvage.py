"""Wrong values don't hide that an id names nothing."""

from pathlib import Path

from journeymapper.storage.reading import parse_plan

MIXED = """\
journeymapper: 1
title: Mixed
stages: {a: {}}
data: {mail: {}}
journeys:
  j:
    starts: {one: 100%}
    interactions:
      one:
        stage: nope
        feeling: 9
        asks: [mail, {x: 1}, male]
        next: {two: 40%, Three: 10%, three: abc}
      two:
        satisfaction: {n: 3}
        next: {one: 50%, out: 50%}
    ends:
      out: {outcome: odd}
"""


def told(text: str) -> list[tuple[str, int]]:
    reading = parse_plan(text.encode(), "mixed", Path())
    assert reading.document is None
    return [(finding.rule, finding.line) for finding in reading.findings]


def test_loose_references_are_told_beside_wrong_values() -> None:
    assert told(MIXED) == [
        ("JM014", 10), ("JM012", 11), ("JM012", 12), ("JM014", 12), ("JM013", 13), ("JM012", 13), ("JM011", 15),
        ("JM012", 18),
    ]  # fmt: skip


def test_what_was_wrong_itself_is_not_missed() -> None:
    wrong = MIXED.replace("      two:", "      two: oops\n      other:")
    assert ("JM014", 13) not in told(wrong)


def test_a_plan_without_a_title_is_looked_at_all_the_same() -> None:
    assert told("journeymapper: 1\njourneys: {j: {interactions: {a: {stage: nope}}}}\n") == [("JM011", 1), ("JM014", 2)]


def test_where_nothing_is_sound_the_wrong_values_are_told_alone() -> None:
    assert told("journeymapper: 1\ntitle: x\nstages: [1]\njourneys: 5\n") == [("JM012", 3), ("JM012", 4)]
