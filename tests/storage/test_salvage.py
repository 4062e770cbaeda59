"""What is wrong is told and kept; the rest is a plan."""

from pathlib import Path

import pytest

from journeymapper.model.finding import ItemPath
from journeymapper.storage.document import Document
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.salvage import NO_TITLE
from tests.storage.texts import HEAD, STEP, opened

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
ONE = ("journeys", "j", "interactions", "one")
PAY = ("journeys", "visit", "interactions", "pay")


def told(text: str) -> list[tuple[str, int]]:
    reading = parse_plan(text.encode(), "mixed", Path())
    assert reading.document is None
    return [(finding.rule, finding.line) for finding in reading.findings]


def damage(document: Document) -> dict[ItemPath, str]:
    """The texts of what is damaged, by their places."""
    return {each.path: each.text for each in document.damage}


def on_step(lines: str) -> Document:
    """A plan with these lines in its one interaction."""
    return opened(f"{HEAD}{STEP}" + "".join(f"        {line}\n" for line in lines.split("\n")))


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


def test_the_sound_part_is_a_plan_and_the_rest_is_kept_with_its_text() -> None:
    document = opened(MIXED)
    assert damage(document) == {
        (*ONE, "feeling"): "9",
        (*ONE, "asks", 1): "{x: 1}",
        (*ONE, "next", "Three"): "Three: 10%",
        (*ONE, "next", "three", "share"): "abc",
        ("journeys", "j", "interactions", "two", "satisfaction"): "{n: 3}",
        ("journeys", "j", "ends", "out", "outcome"): "odd",
    }
    journey = document.plan.journeys["j"]
    assert journey.interactions["one"].asks == ("mail", "male")
    assert list(journey.interactions["one"].next) == ["two", "three"]
    assert [told.line for each in document.damage for told in each.findings] == [11, 12, 13, 13, 15, 18]


def test_a_whole_plan_has_no_damage_and_references_that_name_nothing_are_none() -> None:
    assert opened(HEAD).damage == ()
    assert opened(f"{HEAD}{STEP}        stage: nowhere\n").damage == ()


@pytest.mark.parametrize("value", ["Pays", "[title, Pays]", "[]", "\n          - title\n          - Pays"])
def test_an_item_that_is_no_record_stays_as_an_empty_one_so_that_links_to_it_hold(value: str) -> None:
    text = f"{HEAD}journeys:\n  visit:\n    interactions:\n      see: {{next: {{pay: 50%}}}}\n      pay: {value}\n"
    reading = parse_plan(text.encode(), "text", None)
    assert [finding.rule for finding in reading.findings] == ["JM012"]
    assert reading.opened is not None
    assert reading.opened.plan.journeys["visit"].interactions["pay"].title is None
    assert list(damage(reading.opened)) == [PAY]


