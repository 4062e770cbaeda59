"""Edits elsewhere leave damage alone; a value in its place mends it, and it goes with its item."""

from collections.abc import Callable
from functools import partial

import pytest

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.fields import set_field
from journeymapper.edits.interactions import add_interaction
from journeymapper.edits.placing import move_card
from journeymapper.edits.renaming import rename_step
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from tests.storage.texts import opened

TEXT = """\
journeymapper: 1
title: Café
stages:
  use: {title: Use}
  Odd One: {title: Odd}
journeys:
  visit:
    interactions:
      see:
        title: Sees
        cost: cheap
        evidence: {basis: guess, source: Ann}
        satisfaction: {value: 7, n: many}
        pains: [Slow, [x], Dear]
        next: {pay: most, lost: {share: few, after: 1d}}
      pay: Pays
    ends:
      lost: {outcome: odd}
layout:
  visit: {see: [1, 0], pay: [1, x]}
"""
VISIT: ItemPath = ("journeys", "visit")
SEE = (*VISIT, "interactions", "see")
PAY = (*VISIT, "interactions", "pay")
COST, BASIS, N, PAINS = (*SEE, "cost"), (*SEE, "evidence", "basis"), (*SEE, "satisfaction", "n"), (*SEE, "pains", 1)
TO_PAY, TO_LOST = (*SEE, "next", "pay", "share"), (*SEE, "next", "lost", "share")
STAGE, OUTCOME, OFFSET = ("stages", "Odd One"), (*VISIT, "ends", "lost", "outcome"), ("layout", "visit", "pay")
ALL = {STAGE, COST, BASIS, N, PAINS, TO_PAY, TO_LOST, PAY, OUTCOME, OFFSET}

Edit = Callable[[Plan], Plan]


def setting(path: ItemPath, field: str, raw: object) -> Edit:
    return partial(set_field, path=path, field=field, raw=raw)


def adding(plan: Plan) -> Plan:
    return add_interaction(plan, "visit", "Asks", before="pay")[0]


def test_each_damage_is_known() -> None:
    assert {each.path for each in opened(TEXT).damage} == ALL


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (setting(SEE, "title", "Looks"), set()),
        (setting(SEE, "cost", "3"), {COST}),
        (setting(SEE, "evidence", {"source": "Bob"}), set()),
        (setting(SEE, "evidence", {"basis": "observed"}), {BASIS}),
        (setting(SEE, "evidence", None), set()),
        (setting(SEE, "satisfaction", {"value": "8"}), set()),
        (setting(SEE, "satisfaction", None), {N}),
        (setting(SEE, "pains", ["Dear"]), set()),
        (setting(SEE, "pains", []), {PAINS}),
        (setting(SEE, "pains", None), {PAINS}),
        (setting((*SEE, "next", "pay"), "after", "2d"), set()),
        (setting((*SEE, "next", "pay"), "share", "40%"), {TO_PAY}),
        (setting((*SEE, "next", "lost"), "share", "60%"), {TO_LOST}),
        (setting(SEE, "next", {"lost": {"after": "1d"}}), {TO_PAY}),
        (setting(PAY, "title", "Pays"), {PAY}),
        (setting((*VISIT, "ends", "lost"), "title", "Leaves"), set()),
        (setting((*VISIT, "ends", "lost"), "outcome", "failure"), {OUTCOME}),
        (partial(delete_items, paths=[("stages", "use")]), set()),
        (partial(delete_items, paths=[SEE]), {COST, BASIS, N, PAINS, TO_PAY, TO_LOST}),
        (partial(delete_items, paths=[PAY]), {PAY, TO_PAY}),
        (partial(delete_items, paths=[(*VISIT, "ends", "lost")]), {OUTCOME, TO_LOST}),
        (partial(move_card, journey="visit", ident="see", offset=(0, 0)), set()),
        (partial(move_card, journey="visit", ident="pay", offset=(2, 0)), {OFFSET}),
        (adding, set()),
    ],
)
def test_only_what_an_edit_put_a_value_in_place_of_or_deleted_goes(edit: Edit, gone: set[ItemPath]) -> None:
    document = opened(TEXT)
    assert {each.path for each in document.surviving(edit(document.plan))} == ALL - gone


def test_damage_goes_along_when_its_item_gets_another_id() -> None:
    document = opened(TEXT)
    after = rename_step(document.plan, "visit", "see", "look")
    after = rename_step(set_field(after, (*VISIT, "interactions", "look"), "title", "Looks"), "visit", "pay", "give")
    stays = {each.path: each for each in document.surviving(after)}
    look = (*VISIT, "interactions", "look")
    expected = {(*look, *path[4:]) if path[:4] == SEE else path for path in ALL - {PAY, TO_PAY}}
    assert stays.keys() == expected | {(*VISIT, "interactions", "give"), (*look, "next", "give", "share")}
    assert stays[*look, "cost"].findings[0].items == ((*look, "cost"),)


def test_damage_does_not_pass_to_another_item_in_the_place_of_a_deleted_one() -> None:
    document = opened(TEXT)
    after = delete_items(document.plan, [PAY, (*VISIT, "ends", "lost")])
    after = add_interaction(after, "visit", "Asks", {"goal": "g"})[0]
    assert not {path for path in (each.path for each in document.surviving(after)) if "asks" in path}


def test_the_same_plan_keeps_all() -> None:
    document = opened(TEXT)
    assert document.surviving(document.plan) == document.damage


GROUPS = """\
journeymapper: 1
title: Café
stages: [a, b]
journeys:
  life: [x]
  visit:
    starts: x
    interactions:
      - title: Sees
      - title: Pays
"""


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (setting((), "owner", "Ann"), []),
        (setting(VISIT, "owner", "Ann"), []),
        (setting(VISIT, "interactions", {"see": {}}), [8]),
        (setting((), "stages", {"use": {}}), [3]),
        (setting(("journeys", "life"), "owner", "Ann"), [5]),
        (setting(VISIT, "starts", {"see": "100%"}), []),
        (partial(delete_items, paths=[("journeys", "life")]), []),
        (partial(delete_items, paths=[VISIT]), []),
    ],
)
def test_what_would_be_lost_of_many_items_to_one_is_known(edit: Edit, lines: list[int]) -> None:
    document = opened(GROUPS)
    assert [document.position(each.path)[0] for each in document.overrun(edit(document.plan))] == lines