@pytest.mark.parametrize(
    ("lines", "path", "text"),
    [
        ("title: {a: b}", ("title",), "{a: b}"),
        ("titel: Pays # why", ("titel",), "titel: Pays"),
        ("evidence: {basis: guess}", ("evidence", "basis"), "guess"),
        ("satisfaction: 11", ("satisfaction",), "11"),
        ("satisfaction: {value: 11, n: 3}", ("satisfaction",), "{value: 11, n: 3}"),
        ("takes_by: {anna: long}", ("takes_by", "anna"), "long"),
        ("asks: [Bad One]", ("asks",), "[Bad One]"),
        ("remarks: {r1: 'no'}", ("remarks", "r1"), "'no'"),
        ("measures: {m: {scale: [1, x]}}", ("measures", "m", "scale"), "[1, x]"),
        ("next: {lost: [x]}", ("next", "lost"), "[x]"),
        ("next: {lost: {share: x}}", ("next", "lost", "share"), "x"),
        ("next:\n  lost: |\n    most\n     of them", ("next", "lost", "share"), "|\nmost\n of them"),
        ("pains:\n  - Slow\n  - Why:\n      so much?\n  - Dear", ("pains", 1), "Why:\n  so much?"),
        ("people:\n\n  - Ann   # and\n  # her\n  - Bob", ("people",), "- Ann   # and\n# her\n- Bob"),
        ("Odd Key:\n  a: 1\n  b: 2\ntitle: x", ("Odd Key",), "Odd Key:\n  a: 1\n  b: 2"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_kept_where_it_can_be_left_out_and_as_it_stands(lines: str, path: ItemPath, text: str) -> None:
    document = on_step(lines)
    assert damage(document) == {(*PAY, *path): text}
    assert "pay" in document.plan.journeys["visit"].interactions


def test_a_list_without_a_sound_item_is_unknown_and_not_empty() -> None:
    assert on_step("asks: [Bad One, {}]").plan.journeys["visit"].interactions["pay"].asks is None


def test_parts_that_do_not_go_together_are_told_apart() -> None:
    document = on_step("measures: {m: {title: M, unit: share, now: 5, target: 6, n: 3}}")
    measure = document.plan.journeys["visit"].interactions["pay"].measures["m"]
    assert (measure.unit, measure.n, measure.now) == ("share", 3, None)
    assert [told.message for each in document.damage for told in each.findings] == [
        "'now: 5' does not fit 'unit: share'", "'target: 6' does not fit 'unit: share'",
    ]  # fmt: skip


def test_of_an_id_that_is_both_the_interaction_stays() -> None:
    ends = "    ends:\n      pay: {title: Paid}\n      lost: {outcome: odd}\n"
    document = opened(f"{HEAD}{STEP}        title: Pays\n{ends}")
    journey = document.plan.journeys["visit"]
    assert (list(journey.interactions), list(journey.ends)) == (["pay"], ["lost"])
    assert damage(document)["journeys", "visit", "ends", "pay"] == "{title: Paid}"


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("title: x\n", ("journeymapper", "")),
        ("journeymapper: one\ntitle: x\n", ("journeymapper", "one")),
        ("journeymapper: 1\nowner: x\njourneys: {}\n", ("title", "")),
        ("journeymapper: 1\ntitle: [x]\n", ("title", "[x]")),
        ("journeymapper: 1\ntitle:\n", ("title", "")),
    ],
)
def test_without_version_or_title_a_plan_opens_all_the_same(text: str, damaged: tuple[str, str]) -> None:
    document = opened(text)
    assert damage(document) == {(damaged[0],): damaged[1]}
    assert document.plan.title == (NO_TITLE if damaged[0] == "title" else "x")


def test_where_everything_is_wrong_version_and_title_remain() -> None:
    document = opened(
        "journeymapper: 1\ntitle: [x]\nstages: 1\njourneys: [1]\nformula: a\nVolume: 3\nbrand: {accent: 1}\n"
    )
    assert document.plan.model_dump(exclude_defaults=True) == {"title": NO_TITLE}
    assert len(document.damage) == 6


def test_a_list_in_place_of_items_is_a_group_and_a_wrong_value_is_none() -> None:
    text = f"{HEAD}stages: [a, b]\nphases: x\ndata: []\njourneys:\n  j: [a]\n  k:\n    interactions: {{a: [x]}}\n"
    assert [each.path for each in opened(text).damage if each.is_group] == [("stages",), ("journeys", "j")]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}owner: &a Ann\nvolume: x\n",
        f"{HEAD}volume: x\nvolume: y\n",
        f"{HEAD}volume: !!int x\n",
        f"{HEAD}volume: x\n  owner: y\n",
        "journeymapper: 9\ntitle: x\nvolume: x\n",
        "<<<<<<< a\ntitle: x\n>>>>>>> b\n",
        "volume: x\n",
    ],
)
def test_what_is_wrong_with_the_yaml_or_newer_or_no_plan_stays_closed(text: str) -> None:
    reading = parse_plan(text.encode(), "text", None)
    assert reading.opened is None
    assert reading.findings


def test_places_that_are_said_to_be_damaged_are_left_out_whatever_they_hold() -> None:
    text = f"{HEAD}{STEP}        title: Pays\n        cost: 3\n"
    reading = parse_plan(text.encode(), "text", None, damaged=[(*PAY, "cost"), (*PAY, "earns")])
    assert reading.opened is not None
    assert reading.opened.plan.journeys["visit"].interactions["pay"].cost is None
    assert damage(reading.opened) == {(*PAY, "cost"): "3"}


def test_of_very_many_wrong_values_all_are_kept_and_the_first_are_told() -> None:
    document = opened(HEAD + "data:\n" + "".join(f"  d{number}: x\n" for number in range(700)))
    assert len(document.damage) == 700
    assert sum(bool(each.findings) for each in document.damage) == 500
